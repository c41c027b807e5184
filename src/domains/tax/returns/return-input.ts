import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { AskedReturn, StatedCell } from './build-return.ts'
import { passes } from './tax-form.ts'
import type { FormCheck, TaxForm } from './tax-form.ts'

/** What a row is called on its form. */
export const rowLabel = (forms: readonly TaxForm[], cell: StatedCell): string =>
  forms.find((form) => form.code === cell.form)?.rows.find(([row]) => row === cell.row)?.[1] ?? cell.working

/** Rules with their two sides, as the document keeps them. */
export const checkLines = (checks: readonly FormCheck[]): JsonObject[] =>
  checks.map((check) => ({
    rule: check.rule,
    leftAmount: check.left.toFixed(2),
    rightAmount: check.right.toFixed(2),
    passed: passes(check),
  }))

/** A return as the document's input: its figures, what is to be paid, how its rules stand. */
export const returnInput = (built: AskedReturn, forms: readonly TaxForm[]): JsonObject => ({
  lines: built.cells.map((cell) => ({
    form: cell.form,
    formRow: cell.row,
    formColumn: cell.column,
    label: rowLabel(forms, cell).slice(0, 200),
    amount: cell.amount.toFixed(2),
    working: cell.working.slice(0, 400),
  })),
  dues: built.dues
    .filter((due) => !due.amount.isZero())
    .map((due) => ({ tax: due.tax, amount: due.amount.toFixed(2) })),
  checks: checkLines(built.checksOf(built.cells)),
})
