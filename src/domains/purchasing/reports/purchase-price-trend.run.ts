import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { purchasePriceTrend } from './purchase-price-trend.ts'

interface TrendRow {
  readonly key: string
  readonly supplier_name: string | null
  readonly document_id: string | null
  readonly quantity: string
  readonly gross: string
  readonly lowest: string
  readonly highest: string
}

const groups = {
  month: { key: `to_char(d.date, 'YYYY-MM')`, supplier: 'null::text', document: 'null::uuid' },
  supplier: { key: `to_char(d.date, 'YYYY-MM')`, supplier: 's.name', document: 'null::uuid' },
  deal: { key: `d.date || ' ' || d.number`, supplier: 's.name', document: 'd.id' },
} as const

const change = (price: Decimal, before: Decimal | undefined): string | null =>
  before === undefined || before.isZero()
    ? null
    : price.minus(before).times(100).div(before).toDecimalPlaces(2).toString()

/** Each group is compared with the one before it; of several suppliers, each with its own. */
export const runPurchasePriceTrend = defineReportRun(purchasePriceTrend, async (parameters, work) => {
  const group = groups[parameters.by ?? 'month']
  const rows = await work.tx.rows<TrendRow>(
    `with d as (
       select h.id, h.number, h.date, h.supplier, l.base_quantity as quantity, l.gross, l.gross / l.base_quantity as price
       from purchase_receipt h join purchase_receipt_line l on l.company_id = $1 and l.owner_id = h.id
       where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and l.item = $2 and l.base_quantity > 0
         and not coalesce(l.is_gift, false) and l.gross is not null
         and not exists (select 1 from purchase_receipt x where x.company_id = $1 and x.reverses = h.id)
         and ($3::uuid is null or h.supplier = $3) and ($4::date is null or h.date >= $4) and ($5::date is null or h.date <= $5))
     select ${group.key} as key, ${group.supplier} as supplier_name, ${group.document} as document_id, sum(d.quantity) as quantity,
       sum(d.gross) as gross, min(d.price) as lowest, max(d.price) as highest
     from d join party s on s.company_id = $1 and s.id = d.supplier
     group by 1, 2, 3 order by 1, min(s.code)`,
    [work.company, parameters.item, parameters.supplier ?? null, parameters.from ?? null, parameters.to ?? null],
  )
  const last = new Map<string, Decimal>()
  return {
    rows: rows.map((row) => {
      const price = decimal(row.gross).div(row.quantity).toDecimalPlaces(6)
      const of = row.supplier_name ?? ''
      const before = last.get(of)
      last.set(of, price)
      return {
        key: row.key,
        supplierName: row.supplier_name,
        documentType: row.document_id === null ? null : 'purchaseReceipt',
        documentId: row.document_id,
        quantity: row.quantity,
        gross: row.gross,
        price: price.toString(),
        lowest: decimal(row.lowest).toDecimalPlaces(6).toString(),
        highest: decimal(row.highest).toDecimalPlaces(6).toString(),
        change: change(price, before),
      }
    }),
  }
})
