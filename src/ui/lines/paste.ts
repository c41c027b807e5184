import type { Reference } from '../field/field.ts'
import { readText } from '../field/read-text.ts'
import { newLine, type Line, type LineChange, type LineColumn } from './line.ts'

export type PasteProblem = { readonly key: string; readonly field: string; readonly message: string }

/** A pasted text that names a record and still has to be looked up. */
export type PendingReference = { readonly key: string; readonly field: string; readonly text: string }

export type PastePlan = {
  readonly changes: readonly LineChange[]
  readonly pending: readonly PendingReference[]
  readonly problems: readonly PasteProblem[]
  readonly rows: number
  readonly columns: number
}

export type PasteTarget = {
  readonly row: number
  readonly column: number
  readonly growable: boolean
  readonly today: string
}

/**
 * Lays a block over the lines, from the cursor right and down, making lines where there are none. Read-only columns are
 * passed over with their cells, so that a block copied from this grid lands where it came from. What cannot be read stays
 * out and is reported on its cell.
 */
export function planPaste(
  lines: readonly Line[],
  columns: readonly LineColumn[],
  cells: readonly (readonly string[])[],
  target: PasteTarget,
): PastePlan {
  const changes: LineChange[] = []
  const pending: PendingReference[] = []
  const problems: PasteProblem[] = []
  let added = 0
  let rows = 0
  for (const [offset, cellsOfRow] of cells.entries()) {
    let line = lines[target.row + offset]
    if (line === undefined) {
      if (!target.growable) break
      line = newLine()
      changes.push({ type: 'insert', at: lines.length + added, line })
      added += 1
    }
    rows += 1
    for (const [index, text] of cellsOfRow.entries()) {
      const column = columns[target.column + index]
      if (column === undefined || column.readOnly) continue
      if (column.kind === 'reference') {
        if (text.trim() === '') changes.push({ type: 'set', key: line.key, field: column.key, value: null })
        else pending.push({ key: line.key, field: column.key, text: text.trim() })
        continue
      }
      const read = readText(column, text, target.today)
      if (read.ok) changes.push({ type: 'set', key: line.key, field: column.key, value: read.value })
      else problems.push({ key: line.key, field: column.key, message: read.message })
    }
  }
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  return { changes, pending, problems, rows, columns: Math.min(width, columns.length - target.column) }
}

/** What the looked-up records change, and what was not found. `found` runs beside `pending`. */
export function settleReferences(
  pending: readonly PendingReference[],
  found: readonly (Reference | null)[],
  notFound: (text: string) => string,
): { changes: LineChange[]; problems: PasteProblem[] } {
  const changes: LineChange[] = []
  const problems: PasteProblem[] = []
  for (const [index, wanted] of pending.entries()) {
    const reference = found[index] ?? null
    if (reference === null) problems.push({ key: wanted.key, field: wanted.field, message: notFound(wanted.text) })
    else changes.push({ type: 'set', key: wanted.key, field: wanted.field, value: reference })
  }
  return { changes, problems }
}
