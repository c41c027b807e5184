import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { inputVatCertification } from './input-vat-certification.ts'

/** Only tax that an invoice left pending can be certified. */
export const unsourcedTax = ({ lines }: PostingInput<typeof inputVatCertification>): FieldProblem[] =>
  lines.flatMap((line, index) =>
    line.source === null
      ? [fieldProblem(`lines.${index}.source`, '请从发票下推勾选确认', 'is certified from its invoice')]
      : [],
  )

/** What is certified comes from invoices. */
export const checkInputVatCertification = defineCheck(inputVatCertification, async (input) => unsourcedTax(input))
