import { definePosting } from '../../../kernel/posting/proposal.ts'
import { goElsewhere } from './elsewhere.posting.ts'
import { loanOut } from './loan-out.ts'

/** Lent goods are ours still, at cost. */
export const postLoanOut = definePosting(loanOut, function* ({ header, lines }) {
  for (const line of lines) yield* goElsewhere(line, header.warehouse, 'lent')
})
