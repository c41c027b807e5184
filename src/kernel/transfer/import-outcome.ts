import type { Message } from '../definition/problem.ts'
import type { SkippedRow } from './layout/body-rows.ts'
import type { MatchedBy } from './layout/column-names.ts'
import type { Mend } from './values/read-cell.ts'

/** What is wrong with a cell of a file, and what would mend it. */
export interface CellProblem {
  readonly sheet: string
  readonly row: number
  /** The head's text, or nothing where the row as a whole is at fault. */
  readonly column: string | null
  readonly at: number | null
  readonly value: string
  readonly message: Message
  readonly mends: readonly Mend[]
  /** A record that is missing and could be made. */
  readonly create: MissingRecord | null
  /** Rows of the file that say the same. */
  readonly others?: readonly number[]
  /** Someone else has changed the cell since the export: a person says whose stands. */
  readonly conflict?: boolean
}

export interface MissingRecord {
  readonly type: string
  readonly label: string
  readonly name: string
}

/** The sum of a column of numbers, beside the one that the table states itself. */
export interface ControlTotal {
  readonly column: string
  readonly at: number
  readonly sum: string
  readonly stated: string | null
}

/** A column of the file as it was understood. */
export interface UnderstoodColumn {
  readonly at: number
  readonly head: string
  /** Where it goes; null where it is left out. */
  readonly target: string | null
  readonly label: string | null
  readonly by: MatchedBy | null
  readonly confidence: number
  /** What words of this column are remembered by. */
  readonly valueKey: string | null
  readonly sample: readonly string[]
}

/** A cell of a record that is there already, and that the file would change. */
export interface ChangedCell {
  readonly row: number
  readonly at: number
  readonly before: string
  readonly after: string
  /** What it was when it was exported, where someone has changed it since. */
  readonly base: string | null
  readonly conflict: boolean
}

export interface GridRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** What became of an import. */
export interface ImportOutcome {
  readonly rows: number
  readonly records: number
  readonly created: number
  readonly updated: number
  /** Records that are as the file says already. */
  readonly unchanged: number
  /** Rows that were left out because of mistakes. */
  readonly refusedRows: number
  readonly errors: readonly CellProblem[]
  readonly errorCount: number
  readonly unknownColumns: readonly string[]
  /** Sums of the file's number columns, to hold against the source. */
  readonly controlTotals: Readonly<Record<string, string>>
  readonly totals: readonly ControlTotal[]
  readonly headRow: number
  readonly fingerprint: string
  readonly columns: readonly UnderstoodColumn[]
  readonly skipped: readonly SkippedRow[]
  readonly changes: readonly ChangedCell[]
  readonly changeCount: number
  /** Rows of the file to be looked at: the first ones, and all that something is to be said of. */
  readonly grid: readonly GridRow[]
  /** The order of days could not be told from the file. */
  readonly asksDateOrder: boolean
  /** To take it back by; null when nothing was kept. */
  readonly batch: string | null
}
