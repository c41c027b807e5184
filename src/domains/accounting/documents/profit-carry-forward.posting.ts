import { period } from '../../../base/period.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { general } from '../../../ledgers/general/general.ts'
import { carryMonth } from '../../../ledgers/stock/carry/carry-proposal.ts'
import { costOfSalesCarry, profitCarryForward, researchCarry, yearEndClose } from './profit-carry-forward.ts'

type ClosedLine = LineBase & {
  readonly account: Id<'account'>
  readonly amount: Decimal
  readonly branch: string | null
  readonly party: string | null
  readonly department: string | null
  readonly employee: string | null
  readonly project: string | null
  readonly item: string | null
  readonly auxiliary1: string | null
  readonly auxiliary2: string | null
  readonly toRetained: boolean | null
}

const closeInto = (line: ClosedLine, into: AccountRoleName) => {
  const { account, amount, branch, party, department, employee, project, item, auxiliary1, auxiliary2 } = line
  return general.debit({
    line,
    account,
    amount,
    against: into,
    dimensions: { branch, party, department, employee, project, item, auxiliary1, auxiliary2 },
  })
}

/** 以前年度损益调整 is no profit of this year: it goes to 未分配利润 at once (rule 25). */
export const postProfitCarryForward = definePosting(profitCarryForward, function* ({ lines }) {
  for (const line of lines) yield closeInto(line, line.toRetained ? 'retainedEarnings' : 'currentYearProfit')
})

export const postResearchCarry = definePosting(researchCarry, function* ({ lines }) {
  for (const line of lines) yield closeInto(line, 'researchCharged')
})

/** What is put by is a detail of 利润分配 first, and like the other details ends in 未分配利润 (rule 25). */
export const postYearEndClose = definePosting(yearEndClose, function* ({ header, lines }) {
  for (const line of lines) yield closeInto(line, 'retainedEarnings')
  const amount = header.surplusReserve ?? zero
  if (amount.isZero()) return
  const role = 'surplusReserveAppropriation'
  yield general.debit({ line: null, role, amount, against: 'surplusReserve' })
  yield general.credit({ line: null, role, amount, against: 'retainedEarnings' })
})

export const postCostOfSalesCarry = definePosting(costOfSalesCarry, function* ({ header }) {
  yield carryMonth(period(header.period))
})
