import { definePosting } from '../../../kernel/posting/proposal.ts'
import { carryOver } from '../../../ledgers/stock/carry-over/carry-over.ts'
import { costMethodChange } from './cost-method-change.ts'
import { stockReclassification } from './stock-reclassification.ts'

/** All goods of the items are carried out of their pools and in again at the same value, by the new method or apart by warehouse. */
export const postCostMethodChange = definePosting(costMethodChange, function* ({ header, lines }) {
  for (const line of lines) yield carryOver.toCosting({ line, item: line.item }, header)
})

/** The same, on the account of the new category. */
export const postStockReclassification = definePosting(stockReclassification, function* ({ header, lines }) {
  for (const line of lines) yield carryOver.toCategory({ line, item: line.item }, header.category)
})
