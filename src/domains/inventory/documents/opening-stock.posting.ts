import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { openingStock } from './opening-stock.ts'

/** Goods that were there when the books began; the general ledger knows its opening by the role. */
export const postOpeningStock = definePosting(openingStock, function* ({ header, lines }) {
  for (const line of lines) {
    yield stock.receive({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      to: header.warehouse,
      ...trackedOf(line),
      amount: line.amount ?? zero,
      worth: line.markup === null || line.markup.isZero() ? null : (line.amount ?? zero).plus(line.markup),
      against: 'openingBalance',
    })
  }
})
