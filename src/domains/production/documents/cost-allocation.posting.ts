import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { workshop } from '../entities/workshop.ts'
import { costElements } from '../rules/elements.ts'
import { costAllocation } from './cost-allocation.ts'

/** Off the accounts on which it was gathered, onto the orders. */
export const postCostAllocation = definePosting(costAllocation, function* ({ lines, pools, lookup }) {
  for (const line of pools) {
    const { account, amount, department, element } = line
    yield general.credit({ line, account, amount, dimensions: { department }, summary: `分配${costElements[element]}` })
  }
  for (const line of lines) {
    const department = lookup(workshop, line.workshop)?.department ?? null
    const summary = `${costElements[line.element]}分配至 ${line.workOrder}`
    yield general.debit({ line, role: 'workInProgress', amount: line.amount, dimensions: { department }, summary })
  }
})
