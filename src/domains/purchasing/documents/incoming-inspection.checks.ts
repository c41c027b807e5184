import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { incomingInspection } from './incoming-inspection.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

/** Only what was received to be inspected is inspected, where it was received. */
export const unreceivedLines = ({ header, lines, source }: PostingInput<typeof incomingInspection>): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const receipt = source(purchaseReceipt, line)
    if (receipt === undefined)
      return [fieldProblem(`lines.${index}.source`, '请从采购入库单下推检验', 'is inspected from its receipt')]
    return receipt.header.warehouse === header.warehouse
      ? []
      : [fieldProblem('warehouse', '与入库仓库不同', 'is not where the goods were received')]
  })

/** What is inspected came to be inspected. */
export const checkIncomingInspection = defineCheck(incomingInspection, async (input) => unreceivedLines(input))
