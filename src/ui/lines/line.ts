import type { Field, FieldValue, Issue } from '../field/field.ts'

/** One line of a document in the making. `key` is stable while the page lives; it is not the stored id. */
export type Line = {
  readonly key: string
  readonly values: Readonly<Record<string, FieldValue>>
  /** Short soft tags shown at the end of the first cell, such as 赠. */
  readonly tags?: readonly string[]
}

export type LineChange =
  | { readonly type: 'set'; readonly key: string; readonly field: string; readonly value: FieldValue }
  | { readonly type: 'insert'; readonly at: number; readonly line: Line }
  | { readonly type: 'remove'; readonly keys: readonly string[] }

export type LineColumn = Field & {
  /** Pixels; columns with `grow` share what is left over and never get narrower than this. */
  readonly width: number
  readonly grow?: boolean
  /** Enter and Tab pass over it, because it is seldom typed; arrows and clicks reach it. */
  readonly passed?: boolean
  readonly align?: 'start' | 'end' | 'center'
  /** Holds many codes, which are scanned and pasted in a dialog of their own. */
  readonly codes?: boolean
  /** The amount that matters in the row is set in medium weight. */
  readonly emphasis?: boolean
  /** The same amount in the document's own currency, where that is a foreign one. */
  readonly inOwnCurrency?: boolean
  /** Shown under the column over all lines: exact sum of decimals, or a given text. */
  readonly total?: 'sum' | { readonly text: string }
}

/** Issues by line key, then by field. */
export type LineIssues = ReadonlyMap<string, ReadonlyMap<string, Issue>>

/** The lines after the changes, in order. Lines that no change touches keep their identity, so their rows are not redrawn. */
export function applyLineChanges(lines: readonly Line[], changes: readonly LineChange[]): readonly Line[] {
  let next = [...lines]
  let places: Map<string, number> | null = null
  for (const change of changes) {
    if (change.type === 'set') {
      places ??= new Map(next.map((line, index) => [line.key, index]))
      const at = places.get(change.key)
      const line = at === undefined ? undefined : next[at]
      if (at !== undefined && line !== undefined)
        next[at] = { ...line, values: { ...line.values, [change.field]: change.value } }
      continue
    }
    places = null
    if (change.type === 'insert') next.splice(Math.min(change.at, next.length), 0, change.line)
    else {
      const gone = new Set(change.keys)
      next = next.filter((line) => !gone.has(line.key))
    }
  }
  return next
}

let lastKey = 0

/** A fresh line with a key no other line of this page has. */
export function newLine(values: Readonly<Record<string, FieldValue>> = {}): Line {
  lastKey += 1
  return { key: `new-${lastKey}`, values }
}
