import type { ReadStatement } from './statement.ts'
import type { StatementTable } from './table.ts'

/** A bank's or wallet's table. */
export interface TableFormat {
  readonly name: string
  readonly label: string
  /** Headings that only its tables have, all of them. */
  readonly heads: readonly string[]
  read(table: StatementTable): ReadStatement
}
