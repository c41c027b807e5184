import { decimal, isDecimalString, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { Problem, conflict, fieldProblem, notFound } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { actOn } from '../documents/actions.ts'
import { createDocuments, deleteDocument, findDocument, stateOf } from '../documents/documents.ts'
import { createEntities, deleteEntity, findEntity, updateEntity } from '../documents/entities.ts'
import { refuseOutOfScope } from '../documents/in-scope.ts'
import { idsByCode } from '../documents/load.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { LoadedRecord } from '../documents/load.ts'
import type { Work } from '../posting/work.ts'
import { findHead, importColumns } from './import-columns.ts'
import type { ImportHead } from './import-columns.ts'
import { placeProblem, recordsIn } from './import-records.ts'
import type { CellProblem, ImportRecord } from './import-records.ts'
import type { TableRow } from './read-table.ts'

/** How an import is to be done. */
export interface ImportOptions {
  readonly fileName: string
  readonly mapping: Readonly<Record<string, string>>
  /** Records whose code exists are changed; without it they are refused. */
  readonly update: boolean
  /** Documents are posted as they are created. */
  readonly post: boolean
  /** Values of fields that the file does not say. */
  readonly defaults: JsonObject
}

/** What became of an import. */
export interface ImportOutcome {
  readonly rows: number
  readonly records: number
  readonly created: number
  readonly updated: number
  readonly errors: readonly CellProblem[]
  readonly unknownColumns: readonly string[]
  /** Sums of the file's number columns, to hold against the source. */
  readonly controlTotals: Readonly<Record<string, string>>
  /** To take it back by; null when nothing was kept. */
  readonly batch: string | null
}

const mostErrors = 500
/** Records validated and written together; their statements travel together. */
const together = 2000

const isSummed = (kind: string) => ['quantity', 'money', 'decimal', 'price'].includes(kind)

const totalsOf = (head: ImportHead, headRow: TableRow | undefined, rows: readonly TableRow[]): Record<string, string> =>
  Object.fromEntries(
    head.columns.flatMap((column, index) => {
      if (column === undefined || !isSummed(column.field.kind)) return []
      const total = rows.slice(head.at + 1).reduce((sum: Decimal, row) => {
        const cell = (row.cells[index] ?? '').normalize('NFKC').replace(/[,\s¥]/g, '')
        return isDecimalString(cell) ? sum.plus(decimal(cell)) : sum
      }, zero)
      return [[headRow?.cells[index] ?? column.name, total.toString()]]
    }),
  )

const doubledCodes = (
  definition: AnyEntity | AnyDocument,
  records: readonly ImportRecord[],
): Map<ImportRecord, string> => {
  const doubled = new Map<ImportRecord, string>()
  if (definition.sort === 'document') return doubled
  const seen = new Set<string>()
  for (const record of records) {
    const code = record.input['code']
    if (typeof code !== 'string') continue
    if (seen.has(code)) doubled.set(record, code)
    seen.add(code)
  }
  return doubled
}

/** References may be given by name where no code is like it; names are turned into codes before anything is read. */
const withCodes = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  records: readonly ImportRecord[],
): Promise<ImportRecord[]> => {
  const refs = importColumns(definition).filter((column) => column.field.kind === 'ref')
  const partsOf = (record: ImportRecord) =>
    Array.isArray(record.input['lines']) ? (record.input['lines'] as readonly Record<string, Json>[]) : []
  const codes = new Map<string, ReadonlyMap<string, string>>()
  for (const target of new Set(refs.map((column) => column.field.target?.name ?? ''))) {
    const entity = work.installed.catalogue.entities.get(target)
    if (entity === undefined) continue
    const given = new Set<string>()
    for (const record of records) {
      for (const { part, name, field } of refs) {
        if (field.target?.name !== target) continue
        for (const values of part === 'header' ? [record.input] : partsOf(record)) {
          if (typeof values[name] === 'string') given.add(values[name])
        }
      }
    }
    codes.set(target, await codesByName(work, entity, [...given]))
  }
  const translated = (values: Readonly<Record<string, Json>>, part: string) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const column = refs.find((one) => one.part === part && one.name === name)
        const found = typeof value === 'string' ? codes.get(column?.field.target?.name ?? '')?.get(value) : undefined
        return [name, found ?? value]
      }),
    )
  return records.map((record) => {
    const { lines, ...header } = record.input
    const input = translated(header, 'header')
    return {
      rows: record.rows,
      input:
        lines === undefined ? input : { ...input, lines: partsOf(record).map((line) => translated(line, 'lines')) },
    }
  })
}

const codesByName = async (work: Work, entity: AnyEntity, given: readonly string[]): Promise<Map<string, string>> => {
  const byCode = await idsByCode(work.tx, work.company, entity, given)
  const names = given.filter((one) => !byCode.has(one))
  if (names.length === 0) return new Map()
  const table = entity.name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
  const rows = await work.tx.rows<{ name: string; code: string }>(
    `select name, min(code) as code from ${table} where company_id = $1 and name = any($2::text[]) group by name having count(*) = 1`,
    [work.company, names],
  )
  return new Map(rows.map((row) => [row.name, row.code]))
}

interface Written {
  readonly record: LoadedRecord
  readonly isNew: boolean
}

/** Writes records together; what is there already is changed, one by one. */
const writeSome = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  inputs: readonly JsonObject[],
  known: ReadonlyMap<string, string>,
): Promise<(Written | Problem)[]> => {
  const asNew = (created: readonly (LoadedRecord | Problem)[]) =>
    created.map((record) => (record instanceof Problem ? record : { record, isNew: true }))
  if (definition.sort === 'document') return asNew(await createDocuments(work, definition, inputs))
  const idOf = ({ code }: JsonObject) => (typeof code === 'string' ? known.get(code) : undefined)
  const fresh = asNew(
    await createEntities(
      work,
      definition,
      inputs.filter((input) => idOf(input) === undefined),
    ),
  )
  const changed = await Promise.all(
    inputs.flatMap((input) => {
      const id = idOf(input)
      return id === undefined ? [] : [changeOne(work, definition, id, input)]
    }),
  )
  return inputs.flatMap((input) => (idOf(input) === undefined ? fresh : changed).shift() ?? [])
}

/** Why a record may not stay as it was written, by the scope of who imports it. */
const outOfScope = (work: Work, definition: AnyEntity | AnyDocument, { record, isNew }: Written): Promise<unknown> =>
  refuseOutOfScope(work, definition, record, isNew).then(
    () => undefined,
    (refusal: unknown) => refusal,
  )

const changeOne = async (
  work: Work,
  definition: AnyEntity,
  id: string,
  input: JsonObject,
): Promise<Written | Problem> => {
  try {
    return { record: await updateEntity(work, definition, id, input), isNew: false }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

const problemsOf = (error: unknown) => {
  if (!(error instanceof Problem)) throw error
  return error.errors.length > 0
    ? error.errors.filter((one) => one.warning !== true)
    : [{ path: '', message: error.text }]
}

/** Carries an import out within one unit of work. The caller rolls back when it was a trial or anything is wrong. */
export const runImport = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  rows: readonly TableRow[],
  options: ImportOptions,
  progress: (done: number, total: number) => Promise<void> = async () => {},
): Promise<ImportOutcome> => {
  // A table that grows while it is asked needs plans made for its size, not those of when it was empty.
  work.tx.send(`set local plan_cache_mode = force_custom_plan`)
  const head = findHead(definition, rows, options.mapping)
  const headRow = rows[head.at]
  const records = await withCodes(work, definition, recordsIn(definition, head, rows))
  const errors: CellProblem[] = []
  const fail = (record: ImportRecord, error: unknown) => {
    for (const problem of problemsOf(error)) errors.push(placeProblem(head, headRow, record, problem))
  }
  const doubled = doubledCodes(definition, records)
  const codes = records.flatMap((record) => (typeof record.input['code'] === 'string' ? [record.input['code']] : []))
  const known =
    definition.sort === 'entity' && options.update
      ? await idsByCode(work.tx, work.company, definition, codes)
      : new Map<string, string>()
  const written: Written[] = []
  for (let at = 0; at < records.length && errors.length < mostErrors; at += together) {
    const some = records.slice(at, at + together)
    const sound = some.filter((record) => {
      const code = doubled.get(record)
      if (code !== undefined)
        fail(
          record,
          new Problem('invalid', { zh: '', en: '' }, [
            fieldProblem('code', `编码“${code}”在文件中重复`, `code ${code} stands twice in the file`),
          ]),
        )
      return code === undefined
    })
    const inputs = sound.map((record) => ({ ...options.defaults, ...record.input }))
    for (const [index, result] of (await writeSome(work, definition, inputs, known)).entries()) {
      const record = sound[index]
      const refusal = result instanceof Problem ? result : await outOfScope(work, definition, result)
      if (refusal === undefined && !(result instanceof Problem)) written.push(result)
      else if (record !== undefined) fail(record, refusal)
    }
    // Posting goes one after another: each sees the stock that the one before left.
    if (options.post && definition.sort === 'document' && errors.length === 0) {
      for (const [index, { record }] of written.slice(at).entries()) {
        try {
          await actOn(work, definition, record, 'post', {})
          await work.tx.held()
        } catch (error) {
          const place = some[index]
          if (place === undefined) throw error
          fail(place, error)
        }
        if (errors.length > 0) break
      }
    }
    await progress(Math.min(at + together, records.length), records.length)
  }
  const created = written.filter((one) => one.isNew).map((one) => one.record)
  const batch =
    errors.length === 0 && created.length > 0 ? await keepBatch(work, definition, created, options.fileName) : null
  return {
    rows: rows.length - head.at - 1,
    records: records.length,
    created: created.length,
    updated: written.length - created.length,
    errors: errors.slice(0, mostErrors),
    unknownColumns: head.unknown,
    controlTotals: totalsOf(head, headRow, rows),
    batch,
  }
}

const keepBatch = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  records: readonly LoadedRecord[],
  fileName: string,
): Promise<string> => {
  const id = newId<'importBatch'>()
  const kept = records.map((record) => [record.header['id'], record.header['version']])
  await work.tx.query(
    `insert into import_batch (company_id, id, type, file_name, records, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [work.company, id, definition.name, fileName, JSON.stringify(kept), work.clock.now(), work.actor.name],
  )
  return id
}

/** Takes an import back: deletes what it created. Refused as a whole when any of it was changed or used since. */
export const undoImport = async (work: Work, definition: AnyEntity | AnyDocument, batch: string): Promise<number> => {
  const rows = await work.tx.rows<{ records: [string, number][]; undone_at: Date | null }>(
    `select records, undone_at from import_batch where company_id = $1 and id::text = $2 and type = $3 for update`,
    [work.company, batch, definition.name],
  )
  const found = rows[0]
  if (found === undefined) throw notFound('没有这次导入', 'There is no such import')
  if (found.undone_at !== null) throw conflict('这次导入已经撤销过', 'This import was taken back already')
  for (const [id, version] of found.records.toReversed()) await undoOne(work, definition, id, version)
  await work.tx.query(`update import_batch set undone_at = $3 where company_id = $1 and id::text = $2`, [
    work.company,
    batch,
    work.clock.now(),
  ])
  return found.records.length
}

const undoOne = async (work: Work, definition: AnyEntity | AnyDocument, id: string, version: number): Promise<void> => {
  if (definition.sort === 'entity') {
    await findEntity(work, definition, id, { version })
    return deleteEntity(work, definition, id)
  }
  const record = await findDocument(work, definition, id)
  // What the import itself posted is one version on; it is taken back first.
  const isPosted = stateOf(record) === 'posted'
  if (Number(record.header['version']) !== version + (isPosted ? 1 : 0)) {
    throw conflict(
      `${String(record.header['number'])} 导入后已被修改，不能撤销`,
      `${String(record.header['number'])} was changed since`,
    )
  }
  if (!isPosted) return deleteDocument(work, definition, id)
  await actOn(work, definition, await actOn(work, definition, record, 'unpost', {}), 'void', {})
}
