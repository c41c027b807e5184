import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { firstDay, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { monthlyPools } from '../../../ledgers/stock/carry/month-of-pools.ts'
import { costOfSalesCarry, profitCarryForward, yearEndClose } from '../documents/profit-carry-forward.ts'

const make = async (work: Work, definition: AnyDocument, input: JsonObject): Promise<string> => {
  const record = await postDocument(work, definition, await createDocument(work, definition, input))
  return String(record.header['id'])
}

interface BalanceRow {
  readonly account: string
  readonly party: string | null
  readonly department: string | null
  readonly employee: string | null
  readonly project: string | null
  readonly item: string | null
  readonly balance: string
}

const balances = (work: Work, through: CalendarDate, condition: string) =>
  work.tx.rows<BalanceRow>(
    `select e.account_id as account, e.party, e.department, e.employee, e.project, e.item, sum(e.debit - e.credit) as balance
     from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
     where e.company_id = $1 and e.date <= $2 and ${condition}
     group by a.code, 1, 2, 3, 4, 5, 6 having sum(e.debit - e.credit) <> 0 order by a.code`,
    [work.company, through],
  )

const closedLines = (rows: readonly BalanceRow[]): JsonObject[] =>
  rows.map(({ balance, ...row }) => ({ ...row, amount: decimal(balance).neg().toString() }))

/** 结转损益 of a period: all accounts of the category profit and loss, to the last cent. Null where nothing stands. */
export const carryProfitForward = async (work: Work, period: Period): Promise<string | null> => {
  const date = lastDay(period)
  const rows = await balances(work, date, `a.category = 'profitLoss'`)
  if (rows.length === 0) return null
  return make(work, profitCarryForward, { date, period, lines: closedLines(rows) })
}

/** 年结: 本年利润 and the details of 利润分配 other than 未分配利润 go there. In December alone. */
export const closeYear = async (work: Work, period: Period): Promise<string | null> => {
  const date = lastDay(period)
  const rows = await balances(
    work,
    date,
    `a.id in (select m.account from account_mapping m where m.company_id = $1 and m.role = 'currentYearProfit')`,
  )
  if (rows.length === 0 || !period.endsWith('-12')) return null
  return make(work, yearEndClose, { date, period, lines: closedLines(rows) })
}

/** 结转销售成本 of a period. Null where nothing is costed by monthly weighted average. */
export const carryCostOfSales = async (work: Work, period: Period): Promise<string | null> => {
  const pools = await monthlyPools(work, firstDay(period), lastDay(period))
  if (pools.length === 0) return null
  return make(work, costOfSalesCarry, { date: lastDay(period), period })
}
