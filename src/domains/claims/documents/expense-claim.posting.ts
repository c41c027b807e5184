import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { expenseItem } from '../../money/index.ts'
import { inputTaxRole } from '../../purchasing/index.ts'
import { expenseClaim } from './expense-claim.ts'

/** Cost on the account of its item, deductible tax apart; what was advanced is taken back, the rest is owed to the employee. */
export const postExpenseClaim = definePosting(expenseClaim, function* ({ header, lines, settlements, lookup }) {
  for (const line of lines) {
    const deductible = line.deductible ?? zero
    const dimensions = {
      party: header.party,
      department: line.department ?? header.department,
      employee: header.employee,
      project: line.project,
    }
    const account = lookup(expenseItem, line.expenseItem)?.account
    const summary = line.summary ?? header.reason
    const cost = { line, amount: line.gross.minus(deductible), dimensions, summary }
    yield account === undefined ? general.debit({ ...cost, role: 'adminExpense' }) : general.debit({ ...cost, account })
    if (!deductible.isZero()) yield general.debit({ line, role: inputTaxRole(line.pendingTax), amount: deductible })
  }
  if (header.party === null) return
  for (const line of settlements) {
    const { openItem, amount } = line
    yield party.settle({ line, party: header.party, kind: 'otherReceivable', openItem, amount: amount.neg() })
  }
  const amount = header.toPay ?? zero
  if (!amount.isZero()) {
    yield party.owe({ line: null, party: header.party, kind: 'otherPayable', amount, against: within })
  }
})
