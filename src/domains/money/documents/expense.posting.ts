import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { party as partyEntity } from '../../../ledgers/dimensions/party.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { deductibleTax, inputTaxRole } from '../../purchasing/index.ts'
import { expenseItem } from '../entities/expense-item.ts'
import { expense } from './expense.ts'

/** Cost on the account of its item, deductible tax apart; paid from an account, or owed to whom it is owed. */
export const postExpense = definePosting(expense, function* ({ header, lines, lookup, settings }) {
  const { taxpayer } = settingsOf(settings)
  const kind = lookup(partyEntity, header.payee)?.isSupplier ? 'payable' : 'otherPayable'
  for (const line of lines) {
    const deductible = deductibleTax({ taxpayer, invoiceKind: header.invoiceKind, tax: line.tax ?? zero })
    const dimensions = {
      party: header.payee,
      department: line.department ?? header.department,
      employee: header.employee,
      project: line.project,
    }
    const account = lookup(expenseItem, line.expenseItem)?.account
    const cost = { line, amount: line.gross.minus(deductible), dimensions, summary: line.summary ?? undefined }
    yield account === undefined ? general.debit({ ...cost, role: 'adminExpense' }) : general.debit({ ...cost, account })
    if (!deductible.isZero()) yield general.debit({ line, role: inputTaxRole(line.pendingTax), amount: deductible })
    if (header.cashAccount !== null)
      yield cash.pay({ line, account: header.cashAccount, amount: line.gross, field: 'cashAccount' })
    else if (header.payee !== null) {
      yield party.owe({ line, party: header.payee, kind, amount: line.gross, due: header.dueOn, against: within })
    }
  }
})
