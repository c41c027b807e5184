import { isPeriod } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { snake } from '../../../kernel/definition/define.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { ClosePart, Work } from '../../../kernel/posting/work.ts'
import { settleMonth, unsettled } from '../costing/settle-month.ts'
import { completionCosting } from '../documents/completion-costing.ts'
import { costAllocation } from '../documents/cost-allocation.ts'
import { settleProductionCost } from './settle-production-cost.ts'

export const runSettleProductionCost = defineProcessRun(settleProductionCost, async ({ period }, inWork, progress) => {
  if (!period || !isPeriod(period))
    throw invalid('请填写月份', 'Say which month', [fieldProblem('period', '如 2026-01', 'as 2026-01')])
  await progress.report(0, 1)
  const numbers = await inWork((work) => settleMonth(work, period))
  await progress.report(1, 1)
  return { documents: numbers.length, numbers: numbers.join('、') }
})

const documentsOf = async (work: Work, period: Period): Promise<string[]> => {
  const found = await Promise.all(
    [costAllocation, completionCosting].map((document) =>
      work.tx.rows<{ id: string }>(
        `select id from ${snake(document.name)} where company_id = $1 and period = $2 and state = 'posted'`,
        [work.company, period],
      ),
    ),
  )
  return found.flat().map((row) => row.id)
}

/** 成本结转 before a month is closed. */
export const productionClose: ClosePart = {
  name: 'productionCosted',
  label: '成本结转',
  blocking: false,
  report: 'productCostSheet',
  settle: async (work, period) => {
    await settleMonth(work, period)
  },
  made: documentsOf,
  remains: async (work, period) => {
    const left = await unsettled(work, period)
    return left === null ? null : { byClose: left }
  },
}
