import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { taxAccrual } from './tax-accrual.ts'
import { taxKinds, taxRoles } from './tax-line.ts'

/** Each tax from its expense, or from the columns of 应交增值税, to what is owed for it (rule 5). */
export const postTaxAccrual = definePosting(taxAccrual, function* ({ header, lines }) {
  for (const line of lines) {
    if (line.amount.isZero()) continue
    const [debit, credit] = taxRoles[line.tax]
    const verb = line.tax.startsWith('vat') ? '结转' : '计提'
    const summary = `${verb} ${header.period} ${taxKinds[line.tax]}`
    yield general.debit({ line, role: debit, amount: line.amount, against: credit, summary })
  }
})
