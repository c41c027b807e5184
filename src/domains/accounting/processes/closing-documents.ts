import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { firstDay, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { monthlyPools } from '../../../ledgers/stock/carry/month-of-pools.ts'
import { makeDocument } from './make-document.ts'
import { surplusReserve } from '../rules/surplus-reserve.ts'
import { costOfSalesCarry, profitCarryForward, researchCarry, yearEndClose } from '../documents/profit-carry-forward.ts'

interface BalanceRow {
  readonly account: string
  readonly branch: string | null
  readonly party: string | null
  readonly department: string | null
  readonly employee: string | null
  readonly project: string | null
  readonly item: string | null
  readonly auxiliary1: string | null
  readonly auxiliary2: string | null
  readonly balance: string
}

const balances = (work: Work, through: CalendarDate, condition: string) =>
  work.tx.rows<BalanceRow>(
    `select e.account_id as account, e.branch, e.party, e.department, e.employee, e.project, e.item, e.auxiliary1, e.auxiliary2,
       sum(e.debit - e.credit) as balance
     from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
     where e.company_id = $1 and e.date <= $2 and ${condition}
     group by a.code, 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(e.debit - e.credit) <> 0 order by a.code`,
    [work.company, through],
  )

const closedLines = (rows: readonly BalanceRow[]): JsonObject[] =>
  rows.map(({ balance, ...row }) => ({ ...row, amount: decimal(balance).neg().toString() }))

const accountOf = (role: AccountRoleName) =>
  `(select m.account from account_mapping m where m.company_id = $1 and m.role = '${role}')`

/** The accounts of a role, their details included. */
const isOf = (role: AccountRoleName) => `(a.id in ${accountOf(role)} or a.parent in ${accountOf(role)})`

/** 结转损益 of a period: all accounts of the category profit and loss, to the last cent. Null where nothing stands. */
export const carryProfitForward = async (work: Work, period: Period): Promise<string | null> => {
  const date = lastDay(period)
  const [rows, prior] = await Promise.all([
    balances(work, date, `a.category = 'profitLoss'`),
    balances(work, date, isOf('priorYearAdjustment')),
  ])
  if (rows.length === 0) return null
  const earlier = new Set(prior.map((row) => row.account))
  const lines = rows.flatMap((row) =>
    closedLines([row]).map((line) => ({ ...line, toRetained: earlier.has(row.account) })),
  )
  return makeDocument(work, profitCarryForward, { date, period, lines })
}

/** 结转研发费用 of a period. Null where nothing stands on 费用化支出. */
export const carryResearch = async (work: Work, period: Period): Promise<string | null> => {
  const date = lastDay(period)
  const rows = await balances(work, date, isOf('researchExpense'))
  return rows.length === 0 ? null : makeDocument(work, researchCarry, { date, period, lines: closedLines(rows) })
}

/** Details of 利润分配 other than 未分配利润: what was given to owners and put by during the year. */
const isAllocation = `(a.parent in (select r.parent from account r where r.company_id = $1 and r.id in ${accountOf('retainedEarnings')})
  and a.id not in ${accountOf('retainedEarnings')} and a.id not in ${accountOf('openingBalance')})`

/** Credit balance of a role's accounts, details included. */
const creditOf = async (work: Work, through: CalendarDate, role: AccountRoleName): Promise<Decimal> => {
  const rows = await balances(work, through, isOf(role))
  return rows.reduce((sum, row) => sum.minus(row.balance), zero)
}

const reserveOf = async (work: Work, date: CalendarDate): Promise<Decimal> => {
  if (!settingsOf(work.settings).surplusReserve) return zero
  const [profit, retained, reserve, capital] = await Promise.all([
    creditOf(work, date, 'currentYearProfit'),
    creditOf(work, date, 'retainedEarnings'),
    creditOf(work, date, 'surplusReserve'),
    creditOf(work, date, 'paidInCapital'),
  ])
  return surplusReserve({ profit, retained, reserve, capital })
}

/** 年结: 本年利润 and the details of 利润分配 go to 未分配利润, after what is put by. In December alone. */
export const closeYear = async (work: Work, period: Period): Promise<string | null> => {
  if (!period.endsWith('-12')) return null
  const date = lastDay(period)
  const [rows, reserve] = await Promise.all([
    balances(work, date, `(a.id in ${accountOf('currentYearProfit')} or ${isAllocation})`),
    reserveOf(work, date),
  ])
  if (rows.length === 0) return null
  const put = reserve.isZero() ? null : reserve.toString()
  return makeDocument(work, yearEndClose, { date, period, lines: closedLines(rows), surplusReserve: put })
}

/** 结转销售成本 of a period. Null where nothing is costed by monthly weighted average. */
export const carryCostOfSales = async (work: Work, period: Period): Promise<string | null> => {
  const pools = await monthlyPools(work, firstDay(period), lastDay(period))
  if (pools.length === 0) return null
  return makeDocument(work, costOfSalesCarry, { date: lastDay(period), period })
}
