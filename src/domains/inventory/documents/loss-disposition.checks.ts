import { zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { lossDisposition } from './loss-disposition.ts'

type Line = PostingInput<typeof lossDisposition>['lines'][number]

const problemsIn = (line: Line, index: number): FieldProblem[] => {
  const path = `lines.${index}`
  if (line.amount === null) return [fieldProblem(`${path}.amount`, '请填写待处理金额', 'needs the amount that waits')]
  if (line.compensation === null || line.compensation.isZero()) return []
  if (line.direction === 'gain') {
    return [fieldProblem(`${path}.compensation`, '盘盈没有赔偿', 'what was found is not paid for')]
  }
  if (line.liable === null) return [fieldProblem(`${path}.liable`, '请填写赔偿单位', 'needs who pays for it')]
  return line.compensation.gt(line.amount.plus(line.transferredTax ?? zero))
    ? [fieldProblem(`${path}.compensation`, '赔偿金额不能超过损失', 'must not exceed the loss')]
    : []
}

export const checkLossDisposition = defineCheck(lossDisposition, async (input) => [
  ...input.lines.flatMap(problemsIn),
  ...disabledReferences(lossDisposition, input),
])
