import { decimal } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
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
  customer: `c.code || ' ' || c.name`,
  salesperson: `coalesce(p.name, '（无业务员）')`,
  day: `to_char(f.date, 'YYYY-MM-DD')`,
  month: `to_char(f.date, 'YYYY-MM')`,
  category: `coalesce(g.name, '（无分类）')`,
  document: `f.number`,
}

// What was sold comes from the documents' lines, what it cost from the stock ledger by the same documents: a reversal is
// a document of its own with the sign turned, and the differences that replays find belong to the document they correct.
const facts = (type: string, table: string, sign: number) => `
  select h.date, h.customer, h.salesperson, l.item, ${sign} * case when h.reverses is null then 1 else -1 end as sign,
    l.base_quantity as quantity, l.net, l.gross, 0::numeric as cost, h.number, '${type}' as document_type, h.id as document_id
  from ${table} h join ${table}_line l on l.company_id = $1 and l.owner_id = h.id
  where h.company_id = $1 and h.state in ('posted', 'closed') and h.date between $2 and $3
  union all
  select e.date, h.customer, h.salesperson, e.item, 1, 0, 0, 0, -e.amount, h.number, '${type}', h.id
  from stock_entry e join ${table} h on h.company_id = $1 and h.id = e.document_id
  where e.company_id = $1 and e.document_type = '${type}' and e.place = 'onHand' and e.date between $2 and $3`

export const runSalesSummary = defineReportRun(salesSummary, async (parameters, work) => {
  const today = work.clock.today()
  const by = parameters.by ?? 'item'
  const from = parameters.from ?? `${today.slice(0, 7)}-01`
  const to = parameters.to ?? today
  const ofDocument = by === 'document'
  const rows = await work.tx.rows<GroupRow>(
    `with f as (${facts('salesDelivery', 'sales_delivery', 1)} union all ${facts('salesReturn', 'sales_return', -1)})
     select ${keys[by]} as key, ${ofDocument ? 'f.document_type, f.document_id' : 'null as document_type, null as document_id'},
       sum(f.sign * f.quantity) as quantity, sum(f.sign * coalesce(f.net, 0)) as net, sum(f.sign * coalesce(f.gross, 0)) as gross, sum(f.cost) as cost
     from f join item i on i.company_id = $1 and i.id = f.item
     join party c on c.company_id = $1 and c.id = f.customer
     left join employee p on p.company_id = $1 and p.id = f.salesperson
     left join item_category g on g.company_id = $1 and g.id = i.category
     where ($4::uuid is null or f.customer = $4) and ($5::uuid is null or f.item = $5)
       and ($6::uuid is null or i.category = $6) and ($7::uuid is null or f.salesperson = $7)
     group by 1, 2, 3 having sum(f.sign * f.quantity) <> 0 or sum(f.sign * coalesce(f.net, 0)) <> 0 or sum(f.cost) <> 0
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
