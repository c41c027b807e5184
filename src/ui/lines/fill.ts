import { isReference, type FieldValue } from '../field/field.ts'
import { addDecimalTexts } from '../number/decimal-text.ts'
import { newLine, type Line, type LineChange, type LineColumn } from './line.ts'

type Block = { top: number; bottom: number; left: number; right: number }

/** Ctrl-D: the top row of the block goes into the rows below it; a single row takes over what is above it. */
export function fillDown(lines: readonly Line[], columns: readonly LineColumn[], block: Block): LineChange[] {
  const single = block.top === block.bottom
  const source = lines[single ? block.top - 1 : block.top]
  if (source === undefined) return []
  const targets = lines.slice(single ? block.top : block.top + 1, block.bottom + 1)
  const filled = columns.slice(block.left, block.right + 1).filter((column) => !column.readOnly)
  return targets.flatMap((line) =>
    filled.map((column): LineChange => ({
      type: 'set',
      key: line.key,
      field: column.key,
      value: source.values[column.key] ?? null,
    })),
  )
}

/** Delete: empties what can be emptied in the block. */
export function clearBlock(lines: readonly Line[], columns: readonly LineColumn[], block: Block): LineChange[] {
  const cleared = columns.slice(block.left, block.right + 1).filter((column) => !column.readOnly)
  return lines.slice(block.top, block.bottom + 1).flatMap((line) =>
    cleared
      .filter((column) => (line.values[column.key] ?? null) !== null)
      .map((column): LineChange => ({
        type: 'set',
        key: line.key,
        field: column.key,
        value: column.kind === 'boolean' ? false : null,
      })),
  )
}

export type ScanTarget = { readonly reference: string; readonly quantity: string }

/** A scanned record adds one to its line, or makes a line of one: in the first empty line if there is one. */
export function scanLine(
  lines: readonly Line[],
  target: ScanTarget,
  found: FieldValue,
): { changes: LineChange[]; row: number } {
  if (!isReference(found)) return { changes: [], row: -1 }
  const row = lines.findIndex((line) => {
    const value = line.values[target.reference]
    return isReference(value) && value.id === found.id
  })
  const present = lines[row]
  if (present !== undefined) {
    const quantity = present.values[target.quantity]
    const next = addDecimalTexts([typeof quantity === 'string' ? quantity : '0', '1'])
    return { changes: [{ type: 'set', key: present.key, field: target.quantity, value: next }], row }
  }
  const emptyRow = lines.findIndex((line) =>
    Object.values(line.values).every((value) => value === null || value === false),
  )
  const empty = lines[emptyRow]
  if (empty !== undefined) {
    const set = (field: string, value: FieldValue): LineChange => ({ type: 'set', key: empty.key, field, value })
    return { changes: [set(target.reference, found), set(target.quantity, '1')], row: emptyRow }
  }
  const line = newLine({ [target.reference]: found, [target.quantity]: '1' })
  return { changes: [{ type: 'insert', at: lines.length, line }], row: lines.length }
}
