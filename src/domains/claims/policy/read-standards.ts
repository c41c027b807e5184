import { decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { TravelLimit } from '../rules/travel-limit.ts'

/** What the company bears of an expense item, and the grades of those who claim. */
export interface Standard {
  readonly basis: 'day' | 'receipt'
  readonly control: 'warn' | 'forbid'
  readonly limits: readonly TravelLimit[]
  readonly levels: ReadonlyMap<string, string | null>
}

/** The standards in force, by expense item. */
export const readStandards = async (
  work: Work,
  employees: readonly string[],
): Promise<ReadonlyMap<string, Standard>> => {
  const [rows, people] = await Promise.all([
    work.tx.rows<{
      item: string
      basis: Standard['basis']
      control: Standard['control']
      level: string | null
      cities: string | null
      limit_amount: string
    }>(
      `select s.expense_item as item, s.basis, s.control, l.level, l.cities, l.allowed as limit_amount
       from travel_standard s join travel_standard_limits l on l.company_id = $1 and l.owner_id = s.id
       where s.company_id = $1 and not s.disabled order by s.code, l.line_no`,
      [work.company],
    ),
    work.tx.rows<{ id: string; level: string | null }>(
      `select id, level from employee where company_id = $1 and id = any($2::uuid[])`,
      [work.company, [...new Set(employees)]],
    ),
  ])
  const levels = new Map(people.map(({ id, level }) => [id, level]))
  return new Map(
    [...Map.groupBy(rows, (row) => row.item)].map(([item, limits]) => [
      item,
      {
        basis: limits[0]?.basis ?? 'day',
        control: limits[0]?.control ?? 'warn',
        levels,
        limits: limits.map(({ level, cities, limit_amount: limit }) => ({ level, cities, limit: decimal(limit) })),
      },
    ]),
  )
}
