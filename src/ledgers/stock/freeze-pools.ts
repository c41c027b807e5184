import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Work } from '../../kernel/posting/work.ts'

/**
 * Keeps the state of every cost pool at the end of a month that is being closed: replays start from there and never
 * look behind it. A pool whose chain ends in the month ends as it is; one that went on was kept when it left the month,
 * or at the end of an earlier one in which it last moved.
 */
export const freezePools = async (work: Work, through: CalendarDate): Promise<number> => {
  const { rowCount } = await work.tx.query(
    `insert into cost_snapshot (company_id, pool, through, method, quantity, amount, state, carried)
     select $1, p.pool, $2,
       case when p.last_date <= $2 then p.method else s.method end,
       case when p.last_date <= $2 then p.quantity else s.quantity end,
       case when p.last_date <= $2 then p.amount else s.amount end,
       case when p.last_date <= $2 then p.state else s.state end,
       coalesce(s.carried, false)
     from cost_pool p
     left join lateral (
       select x.method, x.quantity, x.amount, x.state, x.carried from cost_snapshot x
       where x.company_id = $1 and x.pool = p.pool and x.through <= $2 order by x.through desc limit 1) s on true
     where p.company_id = $1 and p.state is not null and (p.last_date <= $2 or s.state is not null)
     on conflict (company_id, pool, through) do update
     set method = excluded.method, quantity = excluded.quantity, amount = excluded.amount, state = excluded.state, carried = excluded.carried`,
    [work.company, through],
  )
  return rowCount
}
