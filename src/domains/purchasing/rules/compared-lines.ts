import type { Decimal } from '../../../base/decimal.ts'

/** A line as the supplier's invoice has it: names, quantity and amounts without our codes. */
export interface InvoicedLine {
  readonly id: string
  readonly name: string
  readonly spec: string | null
  readonly quantity: Decimal | null
  readonly net: Decimal
  readonly tax: Decimal
  readonly taxRate: Decimal
  /** Our item, where someone or an earlier invoice has said which. */
  readonly item: string | null
}

/** What is open of a receipt's line, with what order and receipt say that it costs. */
export interface ReceivedLine {
  readonly line: string
  readonly receipt: string
  readonly item: string
  readonly names: readonly string[]
  /** Open, in the line's unit and in the base unit. */
  readonly quantity: Decimal
  readonly baseQuantity: Decimal
  /** The net of what is open, at the order's price; at the receipt's without an order. */
  readonly net: Decimal
  readonly taxRate: Decimal
  /** Where only a part is meant: how much is open of the whole line. */
  readonly partOf?: Decimal
}

/** How far an invoice may differ without being asked about. */
export interface MatchTolerances {
  /** Of the net of an item, in percent. */
  readonly pricePercent: Decimal
  /** Of the net of a line: what rounding does. */
  readonly amount: Decimal
  /** Of a quantity, in percent. */
  readonly quantityPercent: Decimal
}
