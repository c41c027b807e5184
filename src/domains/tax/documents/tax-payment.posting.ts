import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { dueTaxes } from '../returns/return-kinds.ts'
import type { DueTax } from '../returns/return-kinds.ts'
import { taxPayment } from './tax-payment.ts'

const owed: Readonly<Record<DueTax, AccountRoleName>> = {
  vat: 'unpaidVat',
  cityTax: 'cityTaxPayable',
  education: 'educationPayable',
  localEducation: 'localEducationPayable',
  stampDuty: 'stampDutyPayable',
  incomeTax: 'incomeTaxPayable',
}

/** What was owed for each tax leaves the account. A small-scale taxpayer owes its VAT where it charged it. */
export const postTaxPayment = definePosting(taxPayment, function* ({ header, lines, settings }) {
  const isSmallScale = settingsOf(settings).taxpayer === 'smallScale'
  for (const line of lines) {
    const role = line.tax === 'vat' && isSmallScale ? 'simpleVat' : owed[line.tax]
    const summary = `缴纳 ${line.period ?? ''} ${dueTaxes[line.tax]}`
    yield general.debit({ line, role, amount: line.amount, summary })
    yield cash.pay({ line, account: header.cashAccount, amount: line.amount, field: 'cashAccount' })
  }
})
