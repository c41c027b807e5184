import { defineDomain } from '../../kernel/definition/domain.ts'
import { bankOpening } from './documents/bank-opening.ts'
import { bankStatement } from './documents/bank-statement.ts'
import { cashCount } from './documents/cash-count.ts'
import { importStatement, previewStatement } from './calls/statement-calls.ts'
import { bankRule } from './entities/bank-rule.ts'
import { cashExpectation } from './entities/cash-expectation.ts'
import { statementFormat } from './entities/statement-format.ts'

export { bankOpening } from './documents/bank-opening.ts'
export { bankStatement } from './documents/bank-statement.ts'
export { cashCount } from './documents/cash-count.ts'
export { importStatement, previewStatement } from './calls/statement-calls.ts'
export { bankRule } from './entities/bank-rule.ts'
export { cashExpectation } from './entities/cash-expectation.ts'
export { statementFormat } from './entities/statement-format.ts'

/** 银行: statements of banks and wallets, reconciled with the books; what is in the till; what money is to come. */
export const banking = defineDomain({
  name: 'banking',
  label: '银行',
  entities: [bankRule, statementFormat, cashExpectation],
  documents: [bankStatement, bankOpening, cashCount],
  calls: [previewStatement, importStatement],
})
