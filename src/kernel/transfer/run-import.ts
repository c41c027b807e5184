import { Problem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { LoadedRecord } from '../documents/load.ts'
import type { Work } from '../posting/work.ts'
import { addPart, openBatch } from './import-batch.ts'
import type { KeptRecord } from './import-batch.ts'
import type { CellProblem, GridRow, ImportOutcome } from './import-outcome.ts'
import type { ImportOptions } from './import-plan.ts'
import type { ExportedRecord } from './difference.ts'
import { prepareImport } from './prepare-import.ts'
import type { PreparedImport } from './prepare-import.ts'
import { placeProblem } from './read-records.ts'
import type { ImportRecord } from './read-records.ts'
import type { TableRow } from './read-table.ts'
import { postRecords, writeRecords } from './write-records.ts'
import type { ToWrite, Written } from './write-records.ts'

export type { ImportOptions } from './import-plan.ts'
export type { ImportOutcome } from './import-outcome.ts'

/** How many mistakes are told one by one; the rest is counted. */
export const mostErrors = 500
const mostChanges = 2000
/** Records validated and written together; their statements travel together. */
export const together = 2000

/** What an import found wrong, by record. */
export type Problems = Map<ImportRecord, readonly CellProblem[]>

/** A refusal of a record as problems of cells. */
export const problemsOf = (prepared: PreparedImport, record: ImportRecord, refusal: Problem): CellProblem[] => {
  const errors =
    refusal.errors.length > 0
      ? refusal.errors.filter((one) => one.warning !== true)
      : [{ path: '', message: refusal.text }]
  return errors.map((error) => placeProblem(prepared.reading, record, error))
}

/** Mistakes that stop an import: all of them, unless rows with mistakes are left out; then none. */
export const isStopped = (options: ImportOptions, problems: Problems): boolean =>
  options.plan?.skipBad !== true && problems.size > 0

/** Writes some records; those that are refused are noted with their cells. */
export const writeSome = async (
  work: Work,
  prepared: PreparedImport,
  some: readonly ToWrite[],
  options: ImportOptions,
  problems: Problems,
): Promise<Written[]> => {
  const { definition } = prepared.reading
  // A posting is only tried by doing it; the caller takes all of it back.
  const keep = options.trial !== true || (options.post && definition.sort === 'document')
  const written = await writeRecords(work, definition, some, keep)
  for (const { from, result } of written)
    if (result instanceof Problem) problems.set(from, problemsOf(prepared, from, result))
  if (!options.post || definition.sort !== 'document' || isStopped(options, problems)) return written
  const refused = await postRecords(work, definition, written)
  if (refused !== undefined) problems.set(refused.from, problemsOf(prepared, refused.from, refused.problem))
  return written
}

/** Which records a batch remembers, with the version that it left them in. */
export const keptOf = (prepared: PreparedImport, written: readonly Written[], posted: boolean): KeptRecord[] =>
  written.flatMap(({ result, isNew }) =>
    result instanceof Problem ? [] : [keptRecord(prepared.reading.definition.name, result, isNew, posted && isNew)],
  )

const keptRecord = (type: string, record: LoadedRecord, isNew: boolean, posted: boolean): KeptRecord => ({
  type,
  id: String(record.header['id']),
  version: Number(record.header['version']) + (posted ? 1 : 0),
  isNew,
})

/** What was made because the file names it, as a batch remembers it. */
export const madeOf = (prepared: PreparedImport): KeptRecord[] =>
  prepared.made.map(({ type, record }) => keptRecord(type, record, true, false))

const firstRows = 100
const mostGridRows = 600

/** The first rows, and those with mistakes or changes. */
const gridOf = (prepared: PreparedImport, errors: readonly CellProblem[]): GridRow[] => {
  const told = new Set([
    ...errors.slice(0, mostErrors).map((error) => error.row),
    ...prepared.changes.slice(0, mostErrors).map((change) => change.row),
  ])
  return prepared.body.rows
    .filter((row, index) => index < firstRows || told.has(row.row))
    .slice(0, mostGridRows)
    .map(({ row, cells }) => ({ row, cells }))
}

/** What became of an import, told. */
export const outcomeOf = (
  prepared: PreparedImport,
  problems: Problems,
  done: { readonly created: number; readonly updated: number; readonly batch: string | null },
  most: number = mostErrors,
): ImportOutcome => {
  const errors = [...problems.values()].flat()
  const refused = new Set([...problems.keys()].flatMap((record) => record.rows.map((row) => row.row)))
  return {
    rows: prepared.body.rows.length,
    records: prepared.records.length,
    ...done,
    unchanged: prepared.unchanged,
    refusedRows: refused.size,
    errors: errors.slice(0, most),
    errorCount: errors.length,
    unknownColumns: prepared.columns.filter((one) => one.target === null && one.head !== '').map((one) => one.head),
    controlTotals: Object.fromEntries(prepared.totals.map((total) => [total.column, total.sum])),
    totals: prepared.totals,
    headRow: prepared.headRow,
    fingerprint: prepared.layout.fingerprint,
    columns: prepared.columns,
    skipped: prepared.body.skipped.slice(0, mostErrors),
    changes: prepared.changes.slice(0, mostChanges),
    changeCount: prepared.changes.length,
    grid: gridOf(prepared, errors),
    asksDateOrder: prepared.asksDateOrder,
  }
}

/** How an import tells how far it is. */
export type Told = (done: number, total: number) => Promise<void>

const silent: Told = async () => {}

/** Carries an import out within one unit of work. The caller rolls back when it was a trial or anything is wrong. */
export const runImport = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  rows: readonly TableRow[],
  options: ImportOptions,
  progress: Told = silent,
  exported: ReadonlyMap<string, ExportedRecord> = new Map(),
): Promise<ImportOutcome> => {
  // A table that grows while it is asked needs plans made for its size, not those of when it was empty.
  work.tx.send(`set local plan_cache_mode = force_custom_plan`)
  const prepared = await prepareImport(work, definition, rows, options, exported)
  const problems: Problems = new Map(prepared.problems)
  const written: Written[] = []
  for (let at = 0; at < prepared.toWrite.length; at += together) {
    const some = prepared.toWrite.slice(at, at + together)
    written.push(...(await writeSome(work, prepared, some, options, problems)))
    await progress(Math.min(at + together, prepared.toWrite.length), prepared.toWrite.length)
    if (options.post && isStopped(options, problems)) break
  }
  const kept = [...madeOf(prepared), ...keptOf(prepared, written, options.post)]
  const created = written.filter((one) => one.isNew && !(one.result instanceof Problem)).length
  const updated = written.filter((one) => !one.isNew && !(one.result instanceof Problem)).length
  const keeps = !isStopped(options, problems) && options.trial !== true && kept.length > 0
  const batch = keeps ? await openBatch(work, definition.name, options.fileName, true) : null
  if (batch !== null) await addPart(work, batch, 0, kept, { created, updated })
  return outcomeOf(prepared, problems, { created, updated, batch })
}
