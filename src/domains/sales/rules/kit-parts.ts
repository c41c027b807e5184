import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import type { ItemRecord } from '../../../ledgers/dimensions/item.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'

/** Goods that really move for a line, in their base unit. */
export interface MovedGoods {
  readonly item: Id<'item'>
  readonly quantity: Decimal
}

/** A line's lot, serial numbers and second quantity are of what stands on it, not of the parts of a kit. */
export const trackedPart = (line: { readonly item: Id<'item'> } & Parameters<typeof trackedOf>[0], part: MovedGoods) =>
  part.item === line.item ? trackedOf(line) : {}

type Lookup = (definition: typeof item, id: Id<'item'>) => ItemRecord | undefined

/** What leaves for so many of an item: itself, or the parts of a kit (套件); nothing for a service. */
export const goodsMoved = (lookup: Lookup, sold: Id<'item'>, quantity: Decimal): MovedGoods[] => {
  const record = lookup(item, sold)
  if (record?.isService) return []
  if (record === undefined || record.isAssembled === true || record.components.length === 0)
    return [{ item: sold, quantity }]
  return record.components.map((part) => ({ item: part.component, quantity: quantity.times(part.quantity) }))
}
