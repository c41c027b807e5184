import type { LineBase } from '../../../kernel/definition/record.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { PlaceKind } from '../../../ledgers/dimensions/place.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'

interface Moved extends LineBase {
  readonly item: Id<'item'>
  readonly quantity: Decimal
  readonly baseQuantity: Decimal | null
  readonly lot: string | null
}

const goodsOf = (line: Moved, warehouse: Id<'warehouse'>) => ({
  line,
  item: line.item,
  quantity: line.baseQuantity ?? line.quantity,
  ...trackedOf(line),
  from: warehouse,
  to: warehouse,
})

/** Goods of ours go to someone else's place, at cost. */
export const goElsewhere = (line: Moved, warehouse: Id<'warehouse'>, place: PlaceKind) =>
  stock.transfer({ ...goodsOf(line, warehouse), toPlace: place })

/** Goods of ours come back from someone else's place, at cost. */
export const comeBack = (line: Moved, warehouse: Id<'warehouse'>, place: PlaceKind) =>
  stock.transfer({ ...goodsOf(line, warehouse), place, toPlace: 'onHand' })
