import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { classifyAbc } from '../rules/abc-class.ts'
import type { AbcClass } from '../rules/abc-class.ts'

/** The items of a class by what left stock at cost in the year that ends on a day; what did not move is C. */
export const itemsOfClass = async (work: Work, wanted: AbcClass, through: CalendarDate): Promise<string[]> => {
  const rows = await work.tx.rows<{ item: string; value: string }>(
    `select i.id as item, coalesce(sum(-e.amount), 0) as value from item i
     left join stock_entry e on e.company_id = $1 and e.item = i.id and e.kind = 'issue' and e.date > $2 and e.date <= $3
     where i.company_id = $1 and not i.disabled and not coalesce(i.is_service, false)
     group by i.id, i.code order by i.code`,
    [work.company, addDays(through, -365), through],
  )
  const classes = classifyAbc(rows.map(({ item, value }) => ({ item, value: decimal(value) })))
  return [...classes].flatMap(([{ item }, abc]) => (abc === wanted ? [item] : []))
}
