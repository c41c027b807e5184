import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { stockSummary } from './stock-summary.ts'

interface SummaryRow {
  readonly item_id: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly open_quantity: string
  readonly open_amount: string
  readonly in_quantity: string
  readonly in_amount: string
  readonly out_quantity: string
  readonly out_amount: string
  readonly close_quantity: string
  readonly close_amount: string
}

export const runStockSummary = defineReportRun(stockSummary, async (parameters, work) => {
  const today = work.clock.today()
  const from = parameters.from ?? `${today.slice(0, 7)}-01`
  const to = parameters.to ?? today
  // A withdrawn pair adds up to nothing on either side: its negation has the kind of what it takes back.
  const rows = await work.tx.rows<SummaryRow>(
    `with e as (
       select item, date, quantity, amount,
         case when kind in ('receive', 'takeIn', 'given') then true
           when kind = 'difference' then (select m.quantity > 0 from stock_entry m where m.company_id = $1 and m.id = s.corrects)
           when kind = 'revalue' then amount > 0 else false end as is_in
       from stock_entry s
       where company_id = $1 and place in (${pooledPlacesSql}) and pool <> '' and date <= $3 and ($4::uuid is null or item = $4) and ($6::uuid is null or warehouse = $6))
     select i.id as item_id, i.code, i.name, u.name as unit,
       coalesce(sum(e.quantity) filter (where e.date < $2), 0) as open_quantity,
       coalesce(sum(e.amount) filter (where e.date < $2), 0) as open_amount,
       coalesce(sum(e.quantity) filter (where e.date >= $2 and e.is_in), 0) as in_quantity,
       coalesce(sum(e.amount) filter (where e.date >= $2 and e.is_in), 0) as in_amount,
       -coalesce(sum(e.quantity) filter (where e.date >= $2 and not e.is_in), 0) as out_quantity,
       -coalesce(sum(e.amount) filter (where e.date >= $2 and not e.is_in), 0) as out_amount,
       coalesce(sum(e.quantity), 0) as close_quantity, coalesce(sum(e.amount), 0) as close_amount
     from e join item i on i.company_id = $1 and i.id = e.item and ($5::uuid is null or i.category = $5)
     join unit u on u.company_id = $1 and u.id = i.unit
     group by i.id, i.code, i.name, u.name order by i.code`,
    [work.company, from, to, parameters.item ?? null, parameters.category ?? null, parameters.warehouse ?? null],
  )
  return {
    rows: rows.map((row): ReportRow => ({
      itemId: row.item_id,
      from,
      to,
      code: row.code,
      name: row.name,
      unit: row.unit,
      openQuantity: row.open_quantity,
      openAmount: row.open_amount,
      inQuantity: row.in_quantity,
      inAmount: row.in_amount,
      outQuantity: row.out_quantity,
      outAmount: row.out_amount,
      closeQuantity: row.close_quantity,
      closeAmount: row.close_amount,
    })),
    notes: [`${from} — ${to}`],
  }
})
