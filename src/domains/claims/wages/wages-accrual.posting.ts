import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { wagesAccrual } from './wages-accrual.ts'
import type { wageUses } from './wages-accrual.ts'

const expenseRole: Readonly<Record<keyof typeof wageUses, AccountRoleName>> = {
  admin: 'wagesExpense',
  sales: 'salesWagesExpense',
  research: 'researchExpense',
  production: 'workInProgress',
  manufacturing: 'manufacturingOverhead',
}

/** Wages and the company's contributions are expense and owed; what is kept back of them is owed to others in their place. */
export const postWagesAccrual = definePosting(wagesAccrual, function* ({ header, lines }) {
  for (const line of lines) {
    const companyInsurance = line.companyInsurance ?? zero
    const companyFund = line.companyFund ?? zero
    const own = (line.ownInsurance ?? zero).plus(line.ownFund ?? zero)
    const tax = line.incomeTax ?? zero
    const credit = (role: AccountRoleName, amount: Decimal) =>
      amount.isZero() ? [] : [general.credit({ line, role, amount })]
    yield general.debit({
      line,
      role: expenseRole[line.use],
      amount: line.gross.plus(companyInsurance).plus(companyFund),
      dimensions: { department: line.department },
      summary: `计提 ${header.wageMonth} 工资`,
    })
    yield* credit('salaryPayable', line.gross.minus(own).minus(tax))
    yield* credit('socialSecurityPayable', companyInsurance)
    yield* credit('housingFundPayable', companyFund)
    yield* credit('incomeTaxWithheld', tax)
    if (!own.isZero() && header.fundParty !== null) {
      yield party.owe({ line, party: header.fundParty, kind: 'otherPayable', amount: own, against: within })
    }
  }
})
