import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { isCalendarDate } from '../../../base/calendar-date.ts'
import { firstOfMonth } from '../../../base/calendar-date.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { justBefore, yearBefore } from './compared-range.ts'
import { salesAnalysis } from './sales-analysis.ts'
import type { analysisGroups } from './sales-analysis.ts'
import { salesFacts } from './sales-facts.ts'

type Group = keyof typeof analysisGroups

interface GroupRow {
  readonly key: string
  readonly id: string | null
  readonly document_type: string | null
  readonly document_id: string | null
  readonly quantity: string
  readonly net: string
  readonly cost: string
  readonly last_year: string
  readonly before: string
}

/** What rows are grouped by: the words shown, and what a click narrows to. */
const keys: Readonly<Record<Group, readonly [words: string, id: string]>> = {
  item: [`i.code || ' ' || i.name`, 'i.id::text'],
  category: [`coalesce(g.name, '（无分类）')`, 'g.id::text'],
  customer: [`coalesce(c.code || ' ' || c.name, '（零散客户）')`, 'c.id::text'],
  region: [`coalesce(c.region, '（无地区）')`, 'null'],
  salesperson: [`coalesce(s.name, '（无业务员）')`, 's.id::text'],
  channel: ['p.channel', 'p.channel'],
  branch: [`coalesce(b.name, '（总部）')`, 'b.id::text'],
  day: [`to_char(p.day, 'YYYY-MM-DD')`, `to_char(p.day, 'YYYY-MM-DD')`],
  month: [`to_char(p.day, 'YYYY-MM')`, `to_char(p.day, 'YYYY-MM')`],
  document: ['p.number', 'null'],
}

/** Where a click on a group leads: from a kind of thing to its months or documents, from a month to its days. */
const drillOf: Readonly<Record<Group, Group | null>> = {
  item: 'document',
  category: 'item',
  customer: 'document',
  region: null,
  salesperson: 'customer',
  channel: 'item',
  branch: 'item',
  day: 'document',
  month: 'day',
  document: null,
}

const percentOf = (part: Decimal, whole: Decimal): string | null =>
  whole.isZero() ? null : part.times(100).div(whole).toDecimalPlaces(2).toString()

const growth = (now: Decimal, then: Decimal): string | null => percentOf(now.minus(then), then.abs())

/** The days of a month or a day that a row stands for; else those of the whole report. */
const daysOf = (by: Group, id: string | null, range: { readonly from: string; readonly to: string }) => {
  if (by === 'day' && id !== null) return { from: id, to: id }
  if (by !== 'month' || id === null) return range
  const last = new Date(Date.UTC(Number(id.slice(0, 4)), Number(id.slice(5, 7)), 0)).toISOString().slice(0, 10)
  return { from: `${id}-01`, to: last }
}

const query = (by: Group): string => {
  const ofDocument = by === 'document'
  const [words, id] = keys[by]
  const isTime = by === 'day' || by === 'month'
  return `with f as (${salesFacts}),
    p as (
      select f.*, 'now' as period, f.date as day from f where f.date between $4 and $5
      union all select f.*, 'lastYear', (f.date + $12::interval)::date from f where f.date between $6 and $7
      union all select f.*, 'before', (f.date + $13::interval)::date from f where f.date between $8 and $9)
    select ${words} as key, ${id} as id, ${ofDocument ? 'p.document_type, p.document_id' : 'null as document_type, null::uuid as document_id'},
      coalesce(sum(p.quantity) filter (where p.period = 'now'), 0) as quantity,
      coalesce(sum(p.net) filter (where p.period = 'now'), 0) as net,
      coalesce(sum(p.cost) filter (where p.period = 'now'), 0) as cost,
      coalesce(sum(p.net) filter (where p.period = 'lastYear'), 0) as last_year,
      coalesce(sum(p.net) filter (where p.period = 'before'), 0) as before
    from p join item i on i.company_id = $1 and i.id = p.item
    left join party c on c.company_id = $1 and c.id = p.customer
    left join employee s on s.company_id = $1 and s.id = p.salesperson
    left join branch b on b.company_id = $1 and b.id = p.branch
    left join item_category g on g.company_id = $1 and g.id = i.category
    where ($10::uuid is null or p.customer = $10) and ($11::uuid is null or p.item = $11)
      and ($14::uuid is null or i.category = $14) and ($15::uuid is null or p.salesperson = $15) and ($16::text is null or p.channel = $16)
      and ($17::uuid is null or p.branch = $17)
      ${ofDocument ? `and p.period = 'now'` : ''}
    group by 1, 2, 3, 4
    having bool_or(p.quantity <> 0 or p.net <> 0 or p.cost <> 0)
    order by ${isTime || ofDocument ? '1' : '6 desc, 1'}`
}

export const runSalesAnalysis = defineReportRun(salesAnalysis, async (parameters, work) => {
  const today = work.clock.today()
  const by = parameters.by ?? 'item'
  const range = { from: parameters.from ?? firstOfMonth(today), to: parameters.to ?? today }
  const year = yearBefore(range)
  const before = justBefore(range)
  const first = [range.from, year.from, before.from].toSorted()[0] ?? range.from
  const rows = await work.tx.rows<GroupRow>(query(by), [
    work.company,
    isCalendarDate(first) ? first : range.from,
    range.to,
    range.from,
    range.to,
    year.from,
    year.to,
    before.from,
    before.to,
    parameters.customer ?? null,
    parameters.item ?? null,
    year.shift,
    before.shift,
    parameters.category ?? null,
    parameters.salesperson ?? null,
    parameters.channel ?? null,
    parameters.branch ?? null,
  ])
  const total = rows.reduce((sum, row) => sum.plus(row.net), decimal(0))
  return {
    rows: rows.map((row): ReportRow => {
      const net = decimal(row.net)
      const profit = net.minus(row.cost)
      const next = drillOf[by]
      return {
        key: by === 'document' ? '' : row.key,
        documentNumber: by === 'document' ? row.key : null,
        documentType: row.document_type,
        documentId: row.document_id,
        quantity: row.quantity,
        net: row.net,
        share: percentOf(net, total),
        cost: row.cost,
        profit: profit.toString(),
        margin: percentOf(profit, net),
        lastYear: by === 'document' ? null : row.last_year,
        yearOnYear: by === 'document' ? null : growth(net, decimal(row.last_year)),
        before: by === 'document' ? null : row.before,
        periodOnPeriod: by === 'document' ? null : growth(net, decimal(row.before)),
        drillBy: next ?? by,
        ...daysOf(by, row.id, range),
        itemId: by === 'item' ? row.id : (parameters.item ?? null),
        customerId: by === 'customer' ? row.id : (parameters.customer ?? null),
        categoryId: by === 'category' ? row.id : (parameters.category ?? null),
        salespersonId: by === 'salesperson' ? row.id : (parameters.salesperson ?? null),
        channelId: by === 'channel' ? row.id : (parameters.channel ?? null),
        branchId: by === 'branch' ? row.id : (parameters.branch ?? null),
      }
    }),
    notes: [`${range.from} — ${range.to}；同期 ${year.from} — ${year.to}；上期 ${before.from} — ${before.to}`],
  }
})
