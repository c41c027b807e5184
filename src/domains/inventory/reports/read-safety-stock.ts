import { addDays } from '../../../base/calendar-date.ts'
import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { safetyStock, spreadOf } from '../rules/safety-stock.ts'
import type { DemandSpread, SafetyStock } from '../rules/safety-stock.ts'
import type { safetyStockParameters } from './safety-stock-levels.ts'

interface DemandRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly lead_days: number | null
  readonly safety_stock: string | null
  readonly places: number | null
  readonly gone: readonly string[]
  readonly leads: readonly number[]
}

/** An item with the safety stock that its past asks for. */
export interface ProposedSafety extends SafetyStock {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly current: Decimal | null
  readonly spread: DemandSpread
  /** The safety stock in whole steps of the item's unit, rounded up. */
  readonly proposed: Decimal
}

const usualLeadDays = 7

const read = (work: Work, from: string, to: string, asked: Draft<typeof safetyStockParameters>) =>
  work.tx.rows<DemandRow>(
    `select i.id, i.code, i.name, i.lead_days, i.safety_stock, u.places,
       array(select sum(-e.quantity)::text from stock_entry e where e.company_id = $1 and e.item = i.id and e.kind = 'issue'
         and e.date > $2 and e.date <= $3 group by e.date having sum(e.quantity) < 0) as gone,
       array(select (r.date - o.date)::int from purchase_receipt_line l
         join purchase_receipt r on r.company_id = $1 and r.id = l.owner_id and r.state in ('posted', 'closed')
         join purchase_order o on o.company_id = $1 and o.id = l.source_document
         where l.company_id = $1 and l.item = i.id and r.date > $2 and r.date <= $3 and r.date >= o.date) as leads
     from item i left join unit u on u.company_id = $1 and u.id = i.unit
     where i.company_id = $1 and not i.disabled and not coalesce(i.is_service, false)
       and ($4::uuid is null or i.category = $4) and ($5::uuid is null or i.id = $5) order by i.code`,
    [work.company, from, to, asked.category ?? null, asked.item ?? null],
  )

const spreadOfRow = (row: DemandRow, days: number, servicePercent: Decimal): DemandSpread => {
  // Days without an issue are days of no demand.
  const quiet = Array.from({ length: Math.max(days - row.gone.length, 0) }, () => zero)
  const demand = spreadOf([...row.gone.map((quantity) => decimal(quantity)), ...quiet])
  const leads = row.leads.map((lead) => decimal(lead))
  const lead = leads.length > 1 ? spreadOf(leads) : { mean: leads[0] ?? zero, deviation: zero }
  return {
    daily: demand.mean,
    dailyDeviation: demand.deviation,
    leadDays: leads.length > 0 ? lead.mean : decimal(row.lead_days ?? usualLeadDays),
    leadDeviation: lead.deviation,
    servicePercent,
  }
}

/** Items that went out in the days before today, with the safety stock that their past asks for. */
export const readSafetyStock = async (
  work: Work,
  asked: Draft<typeof safetyStockParameters>,
): Promise<ProposedSafety[]> => {
  const days = asked.days ?? 90
  const service = asked.servicePercent ?? decimal(95)
  const problems = [
    ...(days >= 7 && days <= 1000 ? [] : [fieldProblem('days', '应为 7 到 1000 天', 'must be 7 to 1000 days')]),
    ...(service.gte(50) && service.lt(100)
      ? []
      : [fieldProblem('servicePercent', '应不低于 50 且低于 100', 'must be at least 50 and below 100')]),
  ]
  if (problems.length > 0) throw invalid('参数有误', 'The parameters are not valid', problems)
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const rows = await read(work, addDays(today, -days), today, asked)
  return rows
    .filter((row) => row.gone.length > 0)
    .map((row) => {
      const spread = spreadOfRow(row, days, service)
      const found = safetyStock(spread)
      return {
        ...found,
        id: row.id,
        code: row.code,
        name: row.name,
        spread,
        current: row.safety_stock === null ? null : decimal(row.safety_stock),
        proposed: roundedUp(found.quantity, row.places ?? 0),
      }
    })
}

const roundedUp = (quantity: Decimal, places: number): Decimal => {
  const near = round(quantity, places)
  return near.lt(quantity) ? near.plus(decimal(10).pow(-places)) : near
}
