import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { sampleIssue } from './sample-issue.ts'

/** A service cannot be tried at home; whether there is stock, the stock ledger says. */
export const checkSampleIssue = defineCheck(sampleIssue, async (input) => [
  ...input.lines.flatMap((line, index) =>
    input.lookup(item, line.item)?.isService
      ? [fieldProblem(`lines.${index}.item`, '服务不进库存', 'a service has no stock')]
      : [],
  ),
  ...disabledReferences(sampleIssue, input),
])
