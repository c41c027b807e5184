import { decimal } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { purchaseFacts } from './purchase-facts.ts'
import { purchaseSummary } from './purchase-summary.ts'
import type { purchaseGroups } from './purchase-summary.ts'

interface GroupRow {
  readonly key: string | null
  readonly document_type: string | null
  readonly document_id: string | null
  readonly quantity: string
  readonly net: string
  readonly tax: string
  readonly gross: string
}

const keys: Readonly<Record<keyof typeof purchaseGroups, string>> = {
  item: `i.code || ' ' || i.name`,
  supplier: `s.code || ' ' || s.name`,
  buyer: `coalesce(b.name, '（无采购员）')`,
  month: `to_char(f.date, 'YYYY-MM')`,
  category: `coalesce(g.name, '（无分类）')`,
  document: `f.number`,
}

export const runPurchaseSummary = defineReportRun(purchaseSummary, async (parameters, work) => {
  const today = work.clock.today()
  const by = parameters.by ?? 'item'
  const from = parameters.from ?? `${today.slice(0, 7)}-01`
  const to = parameters.to ?? today
  const ofDocument = by === 'document'
  const rows = await work.tx.rows<GroupRow>(
    `with f as (${purchaseFacts})
     select ${keys[by]} as key, ${ofDocument ? 'f.document_type, f.document_id' : 'null as document_type, null as document_id'},
       sum(f.sign * f.quantity) as quantity, sum(f.sign * coalesce(f.net, 0)) as net, sum(f.sign * coalesce(f.tax, 0)) as tax,
       sum(f.sign * coalesce(f.gross, 0)) as gross
     from f join item i on i.company_id = $1 and i.id = f.item
     join party s on s.company_id = $1 and s.id = f.supplier
     left join employee b on b.company_id = $1 and b.id = f.buyer
     left join item_category g on g.company_id = $1 and g.id = i.category
     where ($4::uuid is null or f.supplier = $4) and ($5::uuid is null or f.item = $5) and ($6::uuid is null or i.category = $6)
     group by 1, 2, 3 having sum(f.sign * f.quantity) <> 0 or sum(f.sign * coalesce(f.net, 0)) <> 0
     order by ${by === 'month' || ofDocument ? '1' : '5 desc, 1'}`,
    [work.company, from, to, parameters.supplier ?? null, parameters.item ?? null, parameters.category ?? null],
  )
  return {
    rows: rows.map((row): ReportRow => {
      const quantity = decimal(row.quantity)
      return {
        key: row.key ?? '',
        documentType: row.document_type,
        documentId: row.document_id,
        quantity: row.quantity,
        net: row.net,
        tax: row.tax,
        gross: row.gross,
        price: quantity.isZero() ? null : decimal(row.net).div(quantity).toDecimalPlaces(4).toString(),
      }
    }),
    notes: [`${from} — ${to}`],
  }
})
