import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { wagesPayment } from './wages-payment.ts'
import type { wageDues } from './wages-payment.ts'

const roleOf: Readonly<Record<keyof typeof wageDues, AccountRoleName>> = {
  wages: 'salaryPayable',
  insurance: 'socialSecurityPayable',
  fund: 'housingFundPayable',
  incomeTax: 'incomeTaxWithheld',
}

/** Money out against what was accrued. */
export const postWagesPayment = definePosting(wagesPayment, function* ({ header, lines, settlements }) {
  for (const line of lines) {
    yield cash.pay({ line, account: header.cashAccount, amount: line.amount, field: 'cashAccount' })
    yield general.debit({ line, role: roleOf[line.due], amount: line.amount })
  }
  for (const line of settlements) {
    const { kind, openItem, amount } = line
    yield cash.pay({ line, account: header.cashAccount, amount, field: 'cashAccount' })
    yield party.settle({ line, party: line.party, kind, openItem, amount })
  }
})
