import { sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'
import type { InvoicedLine, ReceivedLine } from './compared-lines.ts'

/** What our invoice draws of a receipt's line, with its part of what the supplier's lines say. */
export interface InvoiceDraw {
  readonly line: string
  readonly item: string
  /** In the receipt line's unit. */
  readonly quantity: Decimal
  readonly net: Decimal
  readonly tax: Decimal
  readonly taxRate: Decimal
  /** Our price for it less theirs. */
  readonly expectedNet: Decimal
  /** The supplier's lines it comes from. */
  readonly from: readonly string[]
}

/** Shares the amounts of an item's invoice lines out over the receipts' lines that they are for, to the cent. */
export const shareOut = (lines: readonly InvoicedLine[], set: readonly ReceivedLine[]): InvoiceDraw[] => {
  const weights = set.map((each) => (each.net.isZero() ? each.quantity : each.net))
  const nets = allocate(sum(lines.map((line) => line.net)), weights)
  const taxes = allocate(sum(lines.map((line) => line.tax)), weights)
  return set.flatMap((each, index) => {
    const [net, tax] = [nets[index], taxes[index]]
    if (net === undefined || tax === undefined) return []
    return [
      {
        line: each.line,
        item: each.item,
        quantity: each.quantity,
        net,
        tax,
        taxRate: each.taxRate,
        expectedNet: each.net,
        from: lines.map((line) => line.id),
      },
    ]
  })
}
