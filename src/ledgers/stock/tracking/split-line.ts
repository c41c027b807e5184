import type { Decimal } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import { allocate } from '../../../base/money.ts'
import type { Id } from '../../../base/id.ts'
import type { LineSource } from '../../../kernel/definition/record.ts'

/** What completions read and write of a line of goods, whatever else its document keeps on it. */
export interface LotLine extends Readonly<Record<string, unknown>> {
  readonly id?: Id<'line'>
  readonly lineNo?: number
  readonly source?: LineSource | null
  readonly item?: Id<'item'> | null
  readonly warehouse?: Id<'warehouse'> | null
  readonly fromWarehouse?: Id<'warehouse'> | null
  readonly unit?: Id<'unit'> | null
  readonly quantity?: Decimal | null
  readonly baseQuantity?: Decimal | null
  readonly secondQuantity?: Decimal | null
  readonly lot?: string | null
  readonly bin?: Id<'bin'> | null
  readonly serials?: string | null
  readonly supplierLot?: string | null
  readonly tax?: Decimal | null
  readonly gross?: Decimal | null
  readonly allowance?: Decimal | null
}

/** A part of a line: so much of its quantity, in its own unit, of one lot; null where no lot was found for it. */
export interface LinePart {
  readonly lot: string | null
  /** The bin that it is taken from; the line's own unless said. */
  readonly bin?: Id<'bin'> | null
  readonly quantity: Decimal
}

const shares = (total: Decimal | null | undefined, weights: readonly Decimal[], places?: number) =>
  total === null || total === undefined ? weights.map(() => null) : allocate(total, weights, places)

/**
 * A line in parts, which add up to it in every measure: quantities, both of them, and amounts by largest remainder. The
 * first part keeps the line's id, all keep its source.
 */
export const splitLine = <Line extends LotLine>(line: Line, parts: readonly LinePart[]): Line[] => {
  const weights = parts.map((part) => part.quantity)
  const second = shares(line.secondQuantity, weights, 6)
  const gross = shares(line.gross, weights)
  const tax = shares(line.tax, weights)
  const allowance = shares(line.allowance, weights)
  return parts.map((part, index) => {
    const of = { gross: gross[index] ?? null, tax: tax[index] ?? null }
    return {
      ...line,
      ...(index === 0 ? {} : { id: newId<'line'>() }),
      lot: part.lot,
      ...(part.bin === undefined ? {} : { bin: part.bin }),
      quantity: part.quantity,
      ...('secondQuantity' in line ? { secondQuantity: second[index] ?? null } : {}),
      ...('gross' in line && of.gross !== null && of.tax !== null
        ? { gross: of.gross, tax: of.tax, net: of.gross.minus(of.tax) }
        : {}),
      ...('allowance' in line ? { allowance: allowance[index] ?? null } : {}),
    }
  })
}
