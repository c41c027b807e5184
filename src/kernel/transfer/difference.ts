import { textOf } from '../../base/text.ts'
import { snake } from '../definition/define.ts'
import { fieldKinds, toStored } from '../definition/field-kinds.ts'
import type { Field } from '../definition/field.ts'
import type { AnyEntity } from '../definition/record.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'
import { loadRecords } from '../documents/load.ts'
import type { LoadedRecord } from '../documents/load.ts'
import type { Json } from '../../base/json.ts'
import type { Work } from '../posting/work.ts'
import type { CellProblem, ChangedCell } from './import-outcome.ts'
import { cellKey } from './import-plan.ts'
import type { ImportPlan } from './import-plan.ts'
import type { ImportRecord, Place, Reading } from './read-records.ts'
import { placeProblem } from './read-records.ts'

/** What an exported workbook remembers of a record: which it is, and in which version it left. */
export interface ExportedRecord {
  readonly id: string
  readonly version: number
}

/** A record that the file changes, with only what it changes. */
export interface Difference {
  readonly input: JsonObject
  readonly changes: readonly ChangedCell[]
  readonly problems: readonly CellProblem[]
}

type Values = Readonly<Record<string, unknown>>

/** Two values are the same when the database would keep the same for them. */
const stored = (field: Field, value: unknown): string => {
  if (value === null || value === undefined || value === '') return ''
  try {
    return String(toStored(field, fieldKinds[field.kind].parse(field, value as Json)))
  } catch {
    return textOf(value)
  }
}

const kept = (field: Field, value: unknown): string => {
  const plain = value === undefined ? null : fieldKinds[field.kind].format(value)
  return stored(field, plain ?? (typeof value === 'string' ? value : null))
}

/** Records as they were when they were exported, where someone has changed them since: the trail keeps them. */
const basesOf = async (
  work: Work,
  records: ReadonlyMap<string, LoadedRecord>,
  exported: ReadonlyMap<string, ExportedRecord>,
): Promise<Map<string, Values>> => {
  const changed = [...records].flatMap(([id, record]) => {
    const version = exported.get(id)?.version
    return version !== undefined && version < Number(record.header['version']) ? [{ id, version }] : []
  })
  if (changed.length === 0) return new Map()
  const rows = await work.tx.rows<{ id: string; header: Json }>(
    `select a.record_id as id, a.before->'header' as header from audit a
     join unnest($2::uuid[], $3::int[]) as r(id, version) on a.record_id = r.id
     where a.company_id = $1 and (a.before->'header'->>'version')::int = r.version`,
    [work.company, changed.map((one) => one.id), changed.map((one) => one.version)],
  )
  return new Map(rows.flatMap(({ id, header }) => (isJsonObject(header) ? [[id, header] as const] : [])))
}

/** How ids of references are shown: by code and name. */
const titlesOf = async (work: Work, places: readonly Place[], records: Iterable<LoadedRecord>) => {
  const titles = new Map<string, string>()
  const wanted = new Map<string, Set<string>>()
  const all = [...records]
  for (const { column } of places) {
    const target = column.field.kind === 'ref' ? column.field.target?.name : undefined
    if (target === undefined) continue
    const ids = wanted.get(target) ?? new Set()
    wanted.set(target, ids)
    for (const { header } of all) if (typeof header[column.name] === 'string') ids.add(String(header[column.name]))
  }
  for (const [entity, ids] of wanted) {
    const rows = await work.tx.rows<{ id: string; code: string; name: string }>(
      `select id, code, name from ${snake(entity)} where company_id = $1 and id = any($2::uuid[])`,
      [work.company, [...ids]],
    )
    for (const row of rows) titles.set(row.id, `${row.code} ${row.name}`)
  }
  return titles
}

const shownValue = (titles: ReadonlyMap<string, string>, field: Field, value: unknown): string => {
  const text = kept(field, value)
  if (text === '') return ''
  if (field.kind === 'ref') return titles.get(text) ?? text
  if (field.kind === 'boolean') return text === 'true' ? '是' : '否'
  return field.kind === 'choice' ? (field.options?.[text] ?? text) : text
}

const conflictAt = (reading: Reading, record: ImportRecord, name: string, cell: ChangedCell): CellProblem => ({
  ...placeProblem(reading, record, {
    path: name,
    message: {
      zh: `导出时是“${cell.base ?? ''}”，后来有人改成了“${cell.before}”，表中是“${cell.after}”：请选择用哪个`,
      en: `was “${cell.base ?? ''}” when exported, then changed to “${cell.before}”; the file says “${cell.after}”: choose`,
    },
  }),
  conflict: true,
})

interface Compared {
  readonly reading: Reading
  readonly plan: ImportPlan
  readonly titles: ReadonlyMap<string, string>
}

const differenceOf = (
  { reading, plan, titles }: Compared,
  record: ImportRecord,
  theirs: LoadedRecord,
  base: Values | undefined,
  isExported: boolean,
): Difference => {
  const input: Record<string, Json> = {}
  const changes: ChangedCell[] = []
  const problems: CellProblem[] = []
  const row = record.rows[0]
  for (const place of reading.places) {
    const { column } = place
    if (column.part !== 'header') continue
    const said = record.input[column.name]
    // Of an exported table an emptied cell empties the field; of any other it says nothing.
    if (said === undefined && !isExported) continue
    const ours = stored(column.field, said ?? null)
    const current = kept(column.field, theirs.header[column.name])
    const was = base === undefined ? current : stored(column.field, base[column.name])
    if (ours === current || (base !== undefined && ours === was)) continue
    const at = place.at[0] ?? 0
    const text = row === undefined ? '' : reading.textOf(row, place)
    const isBoth = base !== undefined && was !== current
    const cell: ChangedCell = {
      row: row?.row ?? 0,
      at,
      before: shownValue(titles, column.field, theirs.header[column.name]),
      after: text,
      base: isBoth ? shownValue(titles, column.field, base[column.name]) : null,
      conflict: isBoth,
    }
    const choice = isBoth ? plan.conflicts?.[cellKey(cell.row, at)] : 'ours'
    if (choice !== 'theirs') changes.push(cell)
    if (choice === undefined) problems.push(conflictAt(reading, record, column.name, cell))
    if (choice === 'ours') input[column.name] = said ?? null
  }
  return { input, changes, problems }
}

/**
 * Compares records of a file with those that are there: what the file changes of them, cell by cell. A workbook that was exported
 * here says in which version its records left, so what others have changed meanwhile is told from what the file changes; where
 * both did, a person chooses. Nothing that the file does not change is written.
 */
export const differences = async (
  work: Work,
  reading: Reading,
  entity: AnyEntity,
  known: ReadonlyMap<ImportRecord, string>,
  exported: ReadonlyMap<string, ExportedRecord>,
  plan: ImportPlan,
): Promise<Map<ImportRecord, Difference>> => {
  const records = await loadRecords(work.tx, work.company, entity, [...new Set(known.values())])
  const [bases, titles] = await Promise.all([
    basesOf(work, records, exported),
    titlesOf(work, reading.places, records.values()),
  ])
  const compared = { reading, plan, titles }
  return new Map(
    [...known].flatMap(([record, id]) => {
      const theirs = records.get(id)
      if (theirs === undefined) return []
      return [[record, differenceOf(compared, record, theirs, bases.get(id), exported.has(id))] as const]
    }),
  )
}
