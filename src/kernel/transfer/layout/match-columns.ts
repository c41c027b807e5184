import { targetOf } from '../import-columns.ts'
import type { ImportColumn } from '../import-columns.ts'
import { headName, likenessOf } from './column-names.ts'
import type { Likeness, MatchedBy } from './column-names.ts'

/** What a column of a file was taken for, and how sure that is. */
export interface MatchedColumn {
  readonly column: ImportColumn
  readonly by: MatchedBy
  readonly confidence: number
}

/** Less sure than this is not taken without being asked. */
const sureEnough = 0.6
/** Surer than this, several columns are joined into one text: 规格 and 型号, 开户行 and 账号. */
const sureToJoin = 0.9

const best = (heads: readonly ReturnType<typeof headName>[], column: ImportColumn): Likeness | undefined => {
  let surest: Likeness | undefined
  for (const head of heads) {
    for (const name of column.names) {
      const likeness = likenessOf(head, name)
      if (likeness !== undefined && likeness.confidence > (surest?.confidence ?? 0)) surest = likeness
    }
  }
  return surest
}

interface Pair extends MatchedColumn {
  readonly at: number
}

const joins = (column: ImportColumn): boolean =>
  (column.field.kind === 'text' || column.field.kind === 'longText') &&
  (column.field.also?.length ?? 0) > 0 &&
  column.slot === undefined

/**
 * Says for each column of a file what it stands for, the surest first; each field is taken once, but a text that goes by several
 * words takes what stands in several columns. `chosen` says by index which field a column is, `''` for none.
 */
export const matchColumns = (
  heads: readonly (readonly string[])[],
  available: readonly ImportColumn[],
  chosen: ReadonlyMap<number, string>,
  chosenBy: MatchedBy,
): (MatchedColumn | undefined)[] => {
  const matched: (MatchedColumn | undefined)[] = heads.map(() => undefined)
  const taken = new Set<string>()
  for (const [at, target] of chosen) {
    const column = available.find((one) => targetOf(one) === target || `${one.part}.${one.name}` === target)
    if (column === undefined || at >= heads.length) continue
    matched[at] = { column, by: chosenBy, confidence: 1 }
    taken.add(`${column.part}.${column.slot ?? ''}.${column.name}`)
  }
  const pairs = heads
    .flatMap((names, at): Pair[] => {
      if (chosen.has(at)) return []
      const compared = names.map(headName)
      return available.flatMap((column) => {
        const likeness = best(compared, column)
        return likeness === undefined || likeness.confidence < sureEnough ? [] : [{ at, column, ...likeness }]
      })
    })
    .toSorted((one, other) => other.confidence - one.confidence || one.at - other.at)
  for (const { at, column, by, confidence } of pairs) {
    const place = `${column.part}.${column.slot ?? ''}.${column.name}`
    const joined = joins(column) && confidence >= sureToJoin
    if (matched[at] !== undefined || (taken.has(place) && !joined)) continue
    matched[at] = { column, by, confidence }
    taken.add(place)
  }
  return matched
}
