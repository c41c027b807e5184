import { cellKey, type CellError, type FileColumn, type Missing, type Plan } from './import-data.ts'

/** Mistakes that are one: the same words in the same column, however many rows. */
export type ErrorGroup = {
  readonly key: string
  readonly first: CellError
  readonly errors: readonly CellError[]
  readonly column: FileColumn | undefined
}

/** Gathers mistakes that are mended in one go, the commonest first. */
export function groupErrors(errors: readonly CellError[], columns: readonly FileColumn[]): ErrorGroup[] {
  const groups = Map.groupBy(errors, (error) =>
    error.conflict === true ? `${error.row}:${error.at}` : `${error.at ?? ''}|${error.message}`,
  )
  return [...groups]
    .map(([key, all]): ErrorGroup | null => {
      const [first] = all
      return first === undefined
        ? null
        : { key, first, errors: all, column: columns.find((column) => column.at === first.at) }
    })
    .filter((group) => group !== null)
    .toSorted((one, other) => other.errors.length - one.errors.length)
}

/** Puts a value in one cell. */
export function withFix(plan: Plan, row: number, at: number, value: string): Plan {
  return { ...plan, fixes: { ...plan.fixes, [cellKey(row, at)]: value } }
}

const isWord = (target: string | null, kind: string | undefined) =>
  target !== null && (kind === 'ref' || kind === 'choice' || kind === 'boolean')

/**
 * Mends all mistakes of a group alike. What a word means is said of the word, and so remembered for the next file; anything else
 * is put into each cell.
 */
export function withMend(plan: Plan, group: ErrorGroup, value: string, kind: string | undefined): Plan {
  const { column, first } = group
  const key = column?.valueKey ?? null
  if (key !== null && isWord(column?.target ?? null, kind) && first.value !== '')
    return { ...plan, values: { ...plan.values, [key]: { ...plan.values?.[key], [first.value]: value } } }
  const fixes = Object.fromEntries(
    group.errors.flatMap((error) => (error.at === null ? [] : [[cellKey(error.row, error.at), value]])),
  )
  return { ...plan, fixes: { ...plan.fixes, ...fixes } }
}

export function withMissing(plan: Plan, missing: readonly Missing[]): Plan {
  const known = plan.create ?? []
  const fresh = missing.filter((one) => !known.some((other) => other.type === one.type && other.name === one.name))
  return { ...plan, create: [...known, ...fresh.map(({ type, name }) => ({ type, name }))] }
}

export function withoutRows(plan: Plan, rows: readonly number[]): Plan {
  return { ...plan, drop: [...new Set([...(plan.drop ?? []), ...rows])] }
}

export function withConflict(plan: Plan, error: CellError, whose: 'ours' | 'theirs'): Plan {
  return { ...plan, conflicts: { ...plan.conflicts, [cellKey(error.row, error.at ?? 0)]: whose } }
}

/** Says which field a column is, `''` for none; a field stands in one column alone. All columns are said, as they are shown. */
export function withColumn(plan: Plan, columns: readonly FileColumn[], at: number, target: string): Plan {
  const shown = Object.fromEntries(columns.map((column) => [String(column.at), column.target ?? '']))
  for (const [other, taken] of Object.entries(shown)) if (target !== '' && taken === target) shown[other] = ''
  return { ...plan, columns: { ...shown, [String(at)]: target } }
}
