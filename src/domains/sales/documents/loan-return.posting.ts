import { definePosting } from '../../../kernel/posting/proposal.ts'
import { comeBack } from './elsewhere.posting.ts'
import { loanReturn } from './loan-return.ts'

/** Lent goods are on hand again. */
export const postLoanReturn = definePosting(loanReturn, function* ({ header, lines }) {
  for (const line of lines) yield* comeBack(line, header.warehouse, 'lent')
})
