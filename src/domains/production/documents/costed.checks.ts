import { conflict, fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck, defineGuard } from '../../../kernel/documents/installed.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { standing } from '../costing/work-in-progress.ts'
import { completionCosting } from './completion-costing.ts'
import { costAllocation } from './cost-allocation.ts'
import { productionReceipt } from './production-receipt.ts'

/** What was trued up is taken back with its costing first. */
export const guardProductionReceipt = defineGuard(productionReceipt, async ({ header }, _action, work) => {
  const rows = await work.tx.rows<{ number: string }>(
    `select d.number from completion_costing d join completion_costing_true_ups t on t.company_id = $1 and t.owner_id = d.id
     join production_receipt_line l on l.company_id = $1 and l.id = t.receipt_line and l.owner_id = $2
     where ${standing('completion_costing', 'd')} limit 1`,
    [work.company, header.id],
  )
  const [costing] = rows
  if (costing === undefined) return
  throw conflict(
    `成本已由 ${costing.number} 结转；请先反审核该完工成本结转单`,
    `Its cost was settled by ${costing.number}; take that back first`,
  )
})

/** What is taken off accounts is what orders get; each names an order. */
export const checkCostAllocation = defineCheck(costAllocation, async ({ lines, pools }) => {
  const [given, taken] = [totalOf(lines, 'amount'), totalOf(pools, 'amount')]
  return [
    ...(given.eq(taken)
      ? []
      : [
          fieldProblem(
            'totalAmount',
            `分配 ${given.toString()} 与待分配 ${taken.toString()} 不等`,
            `${given.toString()} is shared out of ${taken.toString()}`,
          ),
        ]),
    ...lines.flatMap((line, index) =>
      line.workOrderId === null
        ? [fieldProblem(`lines.${index}.workOrder`, `没有生产任务单 ${line.workOrder}`, 'there is no such work order')]
        : [],
    ),
  ]
})

export const checkCompletionCosting = defineCheck(completionCosting, async ({ lines, trueUps }) =>
  [
    ...lines.map((line, index) => ({ line, path: `lines.${index}.workOrder` })),
    ...trueUps.map((line, index) => ({ line, path: `trueUps.${index}.workOrder` })),
  ].flatMap(({ line, path }) =>
    line.workOrderId === null
      ? [fieldProblem(path, `没有生产任务单 ${line.workOrder}`, 'there is no such work order')]
      : [],
  ),
)
