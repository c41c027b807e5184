import { decimal, zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { feeOwed } from './assembled-goods.posting.ts'
import { assembly } from './assembly.ts'

/** Components out at the cost that the method finds, and one product in at all of it and the fee. */
export const postAssembly = definePosting(assembly, function* ({ header, lines }) {
  yield* stock.convert(
    lines.map((line) => ({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      warehouse: line.warehouse ?? header.fromWarehouse ?? header.warehouse,
      ...trackedOf(line),
    })),
    [
      {
        line: null,
        item: header.item,
        quantity: header.baseQuantity ?? header.quantity,
        warehouse: header.warehouse,
        weight: decimal(1),
        fee: header.fee ?? zero,
        ...trackedOf(header),
      },
    ],
  )
  yield* feeOwed(header)
})
