import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { Offer, PriceSource } from '../rules/best-offer.ts'

interface OfferRow {
  readonly item: string
  readonly supplier: string
  readonly source: PriceSource
  readonly number: string | null
  readonly line: string | null
  readonly price: string
  readonly discount: string | null
  readonly taxed: boolean | null
  readonly rate: string
  readonly ratio: string
  readonly minimum_quantity: string | null
  readonly lead_days: number | null
  readonly minimum_order: string | null
  readonly order_multiple: string | null
  readonly is_preferred: boolean | null
  readonly said_on: CalendarDate | null
}

const agreed = `
  select l.item, p.supplier, 'agreement' as source, p.code as number, null::uuid as line, l.unit,
    l.price * coalesce(r.rate, 1) as price, 0::numeric as discount,
    p.price_includes_tax as taxed, null::numeric as rate, l.minimum_quantity, l.lead_days, l.minimum_order, l.order_multiple,
    l.is_preferred, p.valid_from as said_on
  from supplier_price p join supplier_price_prices l on l.company_id = $1 and l.owner_id = p.id
  left join lateral (select x.rate from currency y join currency_rates x on x.company_id = $1 and x.owner_id = y.id
    where y.company_id = $1 and y.code = p.currency and p.currency <> $5 and x.date <= $3::date order by x.date desc limit 1) r on true
  where p.company_id = $1 and not p.disabled and l.item = any($2::uuid[]) and ($4::uuid is null or p.supplier = $4)
    and coalesce(p.valid_from, $3::date) <= $3::date and coalesce(p.valid_to, $3::date) >= $3::date
    and (coalesce(p.currency, $5) = $5 or r.rate is not null)`

const quoted = `
  select l.item, q.supplier, 'quotation', q.number, l.id, l.unit, l.price, l.discount, q.price_includes_tax, l.tax_rate,
    l.minimum_quantity, l.lead_days, l.minimum_order, l.order_multiple, false, q.date
  from supplier_quotation q join supplier_quotation_line l on l.company_id = $1 and l.owner_id = q.id
  where q.company_id = $1 and q.state = 'posted' and q.reverses is null and l.price > 0 and l.item = any($2::uuid[])
    and ($4::uuid is null or q.supplier = $4)
    and coalesce(q.valid_from, q.date) <= $3::date and coalesce(q.valid_to, $3::date) >= $3::date
    and not exists (select 1 from supplier_quotation r where r.company_id = $1 and r.reverses = q.id)`

/** What of a supplier's documents told a price, by their lines `l` and heads `h`. */
const told = (
  table: string,
) => `h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and l.price > 0
    and h.date <= $3::date and not exists (select 1 from ${table} r where r.company_id = $1 and r.reverses = h.id)`

const boughtColumns = `l.item, h.supplier, h.number, l.unit, l.price, l.discount, h.price_includes_tax, l.tax_rate, h.date, l.line_no`

const bought = (table: string, extra: string) => `
  select ${boughtColumns} from ${table} h join ${table}_line l on l.company_id = $1 and l.owner_id = h.id
  where ${told(table)} and l.item = any($2::uuid[]) ${extra}`

/**
 * Of one supplier the last documents are looked through until one has the item, since all lines of an item that is bought
 * every day are many; but only where there is one at all.
 */
const boughtOfOne = (table: string, extra: string) => `
  select b.* from unnest($2::uuid[]) as i(item) cross join lateral (
    select ${boughtColumns} from ${table} h join ${table}_line l on l.company_id = $1 and l.owner_id = h.id
    where ${told(table)} and l.item = i.item and h.supplier = $4::uuid ${extra}
      and exists (select 1 from ${table}_line o join ${table} g on g.company_id = $1 and g.id = o.owner_id
        where o.company_id = $1 and o.item = i.item and g.supplier = $4::uuid)
    order by h.date desc, h.number desc, l.line_no desc limit 1) b`

// Services are never received; their last price is that of an invoice without a source.
const lastPaid = (from: typeof bought) => `
  select distinct on (b.item, b.supplier) b.item, b.supplier, 'lastPrice', b.number, null::uuid, b.unit, b.price, b.discount,
    b.price_includes_tax, b.tax_rate, null::numeric, null::integer, null::numeric, null::numeric, false, b.date
  from (${from('purchase_receipt', '')} union all ${from('purchase_invoice', 'and l.source_document is null')}) b
  order by b.item, b.supplier, b.date desc, b.number desc, b.line_no desc`

const inBase = (value: string | null, ratio: Decimal): Decimal | null =>
  value === null ? null : decimal(value).times(ratio)

const offerOf = (row: OfferRow, taxedByDefault: boolean): Offer => {
  const ratio = decimal(row.ratio)
  const kept = decimal(100)
    .minus(row.discount ?? 0)
    .div(100)
  const withTax = (row.taxed ?? taxedByDefault) ? decimal(1) : decimal(row.rate).div(100).plus(1)
  return {
    item: row.item,
    supplier: row.supplier,
    source: row.source,
    number: row.number,
    line: row.line,
    price: round(decimal(row.price).times(kept).times(withTax).div(ratio), 10),
    from: inBase(row.minimum_quantity, ratio) ?? zero,
    leadDays: row.lead_days,
    minimumOrder: inBase(row.minimum_order, ratio),
    orderMultiple: inBase(row.order_multiple, ratio),
    isPreferred: row.is_preferred === true,
    saidOn: row.said_on,
  }
}

/**
 * What suppliers ask for items on a day: agreed prices and approved quotations that are valid then, and what each was last
 * paid. Quantities and prices in the base unit, prices with tax.
 */
export const readOffers = async (
  work: Work,
  items: readonly string[],
  on: CalendarDate,
  supplier: string | null = null,
): Promise<Map<string, Offer[]>> => {
  if (items.length === 0) return new Map()
  const rows = await work.tx.rows<OfferRow>(
    `select o.item, o.supplier, o.source, o.number, o.line, o.price, o.discount, o.taxed, coalesce(o.rate, t.rate, 0) as rate,
       coalesce(u.numerator::numeric / coalesce(u.denominator, 1), 1) as ratio, o.minimum_quantity, o.lead_days, o.minimum_order,
       o.order_multiple, o.is_preferred, o.said_on
     from (${agreed} union all ${quoted} union all (${lastPaid(supplier === null ? bought : boughtOfOne)})) o
     join item i on i.company_id = $1 and i.id = o.item
     join party s on s.company_id = $1 and s.id = o.supplier and not s.disabled
     left join item_units u on u.company_id = $1 and u.owner_id = i.id and u.unit = o.unit and o.unit <> i.unit
     left join tax_rate t on t.company_id = $1 and t.id = i.tax_rate`,
    [work.company, [...new Set(items)], on, supplier, String(work.settings['currency'] ?? 'CNY')],
  )
  const taxedByDefault = work.settings['priceIncludesTax'] !== false
  return Map.groupBy(
    rows.map((row) => offerOf(row, taxedByDefault)),
    (offer) => offer.item,
  )
}
