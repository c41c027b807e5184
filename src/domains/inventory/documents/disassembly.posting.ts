import { zero } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { feeOwed } from './assembled-goods.posting.ts'
import { disassembly, partWeight } from './disassembly.ts'

/** One out at the cost that the method finds; what comes of it in, sharing that cost and the fee. */
export const postDisassembly = definePosting(disassembly, function* ({ header, lines, lookup }) {
  const weights = lines.map((line) => partWeight(header.costSplit, line, lookup(item, line.item)?.purchasePrice))
  const fees = allocate(header.fee ?? zero, weights)
  yield* stock.convert(
    [
      {
        line: null,
        item: header.item,
        quantity: header.baseQuantity ?? header.quantity,
        warehouse: header.warehouse,
        ...trackedOf(header),
      },
    ],
    lines.map((line, index) => ({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      warehouse: line.warehouse ?? header.toWarehouse ?? header.warehouse,
      weight: weights[index] ?? zero,
      fee: fees[index] ?? zero,
      ...trackedOf(line),
    })),
  )
  yield* feeOwed(header)
})
