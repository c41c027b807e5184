import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { completionCosting } from './completion-costing.ts'

/**
 * The difference is value of the goods since the day they came in: what has left of them follows by the chain (rule 15), be it
 * to customers or to the next step. What an order cost that nothing came of is a loss.
 */
export const postCompletionCosting = definePosting(completionCosting, function* ({ lines, trueUps }) {
  for (const line of trueUps) {
    const { item, warehouse, amount, receiptLine } = line
    if (amount.isZero()) continue
    yield stock.revalue({ line, item, warehouse, amount, follows: receiptLine, against: 'workInProgress' })
  }
  for (const line of lines) {
    const loss = line.loss ?? zero
    if (loss.isZero()) continue
    const summary = `${line.workOrder} 报废损失`
    yield general.debit({ line, role: 'lossNormal', amount: loss, against: 'workInProgress', summary })
  }
})
