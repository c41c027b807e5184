/** A line of a statement, with its number in the form and how it is filled in. */
export interface StatementLine {
  readonly line: number
  readonly item: string
  readonly formula: string
  readonly indent?: number
  readonly strong?: boolean
  /** Of the cash flow statement: which way the money goes that belongs here. */
  readonly flow?: 'in' | 'out'
}
