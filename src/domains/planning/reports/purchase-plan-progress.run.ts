import { decimal } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { purchasePlanProgress } from './purchase-plan-progress.ts'

interface ProgressRow {
  readonly number: string
  readonly id: string
  readonly starts_on: string
  readonly ends_on: string
  readonly item_name: string
  readonly unit: string
  readonly planned: string
  readonly requested: string
  readonly ordered: string
  readonly received: string
  readonly planned_amount: string
  readonly ordered_amount: string
}

const done = (table: string) => `
  select coalesce(sum(l.base_quantity * case when h.reverses is null then 1 else -1 end), 0) as quantity,
    coalesce(sum(l.gross * case when h.reverses is null then 1 else -1 end), 0) as amount
  from ${table} h join ${table}_line l on l.company_id = $1 and l.owner_id = h.id and l.item = p.item
  where h.company_id = $1 and h.state in ('posted', 'closed') and h.date between p.starts_on and p.ends_on`

/** Actual is all that was bought of the item in the period, whether or not it grew out of the plan. */
export const runPurchasePlanProgress = defineReportRun(purchasePlanProgress, async (parameters, work) => {
  const rows = await work.tx.rows<ProgressRow>(
    `with p as (
       select h.id, h.number, h.starts_on, h.ends_on, l.item, sum(l.base_quantity) as planned, sum(coalesce(l.amount, 0)) as planned_amount,
         sum(coalesce(o.drawn, 0)) as requested
       from purchase_plan h join purchase_plan_line l on l.company_id = $1 and l.owner_id = h.id
       left join flow_open o on o.company_id = $1 and o.pool = 'purchasePlanToRequest' and o.source_line = l.id
       where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null
         and not exists (select 1 from purchase_plan r where r.company_id = $1 and r.reverses = h.id)
         and ($2::date is null or h.ends_on >= $2) and ($3::date is null or h.starts_on <= $3)
         and ($4::text is null or h.number = $4) and ($5::uuid is null or l.item = $5)
       group by 1, 2, 3, 4, 5)
     select p.number, p.id, p.starts_on, p.ends_on, i.code || ' ' || i.name as item_name, u.name as unit, p.planned, p.requested,
       p.planned_amount, o.quantity as ordered, o.amount as ordered_amount, r.quantity - b.quantity as received
     from p join item i on i.company_id = $1 and i.id = p.item
     join unit u on u.company_id = $1 and u.id = i.unit
     cross join lateral (${done('purchase_order')}) o
     cross join lateral (${done('purchase_receipt')}) r
     cross join lateral (${done('purchase_return')}) b
     order by p.starts_on desc, p.number, i.code`,
    [work.company, parameters.from ?? null, parameters.to ?? null, parameters.plan ?? null, parameters.item ?? null],
  )
  return {
    rows: rows.map((row) => {
      const planned = decimal(row.planned)
      const ordered = decimal(row.ordered)
      return {
        number: row.number,
        documentType: 'purchasePlan',
        documentId: row.id,
        period: `${row.starts_on} — ${row.ends_on}`,
        itemName: row.item_name,
        unit: row.unit,
        planned: row.planned,
        requested: row.requested,
        ordered: row.ordered,
        received: row.received,
        difference: ordered.minus(planned).toString(),
        percent: planned.isZero() ? null : ordered.times(100).div(planned).toDecimalPlaces(1).toString(),
        plannedAmount: row.planned_amount,
        orderedAmount: row.ordered_amount,
        amountDifference: decimal(row.ordered_amount).minus(row.planned_amount).toString(),
      }
    }),
  }
})
