import type { Work } from '../../../kernel/posting/work.ts'

/** Items that have been costed across warehouses, so that what the entries of one warehouse add up to is not its value. */
export const sharedItems = async (work: Work): Promise<ReadonlySet<string>> => {
  const rows = await work.tx.rows<{ item: string }>(
    `select item from cost_pool where company_id = $1 and pool = item::text and last_date is not null`,
    [work.company],
  )
  return new Set(rows.map((row) => row.item))
}
