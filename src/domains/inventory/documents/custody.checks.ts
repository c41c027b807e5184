import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { custodyIssue } from './custody-issue.ts'
import { custodyReceipt } from './custody-receipt.ts'

/** What leaves came from this owner. */
export const checkCustodyIssue = defineCheck(custodyIssue, async ({ header, lines, source }) =>
  lines.flatMap((line, index) => {
    const came = source(custodyReceipt, line)?.header
    const path = `lines.${index}.source`
    if (came === undefined) return [fieldProblem(path, '请从代管入库单下推', 'is drawn from what came')]
    return came.owner === header.owner ? [] : [fieldProblem(path, '来源单据是另一货主的', 'belongs to another owner')]
  }),
)
