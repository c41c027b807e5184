import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import type { taxReturn } from '../documents/tax-return.ts'
import type { StatedCell } from './build-return.ts'

/** The figures of a document as the forms know them. */
export const statedCells = (lines: DocumentRecord<typeof taxReturn>['lines']): StatedCell[] =>
  lines.map((line) => ({
    form: line.form,
    row: line.formRow,
    column: line.formColumn,
    amount: line.amount,
    working: line.working ?? '',
  }))
