import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { incomeItem } from '../entities/income-item.ts'
import { otherIncome } from './other-income.ts'

/** Money in, or owed to us, against the account of the item, VAT apart. */
export const postOtherIncome = definePosting(otherIncome, function* ({ header, lines, lookup, settings }) {
  const taxRole = settingsOf(settings).taxpayer === 'smallScale' ? 'simpleVat' : 'outputVat'
  for (const line of lines) {
    const tax = line.tax ?? zero
    const dimensions = {
      party: header.payer,
      department: line.department ?? header.department,
      employee: header.employee,
      project: line.project,
    }
    const account = lookup(incomeItem, line.incomeItem)?.account
    const income = { line, amount: line.gross.minus(tax), dimensions, summary: line.summary ?? undefined }
    yield account === undefined
      ? general.credit({ ...income, role: 'otherRevenue' })
      : general.credit({ ...income, account })
    if (!tax.isZero()) yield general.credit({ line, role: taxRole, amount: tax })
    if (header.cashAccount !== null)
      yield cash.receive({ line, account: header.cashAccount, amount: line.gross, field: 'cashAccount' })
    else if (header.payer !== null) {
      yield party.charge({ line, party: header.payer, kind: 'otherReceivable', amount: line.gross, against: within })
    }
  }
})
