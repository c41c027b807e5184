import { newId } from '../../base/id.ts'
import { audit, auditAll } from '../audit/audit.ts'
import { Problem, fieldProblem, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyEntity } from '../definition/record.ts'
import { inCompany } from '../own/installed-in.ts'
import { refuseReferred } from '../own/own-references.ts'
import type { Work } from '../posting/work.ts'
import { completeness, derive, initialValues } from '../definition/derive.ts'
import { labelOf, namesakes, nextCodes, parentsOf, readOwn, taken } from './code-and-name.ts'
import { readDraft, readDrafts } from './draft.ts'
import type { JsonObject, ReadDraft } from './draft.ts'
import { isInScope } from './in-scope.ts'
import { keepHidden } from './keep-hidden.ts'
import { loadRecords } from './load.ts'
import type { LoadedRecord } from './load.ts'
import { forgetReferences, loadReferences, referringOf } from './lookup.ts'
import { indexEntities } from './search-text.ts'
import { changeShared } from './shared-records.ts'
import { insertRows, lineTableOf, tableOf, updateRow } from './storage.ts'

const refusalOf = (definition: AnyEntity, problems: readonly FieldProblem[]): Problem | undefined =>
  problems.some((problem) => !problem.warning)
    ? new Problem(
        'invalid',
        { zh: `${definition.label}有误，未保存`, en: `The ${definition.name} was not saved` },
        problems,
      )
    : undefined

interface Given {
  readonly record: LoadedRecord
  readonly problems: FieldProblem[]
}

/** Derives and checks records; answers each, or the Problem that names its fields at fault. */
const finish = async (
  work: Work,
  definition: AnyEntity,
  given: readonly Given[],
  isNew: boolean,
  distinct = false,
): Promise<(LoadedRecord | Problem)[]> => {
  const lookup = await loadReferences(
    work,
    given.flatMap((each) => referringOf(definition, each.record)),
  )
  const records = given.map((each) => derive(definition, each.record, lookup, each.problems, work.settings))
  const checks = work.installed.entityChecks.get(definition.name) ?? []
  const [others, ...found] = await Promise.all([
    distinct ? { codes: new Map(), names: new Map() } : namesakes(work, definition, records),
    ...records.map((record) =>
      Promise.all(checks.map((check) => check.check({ ...record.header, ...record.tables }, work, isNew))),
    ),
  ])
  return records.map((record, index) => {
    const problems = [
      ...(given[index]?.problems ?? []),
      ...completeness(definition, record),
      ...taken(others, record.header),
      ...(found[index] ?? []).flat(),
    ]
    return refusalOf(definition, problems) ?? record
  })
}

const insertTables = (work: Work, definition: AnyEntity, records: readonly LoadedRecord[]): void => {
  for (const name of Object.keys(definition.tables)) {
    const rows = records.flatMap(({ header, tables }) =>
      (tables[name] ?? []).map((line) => ({ ...line, owner: header['id'], custom: line['custom'] ?? {} })),
    )
    insertRows(work.tx, work.company, lineTableOf(definition, name), rows)
  }
}

/** The header of records that are made together, before anything is said of them. */
const blankHeader = (work: Work, definition: AnyEntity): Record<string, unknown> => {
  const now = work.clock.now()
  return {
    ...Object.fromEntries(Object.keys(definition.fields).map((name) => [name, null])),
    ...initialValues(definition.fields, work.clock.today()),
    disabled: false,
    custom: {},
    version: 1,
    createdAt: now,
    createdBy: work.actor.name,
    updatedAt: now,
    updatedBy: work.actor.name,
  }
}

const newHeader = (
  blank: Readonly<Record<string, unknown>>,
  read: ReadDraft,
  own: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const header = { ...blank, ...own }
  for (const name of Object.keys(read.header)) header[name] = read.header[name] ?? blank[name] ?? null
  return header
}

/** A record without what it does not say: the trail of a new one keeps what there is. */
const said = ({ header, tables }: LoadedRecord) => {
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(header)) if (header[name] !== null) kept[name] = header[name]
  return { header: kept, tables }
}

const writeNew = (work: Work, definition: AnyEntity, records: readonly LoadedRecord[]): void => {
  if (records.length === 0) return
  changeShared(work, definition.name)
  // Lines of an entity refer to it, so it goes first.
  insertRows(
    work.tx,
    work.company,
    tableOf(definition),
    records.map((record) => record.header),
  )
  insertTables(work, definition, records)
  indexEntities(work, definition, records)
  auditAll(
    work,
    records.map((record) => ({
      action: 'create',
      type: definition.name,
      record: String(record.header['id']),
      label: labelOf(record),
      after: said(record),
    })),
  )
}

/** New records as they would be stored, or the Problem that names their fields at fault. */
const newEntities = async (
  work: Work,
  product: AnyEntity,
  inputs: readonly JsonObject[],
  codes: string[],
  idOf: () => string,
  distinct = false,
): Promise<(LoadedRecord | Problem)[]> => {
  const definition = inCompany(work, product)
  const [drafts, parents] = await Promise.all([
    readDrafts(work, definition, inputs),
    parentsOf(work, definition, inputs),
  ])
  const blank = blankHeader(work, definition)
  const given = drafts.map((read, index): Given => {
    const input = inputs[index] ?? {}
    const id = idOf()
    const own = readOwn(definition, input, parents, read.problems)
    if (input['name'] === undefined) read.problems.push(fieldProblem('name', '请填写名称', 'name is required'))
    const code = own['code'] ?? (input['code'] === undefined ? codes.shift() : null)
    if (typeof code === 'string' && !parents.has(code)) parents.set(code, id)
    return {
      record: { header: { ...newHeader(blank, read, own), id, code }, tables: read.tables },
      problems: read.problems,
    }
  })
  return finish(work, definition, given, true, distinct)
}

const withoutCode = (inputs: readonly JsonObject[]) => inputs.filter((input) => input['code'] === undefined).length

/**
 * Creates records of master data; what they refer to is looked up once for all, codes that are not given are taken as a
 * block, and rows go in as arrays. A record may name one before it as its parent. Answers each as stored, or the Problem
 * that names its fields at fault; those are not written. Where the caller knows that no code is taken (`distinct`), nobody asks
 * again, and many can be made without a wait between them.
 */
export const createEntities = async (
  work: Work,
  product: AnyEntity,
  inputs: readonly JsonObject[],
  idOf: () => string = newId<'record'>,
  distinct = false,
): Promise<(LoadedRecord | Problem)[]> => {
  const definition = inCompany(work, product)
  const codes = await nextCodes(work, definition, withoutCode(inputs))
  const created = await newEntities(work, definition, inputs, codes, idOf, distinct)
  writeNew(
    work,
    definition,
    created.flatMap((each) => (each instanceof Problem ? [] : [each])),
  )
  return created
}

/** As {@link createEntities}, without writing anything, of records that are known to be distinct: what would be created, or what is wrong with it. */
export const checkNewEntities = (
  work: Work,
  definition: AnyEntity,
  inputs: readonly JsonObject[],
): Promise<(LoadedRecord | Problem)[]> =>
  newEntities(
    work,
    definition,
    inputs,
    Array.from({ length: withoutCode(inputs) }, newId<'code'>),
    newId<'record'>,
    true,
  )

/** Creates a record of master data. A code that is not given is the next free one. */
export const createEntity = async (
  work: Work,
  definition: AnyEntity,
  input: JsonObject,
  id: string = newId<'record'>(),
): Promise<LoadedRecord> => {
  const [created] = await createEntities(work, definition, [input], () => id)
  if (created === undefined || created instanceof Problem) throw created ?? new Error('nothing was created')
  return created
}

/** Finds a record by id or code. */
export const findEntity = async (
  work: Work,
  product: AnyEntity,
  key: string,
  options: { readonly lock?: boolean; readonly version?: number | undefined } = {},
): Promise<LoadedRecord> => {
  const definition = inCompany(work, product)
  const rows = await work.tx.rows<{ id: string }>(
    `select id from ${tableOf(definition).name} where company_id = $1 and (id::text = $2 or code = $2) order by (id::text = $2) desc limit 1`,
    [work.company, key],
  )
  const id = rows[0]?.id
  const record =
    id === undefined ? undefined : (await loadRecords(work.tx, work.company, definition, [id], options)).get(id)
  if (record === undefined || !(await isInScope(work, definition, String(record.header['id']))))
    throw notFound(`没有${definition.label}“${key.slice(0, 60)}”`, `There is no ${definition.name} ${key.slice(0, 60)}`)
  if (options.version !== undefined && record.header['version'] !== options.version) {
    throw new Problem('stale', {
      zh: `${labelOf(record)} 已被${String(record.header['updatedBy'])}修改，请刷新后再试`,
      en: 'It was changed meanwhile; reload and try again',
    })
  }
  return record
}

/** Changes a record; what is not given stays. */
export const updateEntity = async (
  work: Work,
  product: AnyEntity,
  key: string,
  input: JsonObject,
  version?: number,
): Promise<LoadedRecord> => {
  const definition = inCompany(work, product)
  const before = await findEntity(work, definition, key, { lock: true, version })
  forgetReferences(work, definition.name)
  const read = keepHidden(work, definition, await readDraft(work, definition, input), before)
  const own = readOwn(definition, input, await parentsOf(work, definition, [input]), read.problems)
  const header = {
    ...before.header,
    ...read.header,
    ...own,
    version: Number(before.header['version']) + 1,
    updatedAt: work.clock.now(),
    updatedBy: work.actor.name,
  }
  const changed = { header, tables: { ...before.tables, ...read.tables } }
  const [record] = await finish(work, definition, [{ record: changed, problems: read.problems }], false)
  if (record === undefined || record instanceof Problem) throw record ?? new Error('nothing was changed')
  const id = String(record.header['id'])
  for (const name of Object.keys(read.tables)) {
    const { name: table } = lineTableOf(definition, name)
    work.tx.send(`delete from ${table} where company_id = $1 and owner_id = $2`, [work.company, id])
  }
  const given = {
    header: record.header,
    tables: Object.fromEntries(Object.entries(record.tables).filter(([name]) => name in read.tables)),
  }
  updateRow(work.tx, work.company, tableOf(definition), id, record.header)
  insertTables(work, definition, [given])
  indexEntities(work, definition, [record])
  audit(work, { action: 'update', type: definition.name, record: id, label: labelOf(record), before, after: record })
  return record
}

/** Deletes a record that nothing refers to; the database's foreign keys say so, and the answer offers 停用. */
export const deleteEntity = async (work: Work, definition: AnyEntity, key: string, version?: number): Promise<void> => {
  const record = await findEntity(work, definition, key, { lock: true, version })
  forgetReferences(work, definition.name)
  const id = String(record.header['id'])
  await refuseReferred(work, definition, [id])
  await work.tx.query(`delete from search_text where company_id = $1 and record_id = $2`, [work.company, id])
  await work.tx.query(`delete from ${tableOf(definition).name} where company_id = $1 and id = $2`, [work.company, id])
  audit(work, { action: 'delete', type: definition.name, record: id, label: labelOf(record), before: record })
}
