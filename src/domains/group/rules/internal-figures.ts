import type { Layer } from './newest-first.ts'

/** What a company has with one sister, in its own books; cents, on lines of the consolidated forms. */
export interface WithSister {
  /** Claims and debts by line of the balance sheet, as the company's statement shows them. */
  readonly balances: ReadonlyMap<number, bigint>
  /** Sales to the sister in the year. */
  readonly revenue: bigint
  /** What the sister charged that went to profit and loss at once, by line of the income statement. */
  readonly charged: ReadonlyMap<number, bigint>
  /** Money from and to the sister in the year, by line of the cash flow statement. */
  readonly cash: ReadonlyMap<number, bigint>
}

/** Goods between sisters at the end of a day. */
export interface GoodsBetween {
  /** What was sold to each sister, by sister and code of item, with the profit as the amount. */
  readonly sold: ReadonlyMap<string, ReadonlyMap<string, readonly Layer[]>>
  /** What is still held of what came from each sister, by sister and code of item. */
  readonly held: ReadonlyMap<string, ReadonlyMap<string, bigint>>
}

/** A company's dealings with its sisters, by the sister's code. */
export interface InternalFigures {
  readonly sisters: ReadonlyMap<string, WithSister>
  readonly atEnd: GoodsBetween
  readonly atYearStart: GoodsBetween
}
