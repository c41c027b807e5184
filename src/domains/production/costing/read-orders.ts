import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { firstDay, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { costObjects, overheadBases, progressMethods } from '../entities/workshop.ts'
import type { Elements } from '../rules/elements.ts'
import { orderedEntries, standing } from './work-in-progress.ts'

/** An order with all that its costing asks, as it stands at the end of a month. */
export interface OrderCost {
  readonly id: string
  readonly number: string
  readonly item: string
  readonly workshop: string
  readonly costObject: keyof typeof costObjects
  readonly method: keyof typeof progressMethods
  readonly basis: keyof typeof overheadBases
  readonly department: string | null
  /** Everything that came to the order. */
  readonly incurred: Elements
  /** What earlier months' costing moved out of it, and this month's so far. */
  readonly movedBefore: Elements
  readonly movedNow: Elements
  /** What finished goods took out of it, at plan and trued up, and losses. */
  readonly credited: Decimal
  /** Material of the month, as a basis. */
  readonly materialNow: Decimal
  readonly planned: Decimal
  readonly finishedNow: Decimal
  readonly finishedEver: Decimal
  readonly scrapped: Decimal
  readonly inProgress: Decimal
  readonly materialRate: Decimal
  readonly completionRate: Decimal
  readonly isDone: boolean
  readonly hours: Decimal
  readonly machineHours: Decimal
}

type Row = Readonly<Record<string, string>> & {
  readonly cost_object: OrderCost['costObject'] | null
  readonly method: OrderCost['method'] | null
  readonly basis: OrderCost['basis'] | null
  readonly department: string | null
  readonly counted: string | null
  readonly counted_material: string | null
  readonly counted_completion: string | null
  readonly completion: string | null
}

const ordersSql = `
  with costs as (
    select order_id, sum(amount) filter (where sort = 'material') as material, sum(amount) filter (where sort = 'labour') as labour,
      sum(amount) filter (where sort = 'overhead') as overhead, -sum(amount) filter (where sort = 'out') as credited,
      sum(amount) filter (where sort = 'material' and date >= $2) as material_now, bool_or(date >= $2) as moved, sum(amount) as balance
    from ${orderedEntries} e where date <= $3 and order_id is not null group by 1),
  moved as (
    select l.work_order_id as order_id, d.period < $4 as before, sum(l.finished_material) as material, sum(l.finished_labour) as labour,
      sum(l.finished_overhead) as overhead
    from completion_costing d join completion_costing_line l on l.company_id = $1 and l.owner_id = d.id
    where ${standing('completion_costing', 'd')} and d.period <= $4 group by 1, 2),
  made as (
    select d.work_order_id as order_id, sum(coalesce(l.base_quantity, l.quantity)) filter (where l.kind = 'product') as ever,
      sum(coalesce(l.base_quantity, l.quantity)) filter (where l.kind = 'product' and d.date >= $2) as now,
      sum(l.scrapped) filter (where l.kind = 'product') as scrapped
    from production_receipt d join production_receipt_line l on l.company_id = $1 and l.owner_id = d.id
    where ${standing('production_receipt', 'd')} and d.date <= $3 group by 1),
  worked as (
    select l.work_order_id as order_id, sum(l.hours) as hours, sum(l.machine_hours) as machine_hours
    from operation_report d join operation_report_line l on l.company_id = $1 and l.owner_id = d.id
    where ${standing('operation_report', 'd')} and d.date between $2 and $3 group by 1),
  counted as (
    select distinct on (l.work_order_id) l.work_order_id as order_id, l.quantity, l.material_percent, l.completion_percent
    from progress_count d join progress_count_line l on l.company_id = $1 and l.owner_id = d.id
    where ${standing('progress_count', 'd')} and d.date between $2 and $3 order by l.work_order_id, d.date desc, d.id desc)
  select o.id, o.number, o.item, o.workshop, o.state, coalesce(o.base_quantity, o.quantity) as planned,
    w.cost_object, w.progress_method as method, w.overhead_basis as basis, w.department, w.completion_percent as completion,
    coalesce(c.material, 0) as material, coalesce(c.labour, 0) as labour, coalesce(c.overhead, 0) as overhead, coalesce(c.credited, 0) as credited,
    coalesce(c.material_now, 0) as material_now,
    coalesce(b.material, 0) as before_material, coalesce(b.labour, 0) as before_labour, coalesce(b.overhead, 0) as before_overhead,
    coalesce(n.material, 0) as now_material, coalesce(n.labour, 0) as now_labour, coalesce(n.overhead, 0) as now_overhead,
    coalesce(m.ever, 0) as ever, coalesce(m.now, 0) as now, coalesce(m.scrapped, 0) as scrapped,
    coalesce(k.hours, 0) as hours, coalesce(k.machine_hours, 0) as machine_hours,
    q.quantity as counted, q.material_percent as counted_material, q.completion_percent as counted_completion
  from work_order o join workshop w on w.company_id = $1 and w.id = o.workshop
  left join costs c on c.order_id = o.id left join made m on m.order_id = o.id left join worked k on k.order_id = o.id
  left join moved b on b.order_id = o.id and b.before left join moved n on n.order_id = o.id and not n.before
  left join counted q on q.order_id = o.id
  where o.company_id = $1 and o.state in ('posted', 'closed')
    and (c.moved or c.balance <> 0 or m.now is not null or k.hours is not null or k.machine_hours is not null)
  order by o.number`

const cell = (row: Row, name: string): Decimal => decimal(row[name] ?? 0)
const elementsOf = (row: Row, prefix: string): Elements => ({
  material: cell(row, `${prefix}material`),
  labour: cell(row, `${prefix}labour`),
  overhead: cell(row, `${prefix}overhead`),
})

const least = (value: Decimal) => (value.isNegative() ? zero : value)

const asOrder = (row: Row): OrderCost => {
  const [planned, ever, scrapped] = [cell(row, 'planned'), cell(row, 'ever'), cell(row, 'scrapped')]
  const isClosed = row['state'] === 'closed'
  const rest = isClosed ? zero : least(planned.minus(ever).minus(scrapped))
  const inProgress = row.counted === null ? rest : decimal(row.counted)
  return {
    id: row['id'] ?? '',
    number: row['number'] ?? '',
    item: row['item'] ?? '',
    workshop: row['workshop'] ?? '',
    costObject: row.cost_object ?? 'order',
    method: row.method ?? 'equivalentUnits',
    basis: row.basis ?? 'hours',
    department: row.department,
    incurred: elementsOf(row, ''),
    movedBefore: elementsOf(row, 'before_'),
    movedNow: elementsOf(row, 'now_'),
    credited: cell(row, 'credited'),
    materialNow: cell(row, 'material_now'),
    planned,
    finishedNow: cell(row, 'now'),
    finishedEver: ever,
    scrapped,
    inProgress,
    materialRate: decimal(row.counted_material ?? 100).div(100),
    completionRate: decimal(row.counted_completion ?? row.completion ?? 50).div(100),
    isDone: isClosed || (inProgress.isZero() && ever.plus(scrapped).gte(planned)),
    hours: cell(row, 'hours'),
    machineHours: cell(row, 'machine_hours'),
  }
}

/** Orders that something is in progress of at the end of a month, or that anything happened to in it. */
export const readOrders = async (work: Work, period: Period): Promise<OrderCost[]> => {
  const rows = await work.tx.rows<Row>(ordersSql, [work.company, firstDay(period), lastDay(period), period])
  return rows.map(asOrder)
}
