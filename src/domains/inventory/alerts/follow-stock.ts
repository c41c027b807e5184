import type { Work } from '../../../kernel/posting/work.ts'
import { refreshAlerts } from './refresh-alerts.ts'

const touched = async (work: Work, table: 'stock_entry' | 'plan_entry', postings: readonly string[]) => {
  const rows = await work.tx.rows<{ item: string }>(
    `select distinct item from ${table} where company_id = $1 and posting_id = any($2::uuid[])`,
    [work.company, postings],
  )
  return rows.map((row) => row.item)
}

/** After goods moved: the items that moved are judged again, and no others. */
export const followStock = async (work: Work, postings: readonly string[]): Promise<void> => {
  const items = await touched(work, 'stock_entry', postings)
  if (items.length > 0) await refreshAlerts(work, items)
}

/** After goods were promised, or no longer: what is available of them changed. */
export const followPlan = async (work: Work, postings: readonly string[]): Promise<void> => {
  const items = await touched(work, 'plan_entry', postings)
  if (items.length > 0) await refreshAlerts(work, items)
}
