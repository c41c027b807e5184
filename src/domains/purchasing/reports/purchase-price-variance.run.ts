import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { purchasePriceVariance } from './purchase-price-variance.ts'

interface VarianceRow {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly supplier_name: string
  readonly item_name: string
  readonly quantity: string
  readonly price: string
  readonly last: string | null
  readonly standard: string | null
  readonly contract: string | null
}

// The agreed price is that of the day and the quantity; the price before, of any supplier, is the one of the receipt before.
const question = `
  with d as (
    select l.id as line, h.id, h.number, h.date, h.supplier, l.item, l.line_no, l.base_quantity as quantity,
      l.gross / l.base_quantity as price
    from purchase_receipt h join purchase_receipt_line l on l.company_id = $1 and l.owner_id = h.id
    where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and l.base_quantity > 0
      and not coalesce(l.is_gift, false) and l.gross is not null
      and not exists (select 1 from purchase_receipt x where x.company_id = $1 and x.reverses = h.id)
      and ($5::uuid is null or l.item = $5)),
  p as (select d.*, lag(d.price) over (partition by d.item order by d.date, d.number, d.line_no) as last from d)
  select p.id, p.number, p.date, s.name as supplier_name, i.code || ' ' || i.name as item_name, p.quantity, p.price, p.last,
    i.purchase_price * case when $7::boolean then 1 else 1 + coalesce(t.rate, 0) / 100 end as standard, a.price as contract
  from p join item i on i.company_id = $1 and i.id = p.item
  join party s on s.company_id = $1 and s.id = p.supplier
  left join tax_rate t on t.company_id = $1 and t.id = i.tax_rate
  left join lateral (
    select l.price * case when coalesce(c.price_includes_tax, $7::boolean) then 1 else 1 + coalesce(t.rate, 0) / 100 end
        / coalesce(u.numerator::numeric / coalesce(u.denominator, 1), 1) as price
    from supplier_price c join supplier_price_prices l on l.company_id = $1 and l.owner_id = c.id and l.item = p.item
    left join item_units u on u.company_id = $1 and u.owner_id = i.id and u.unit = l.unit and l.unit <> i.unit
    where c.company_id = $1 and c.supplier = p.supplier and coalesce(c.valid_from, p.date) <= p.date and coalesce(c.valid_to, p.date) >= p.date
      and coalesce(l.minimum_quantity, 0) * coalesce(u.numerator::numeric / coalesce(u.denominator, 1), 1) <= p.quantity
    order by 1 limit 1) a on true
  where ($2::date is null or p.date >= $2) and ($3::date is null or p.date <= $3) and ($4::uuid is null or p.supplier = $4)
    and ($6::uuid is null or i.category = $6)
  order by p.date desc, p.number desc, p.line_no`

const told = (price: Decimal, quantity: string, other: string | null) => ({
  price: other === null ? null : decimal(other).toDecimalPlaces(6).toString(),
  variance: other === null ? null : cents(price.minus(other).times(quantity)).toString(),
})

export const runPurchasePriceVariance = defineReportRun(purchasePriceVariance, async (parameters, work) => {
  const rows = await work.tx.rows<VarianceRow>(question, [
    work.company,
    parameters.from ?? null,
    parameters.to ?? null,
    parameters.supplier ?? null,
    parameters.item ?? null,
    parameters.category ?? null,
    work.settings['priceIncludesTax'] !== false,
  ])
  const answers = rows.map((row) => {
    const price = decimal(row.price)
    const [last, standard, contract] = [row.last, row.standard, row.contract].map((other) =>
      told(price, row.quantity, other),
    )
    return {
      date: row.date,
      number: row.number,
      documentType: 'purchaseReceipt',
      documentId: row.id,
      supplierName: row.supplier_name,
      itemName: row.item_name,
      quantity: row.quantity,
      price: price.toDecimalPlaces(6).toString(),
      last: last?.price ?? null,
      lastVariance: last?.variance ?? null,
      standard: standard?.price ?? null,
      standardVariance: standard?.variance ?? null,
      contract: contract?.price ?? null,
      contractVariance: contract?.variance ?? null,
    }
  })
  const isDifferent = (value: string | null) => value !== null && !decimal(value).isZero()
  return {
    rows: answers.filter(
      (row) =>
        parameters.onlyDifferent !== true ||
        [row.lastVariance, row.standardVariance, row.contractVariance].some(isDifferent),
    ),
  }
})
