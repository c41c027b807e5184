import { textOf } from '../../base/text.ts'
import { newId } from '../../base/id.ts'
import { audit, auditAll } from '../audit/audit.ts'
import { Problem, fieldProblem, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyEntity } from '../definition/record.ts'
import { inCompany } from '../own/installed-in.ts'
import { refuseReferred } from '../own/own-references.ts'
import type { Work } from '../posting/work.ts'
import { completeness, derive, initialValues } from '../definition/derive.ts'
import { readDraft, readDrafts } from './draft.ts'
import type { JsonObject, ReadDraft } from './draft.ts'
import { idsInScope, isInScope } from './in-scope.ts'
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

const ownProperty = (
  input: JsonObject,
  name: string,
  longest: number,
  problems: FieldProblem[],
): string | undefined => {
  const value = input[name]
  if (value === undefined) return undefined
  const label = name === 'code' ? '编码' : '名称'
  if (typeof value !== 'string' || value.trim() === '') {
    problems.push(fieldProblem(name, `请填写${label}`, `${name} is required`))
  } else if (value.length > longest || value.includes('\u0000')) {
    problems.push(
      fieldProblem(name, `${label}不能超过 ${longest} 个字`, `${name} must be at most ${longest} characters`),
    )
  } else return value.trim()
  return undefined
}

const readOwn = (
  definition: AnyEntity,
  input: JsonObject,
  parents: ReadonlyMap<string, string>,
  problems: FieldProblem[],
) => {
  const own: Record<string, unknown> = {}
  const code = ownProperty(input, 'code', 60, problems)
  const name = ownProperty(input, 'name', 200, problems)
  if (code !== undefined) own['code'] = code
  if (name !== undefined) own['name'] = name
  if (typeof input['disabled'] === 'boolean') own['disabled'] = input['disabled']
  const parent = input['parent']
  if (definition.tree && parent !== undefined) {
    const found = isBlank(parent) ? null : parents.get(textOf(parent))
    if (found === undefined)
      problems.push(fieldProblem('parent', `找不到上级“${textOf(parent)}”`, `no such parent: ${textOf(parent)}`))
    own['parent'] = found ?? null
  }
  return own
}

const isBlank = (value: unknown) => value === null || value === ''

/** The ids of what is named as a parent, by id or code. */
const parentsOf = async (
  work: Work,
  definition: AnyEntity,
  inputs: readonly JsonObject[],
): Promise<Map<string, string>> => {
  const given = inputs.flatMap(({ parent }) => (parent === undefined || isBlank(parent) ? [] : [textOf(parent)]))
  if (definition.tree !== true || given.length === 0) return new Map()
  const rows = await work.tx.rows<{ id: string; code: string }>(
    `select id, code from ${tableOf(definition).name} where company_id = $1 and (code = any($2::text[]) or id::text = any($2::text[]))`,
    [work.company, given],
  )
  return new Map(rows.flatMap((row) => [[row.code, row.id] as const, [row.id, row.id] as const]))
}

interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** Others that have one of these codes or names already; two looks into indexes, whatever the number. */
const namesakes = async (work: Work, definition: AnyEntity, records: readonly LoadedRecord[]) => {
  const { name: table } = tableOf(definition)
  const values = (name: string) => [work.company, records.map((record) => record.header[name] ?? null)]
  const ask = (name: string) =>
    work.tx.rows<Named>(
      `select id, code, name from ${table} where company_id = $1 and ${name} = any($2::text[])`,
      values(name),
    )
  const [byCode, byName] = await Promise.all([ask('code'), ask('name')])
  return { codes: new Map(byCode.map((row) => [row.code, row])), names: Map.groupBy(byName, (row) => row.name) }
}

const taken = (others: Awaited<ReturnType<typeof namesakes>>, { id, code, name }: LoadedRecord['header']) => {
  const holder = others.codes.get(String(code))
  const same = (others.names.get(String(name)) ?? []).filter((row) => row.id !== id && row.code !== code).slice(0, 4)
  const problems: FieldProblem[] = same.map((row) => ({
    ...fieldProblem('name', `与“${row.code} ${row.name}”同名`, `same name as ${row.code}`),
    warning: true,
  }))
  return holder === undefined || holder.id === id
    ? problems
    : [
        fieldProblem(
          'code',
          `编码“${holder.code}”已被“${holder.name}”使用`,
          `code ${holder.code} is taken by ${holder.name}`,
        ),
        ...problems,
      ]
}

/** The next free codes, as a block. */
const nextCodes = async (work: Work, definition: AnyEntity, count: number): Promise<string[]> => {
  if (count === 0) return []
  const rows = await work.tx.rows<{ last: string }>(
    `insert into number_series as s (company_id, series, last) values ($1, $2, $3)
     on conflict (company_id, series) do update set last = s.last + excluded.last returning last`,
    [work.company, `code/${definition.name}`, count],
  )
  const last = Number(rows[0]?.last ?? count)
  return Array.from({ length: count }, (_, index) => String(last - count + 1 + index).padStart(5, '0'))
}

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

const labelOf = (record: LoadedRecord) => `${String(record.header['code'])} ${String(record.header['name'])}`

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

/**
 * Deletes records as they were left, all or none: refused when one was changed since, or something refers to one. Two statements,
 * whatever their number.
 */
export const deleteEntities = async (
  work: Work,
  definition: AnyEntity,
  left: readonly { readonly id: string; readonly version: number }[],
): Promise<void> => {
  if (left.length === 0) return
  const ids = left.map((one) => one.id)
  const [records, seen] = await Promise.all([
    loadRecords(work.tx, work.company, definition, ids, { lock: true }),
    idsInScope(work, definition, ids),
  ])
  for (const { id, version } of left) {
    const record = records.get(id)
    if (record === undefined || !seen.has(id))
      throw notFound(`有${definition.label}已被删除，不能撤销`, `A ${definition.name} is gone already`)
    if (record.header['version'] !== version)
      throw new Problem('stale', {
        zh: `${labelOf(record)} 已被${String(record.header['updatedBy'])}修改，不能撤销`,
        en: `${labelOf(record)} was changed meanwhile`,
      })
  }
  await refuseReferred(work, definition, ids)
  forgetReferences(work, definition.name)
  await work.tx.query(`delete from search_text where company_id = $1 and record_id = any($2::uuid[])`, [
    work.company,
    ids,
  ])
  await work.tx.query(`delete from ${tableOf(definition).name} where company_id = $1 and id = any($2::uuid[])`, [
    work.company,
    ids,
  ])
  auditAll(
    work,
    left.flatMap(({ id }) => {
      const record = records.get(id)
      return record === undefined
        ? []
        : [{ action: 'delete', type: definition.name, record: id, label: labelOf(record), before: record }]
    }),
  )
}

/** Puts a record back to what it was before the change that left it in this version; the trail knows. Refused when it was changed since. */
export const restoreEntity = async (
  work: Work,
  definition: AnyEntity,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> => {
  const rows = await work.tx.rows<{ header: JsonObject }>(
    `select before->'header' as header from audit where company_id = $1 and record_id = $2 and (after->'header'->>'version')::int = $3
     and before is not null`,
    [work.company, id, version],
  )
  const before = rows[0]?.header
  if (before === undefined) throw notFound('找不到修改前的内容', 'What it was before is not known')
  const names = [
    'code',
    'name',
    'disabled',
    ...(definition.tree === true ? ['parent'] : []),
    ...Object.keys(inCompany(work, definition).fields),
  ]
  const input = Object.fromEntries(names.flatMap((name) => (before[name] === undefined ? [] : [[name, before[name]]])))
  await updateEntity(work, definition, id, input, version)
}
