import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { servicesIn } from './inventory.checks.ts'
import { transferIn } from './transfer-in.ts'
import { transferOut } from './transfer-out.ts'

/** What arrives was sent, and to this warehouse. */
const notSent = ({ header, lines, source }: PostingInput<typeof transferIn>): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const sent = source(transferOut, line)?.header
    if (sent === undefined) {
      return [fieldProblem(`lines.${index}.source`, '请从分步调出单下推', 'is drawn from what was sent')]
    }
    return sent.toWarehouse === header.toWarehouse
      ? []
      : [fieldProblem('toWarehouse', '与调出单的调入仓库不同', 'is not where the goods were sent')]
  })

const lossWithoutReason = ({ header, lines }: PostingInput<typeof transferIn>): FieldProblem[] =>
  header.lossReason === null && lines.some((line) => line.outcome === 'short' || line.outcome === 'damaged')
    ? [fieldProblem('lossReason', '有短少或毁损，请填写途损原因', 'needs the reason of what is short or broken')]
    : []

export const checkTransferOut = defineCheck(transferOut, async (input) => [
  ...servicesIn(input),
  ...disabledReferences(transferOut, input),
])

export const checkTransferIn = defineCheck(transferIn, async (input) => [
  ...notSent(input),
  ...lossWithoutReason(input),
  ...disabledReferences(transferIn, input),
])
