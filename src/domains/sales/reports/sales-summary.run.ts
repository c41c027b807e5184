import { decimal } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { salesFacts } from './sales-facts.ts'
import { salesSummary } from './sales-summary.ts'
import type { salesGroups } from './sales-summary.ts'

interface GroupRow {
  readonly key: string | null
  readonly document_type: string | null
  readonly document_id: string | null
  readonly quantity: string
  readonly net: string
  readonly gross: string
  readonly cost: string
}

const keys: Readonly<Record<keyof typeof salesGroups, string>> = {
  item: `i.code || ' ' || i.name`,
  customer: `coalesce(c.code || ' ' || c.name, '（零散客户）')`,
  salesperson: `coalesce(p.name, '（无业务员）')`,
  day: `to_char(f.date, 'YYYY-MM-DD')`,
  month: `to_char(f.date, 'YYYY-MM')`,
  category: `coalesce(g.name, '（无分类）')`,
  document: `f.number`,
}

export const runSalesSummary = defineReportRun(salesSummary, async (parameters, work) => {
  const today = work.clock.today()
  const by = parameters.by ?? 'item'
  const from = parameters.from ?? `${today.slice(0, 7)}-01`
  const to = parameters.to ?? today
  const ofDocument = by === 'document'
  const rows = await work.tx.rows<GroupRow>(
    `with f as (${salesFacts})
     select ${keys[by]} as key, ${ofDocument ? 'f.document_type, f.document_id' : 'null as document_type, null as document_id'},
       sum(f.quantity) as quantity, sum(f.net) as net, sum(f.gross) as gross, sum(f.cost) as cost
     from f join item i on i.company_id = $1 and i.id = f.item
     left join party c on c.company_id = $1 and c.id = f.customer
     left join employee p on p.company_id = $1 and p.id = f.salesperson
     left join item_category g on g.company_id = $1 and g.id = i.category
     where ($4::uuid is null or f.customer = $4) and ($5::uuid is null or f.item = $5)
       and ($6::uuid is null or i.category = $6) and ($7::uuid is null or f.salesperson = $7)
     group by 1, 2, 3 having sum(f.quantity) <> 0 or sum(f.net) <> 0 or sum(f.cost) <> 0
     order by ${by === 'day' || by === 'month' || ofDocument ? '1' : '5 desc, 1'}`,
    [
      work.company,
      from,
      to,
      parameters.customer ?? null,
      parameters.item ?? null,
      parameters.category ?? null,
      parameters.salesperson ?? null,
    ],
  )
  return {
    rows: rows.map((row): ReportRow => {
      const net = decimal(row.net)
      const profit = net.minus(row.cost)
      return {
        key: row.key ?? '',
        documentType: row.document_type,
        documentId: row.document_id,
        quantity: row.quantity,
        net: row.net,
        gross: row.gross,
        cost: row.cost,
        profit: profit.toString(),
        margin: net.isZero() ? null : profit.times(100).div(net).toDecimalPlaces(2).toString(),
      }
    }),
    notes: [`${from} — ${to}`],
  }
})
