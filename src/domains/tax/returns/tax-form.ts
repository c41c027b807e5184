import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** A form of the bureau's: its columns and its rows, as they are printed. */
export interface TaxForm {
  readonly code: string
  readonly title: string
  readonly columns: readonly (readonly [key: string, label: string])[]
  readonly rows: readonly (readonly [key: string, label: string])[]
}

/** One figure of a form, and how it came about. */
export interface FormCell {
  readonly form: string
  readonly row: string
  readonly column: string
  readonly amount: Decimal
  readonly working: string
}

/** A rule of the bureau's that ties figures together, inside a form (表内) or between forms (表间). */
export interface FormCheck {
  readonly rule: string
  readonly left: Decimal
  readonly right: Decimal
}

/** What a return asks to be paid, by tax. */
export interface TaxDue {
  readonly tax: string
  readonly amount: Decimal
}

/** A return with its figures, ready to be looked at. */
export interface BuiltReturn {
  readonly cells: readonly FormCell[]
  readonly dues: readonly TaxDue[]
}

export const cellKey = (form: string, row: string, column: string): string => `${form}/${row}/${column}`

/** The figures of a return by their place; what is not there is nothing. */
export const figuresOf = (cells: readonly Pick<FormCell, 'form' | 'row' | 'column' | 'amount'>[]) => {
  const byPlace = new Map(cells.map((cell) => [cellKey(cell.form, cell.row, cell.column), cell.amount] as const))
  return (form: string, row: string, column: string): Decimal => byPlace.get(cellKey(form, row, column)) ?? zero
}

/** A form being filled: each figure with the words that explain it. */
export const fillForm = (form: string, column: string) => {
  const cells: FormCell[] = []
  const amounts = new Map<string, Decimal>()
  const put = (row: string, amount: Decimal, working: string): Decimal => {
    amounts.set(row, amount)
    cells.push({ form, row, column, amount, working })
    return amount
  }
  return {
    cells,
    put,
    of: (row: string): Decimal => amounts.get(row) ?? decimal(0),
  }
}

/** A figure reckoned from totals, where lines were rounded each: the other one, where it is no more than a yuan away. */
export const within = (figure: Decimal, other: Decimal): Decimal => (figure.minus(other).abs().lte(1) ? other : figure)

export const passes = ({ left, right }: FormCheck): boolean => left.eq(right)
