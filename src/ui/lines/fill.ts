import type { Line, LineChange, LineColumn } from './line.ts'

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
