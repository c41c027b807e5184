import { lastDay, period } from '../../base/period.ts'
import { toCents } from '../../base/fixed-point.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { AccountTree } from '../../ledgers/general/account-tree.ts'
import type { BooksView } from '../../ledgers/general/account-totals.ts'
import { lineCondition } from '../../ledgers/general/line-totals.ts'

/** What is planned for an account of a department or a project, in cents. */
export interface Budget {
  readonly account: string
  readonly department: string | null
  readonly project: string | null
  readonly month: bigint
  readonly year: bigint
  readonly whole: bigint
}

/** Budgets of a year that are in force, summed: of a month, up to it, of the whole year. */
export const budgetsOf = async (work: Work, year: number, month: number): Promise<Budget[]> => {
  const rows = await work.tx.rows<{
    account: string
    department: string | null
    project: string | null
    month: string
    year: string
    whole: string
  }>(
    `select l.account, b.department, b.project, coalesce(sum(l.amount) filter (where l.month = $3), 0) as month,
       coalesce(sum(l.amount) filter (where l.month <= $3), 0) as year, sum(l.amount) as whole
     from money_budget b join money_budget_line l on l.company_id = $1 and l.owner_id = b.id
     where b.company_id = $1 and b.state in ('posted', 'closed') and b.year = $2 group by 1, 2, 3`,
    [work.company, year, month],
  )
  return rows.map((row) => ({
    account: row.account,
    department: row.department,
    project: row.project,
    month: toCents(row.month),
    year: toCents(row.year),
    whole: toCents(row.whole),
  }))
}

/** What was spent under a budget in its month and in the year up to it: debits less credits, closings left out. */
export const spentOf = async (
  work: Work,
  tree: AccountTree,
  budget: Pick<Budget, 'account' | 'department' | 'project'>,
  year: number,
  month: number,
  view: BooksView,
): Promise<{ readonly month: bigint; readonly year: bigint }> => {
  const accounts = tree.within(budget.account).map((node) => node.id)
  const { department, project } = budget
  const condition = lineCondition({ ...view, closing: false }, { department, project }, accounts, 4)
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  const rows = await work.tx.rows<{ month: string; year: string }>(
    `select coalesce(sum(e.debit - e.credit) filter (where e.date >= $4), 0) as month, coalesce(sum(e.debit - e.credit), 0) as year
     from general_entry e where e.company_id = $1 and e.date between $2 and $3 and e.voucher_kind <> 'opening' and ${condition.sql}`,
    [work.company, `${year}-01-01`, lastDay(period(from.slice(0, 7))), from, ...condition.values],
  )
  return { month: toCents(rows[0]?.month ?? '0'), year: toCents(rows[0]?.year ?? '0') }
}
