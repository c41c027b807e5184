import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { createMissing, resolveWords } from './references.ts'
import type { Resolution } from './references.ts'
import type { LoadedRecord } from '../documents/load.ts'
import type { Work } from '../posting/work.ts'
import { findDuplicates } from './duplicates.ts'
import { differences } from './difference.ts'
import type { ExportedRecord } from './difference.ts'
import { importColumns, targetOf } from './import-columns.ts'
import type { CellProblem, ChangedCell, ControlTotal, UnderstoodColumn } from './import-outcome.ts'
import { layoutChoices } from './import-plan.ts'
import type { ImportOptions, ImportPlan } from './import-plan.ts'
import { bodyOf } from './layout/body-rows.ts'
import type { Body } from './layout/body-rows.ts'
import { findLayout } from './layout/find-layout.ts'
import type { Layout } from './layout/find-layout.ts'
import { cellTexts, controlTotals, placesIn, recordsIn, valueKeyOf } from './read-records.ts'
import type { ImportRecord, Reading } from './read-records.ts'
import type { TableRow } from './read-table.ts'
import { meaningsOf } from './values/read-date.ts'
import type { ToWrite } from './write-records.ts'

/** A file that is understood: what it would write, and everything that stands against it. */
export interface PreparedImport {
  readonly reading: Reading
  readonly layout: Layout
  readonly headRow: number
  readonly body: Body
  readonly records: readonly ImportRecord[]
  /** Records without a mistake so far, as they are to be written; those that are as the file says are left out. */
  readonly toWrite: readonly ToWrite[]
  readonly unchanged: number
  readonly problems: ReadonlyMap<ImportRecord, readonly CellProblem[]>
  readonly changes: readonly ChangedCell[]
  readonly totals: readonly ControlTotal[]
  readonly columns: readonly UnderstoodColumn[]
  readonly asksDateOrder: boolean
  /** What was made because the file names it. */
  readonly made: readonly { readonly type: string; readonly record: LoadedRecord }[]
}

const layoutIn = (
  work: Work,
  definition: AnyEntity | AnyDocument,
  rows: readonly TableRow[],
  options: ImportOptions,
): Layout =>
  findLayout(importColumns(definition, work.installed.catalogue.entities), rows, {
    ...layoutChoices(options),
    remembered: options.remembered?.columns,
    lenient: options.trial === true,
  })

const wordsOf = (
  places: Reading['places'],
  rows: readonly TableRow[],
  textOf: Reading['textOf'],
): Map<string, Set<string>> => {
  const words = new Map<string, Set<string>>()
  for (const place of places) {
    const target = place.column.field.kind === 'ref' ? place.column.field.target?.name : undefined
    if (target === undefined) continue
    const known = words.get(target) ?? new Set<string>()
    words.set(target, known)
    for (const row of rows) {
      const text = textOf(row, place)
      if (text !== '') known.add(text)
    }
  }
  return words
}

const resolveAll = async (work: Work, words: ReadonlyMap<string, ReadonlySet<string>>) => {
  const resolutions = new Map<string, Resolution>()
  for (const [name, given] of words) {
    const entity = work.installed.catalogue.entities.get(name)
    if (entity !== undefined) resolutions.set(name, await resolveWords(work, entity, [...given]))
  }
  return resolutions
}

const understood = (definition: AnyEntity | AnyDocument, layout: Layout, body: Body): UnderstoodColumn[] =>
  layout.heads.map((head, at) => {
    const matched = layout.columns[at]
    return {
      at,
      head,
      target: matched === undefined ? null : targetOf(matched.column),
      label: matched?.column.label ?? null,
      by: matched?.by ?? null,
      confidence: matched?.confidence ?? 0,
      valueKey: matched === undefined ? null : valueKeyOf(definition, matched.column),
      sample: [...new Set(body.rows.slice(0, 200).map((row) => row.cells[at] ?? ''))]
        .filter((text) => text !== '')
        .slice(0, 3),
    }
  })

const asksOrder = (reading: Omit<Reading, 'resolutions'>, body: Body): boolean =>
  reading.places.some(
    (place) =>
      place.column.field.kind === 'date' &&
      place.order === undefined &&
      body.rows.some((row) => meaningsOf(row.cells[place.at[0] ?? -1] ?? '') !== undefined),
  )

const withoutDropped = (rows: readonly TableRow[], plan: ImportPlan): readonly TableRow[] => {
  const dropped = new Set(plan.drop)
  return dropped.size === 0 ? rows : rows.filter((row) => !dropped.has(row.row))
}

/**
 * Reads rows as records of a type by what is known and said of the file, without writing any but those that were asked for.
 * `own` are records that an import of this file has made already.
 */
export const prepareImport = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  rows: readonly TableRow[],
  options: ImportOptions,
  exported: ReadonlyMap<string, ExportedRecord> = new Map(),
  own: ReadonlySet<string> = new Set(),
): Promise<PreparedImport> => {
  const plan = options.plan ?? {}
  const layout = layoutIn(work, definition, rows, options)
  const whole = bodyOf(layout, rows)
  const body = { ...whole, rows: withoutDropped(whole.rows, plan) }
  const read = {
    definition,
    layout,
    places: placesIn(definition, layout, body, plan, importColumns(definition, work.installed.catalogue.entities)),
    textOf: cellTexts(plan, options.remembered),
  }
  const made = await createMissing(work, plan.create ?? [])
  const reading = { ...read, resolutions: await resolveAll(work, wordsOf(read.places, body.rows, read.textOf)) }
  const records = recordsIn(reading, body.rows)
  const doubled = await findDuplicates(work, reading, records, options.update || exported.size > 0, own)
  const changed =
    definition.sort === 'entity' && doubled.known.size > 0
      ? await differences(work, reading, definition, doubled.known, exported, plan)
      : new Map()
  const problems = new Map<ImportRecord, readonly CellProblem[]>()
  const toWrite: ToWrite[] = []
  let unchanged = 0
  for (const record of records) {
    const difference = changed.get(record)
    const wrong = [...record.problems, ...(doubled.problems.get(record) ?? []), ...(difference?.problems ?? [])]
    if (wrong.length > 0) problems.set(record, wrong)
    else if (difference !== undefined && Object.keys(difference.input).length === 0) unchanged += 1
    else {
      const input = difference?.input ?? { ...options.defaults, ...record.input }
      toWrite.push({ record, input, id: doubled.known.get(record) })
    }
  }
  return {
    reading,
    layout,
    headRow: rows[layout.at]?.row ?? 0,
    body,
    records,
    toWrite,
    unchanged,
    problems,
    changes: [...changed.values()].flatMap((difference) => difference.changes),
    totals: controlTotals(read, body),
    columns: understood(definition, layout, body),
    asksDateOrder: asksOrder(read, body),
    made,
  }
}
