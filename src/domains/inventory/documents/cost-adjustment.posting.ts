import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { costAdjustment } from './cost-adjustment.ts'

/** Value alone, against the role of the reason. */
export const postCostAdjustment = definePosting(costAdjustment, function* ({ header, lines, lookup }) {
  const against = lookup(stockReason, header.reason)?.role ?? 'costOfSales'
  for (const line of lines) {
    yield stock.revalue({ line, item: line.item, warehouse: header.warehouse, amount: line.amount, against })
  }
})
