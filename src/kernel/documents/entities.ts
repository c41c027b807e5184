import { textOf } from '../../base/text.ts'
import { newId } from '../../base/id.ts'
import { audit } from '../audit/audit.ts'
import { Problem, fieldProblem, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyEntity } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import { completeness, derive, initialValues } from '../definition/derive.ts'
import { readDraft } from './draft.ts'
import type { JsonObject } from './draft.ts'
import { loadRecords } from './load.ts'
import type { LoadedRecord } from './load.ts'
import { forgetReferences, loadReferences, referringOf } from './lookup.ts'
import { indexEntity } from './search-text.ts'
import { insertRows, lineTableOf, tableOf, updateRow } from './storage.ts'

const refuse = (definition: AnyEntity, problems: readonly FieldProblem[]) => {
  if (problems.some((problem) => !problem.warning)) {
    throw new Problem(
      'invalid',
      { zh: `${definition.label}有误，未保存`, en: `The ${definition.name} was not saved` },
      problems,
    )
  }
}

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

const readOwn = async (work: Work, definition: AnyEntity, input: JsonObject, problems: FieldProblem[]) => {
  const own: Record<string, unknown> = {}
  const code = ownProperty(input, 'code', 60, problems)
  const name = ownProperty(input, 'name', 200, problems)
  if (code !== undefined) own['code'] = code
  if (name !== undefined) own['name'] = name
  if (typeof input['disabled'] === 'boolean') own['disabled'] = input['disabled']
  if (definition.tree && input['parent'] !== undefined)
    own['parent'] = await parentId(work, definition, input['parent'], problems)
  return own
}

const parentId = async (work: Work, definition: AnyEntity, given: unknown, problems: FieldProblem[]) => {
  if (given === null || given === '') return null
  const rows = await work.tx.rows<{ id: string }>(
    `select id from ${tableOf(definition).name} where company_id = $1 and (code = $2 or id::text = $2)`,
    [work.company, textOf(given)],
  )
  if (rows[0] === undefined)
    problems.push(fieldProblem('parent', `找不到上级“${textOf(given)}”`, `no such parent: ${textOf(given)}`))
  return rows[0]?.id ?? null
}

const codeTaken = async (
  work: Work,
  definition: AnyEntity,
  id: string,
  header: LoadedRecord['header'],
): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ code: string; name: string }>(
    `select code, name from ${tableOf(definition).name} where company_id = $1 and id <> $2 and (code = $3 or name = $4) limit 5`,
    [work.company, id, header['code'], header['name']],
  )
  return rows.map((row) =>
    row.code === header['code']
      ? fieldProblem('code', `编码“${row.code}”已被“${row.name}”使用`, `code ${row.code} is taken by ${row.name}`)
      : { ...fieldProblem('name', `与“${row.code} ${row.name}”同名`, `same name as ${row.code}`), warning: true },
  )
}

const nextCode = async (work: Work, definition: AnyEntity): Promise<string> => {
  const rows = await work.tx.rows<{ last: string }>(
    `insert into number_series as s (company_id, series, last) values ($1, $2, 1)
     on conflict (company_id, series) do update set last = s.last + 1 returning last`,
    [work.company, `code/${definition.name}`],
  )
  return (rows[0]?.last ?? '1').padStart(5, '0')
}

const finish = async (work: Work, definition: AnyEntity, given: LoadedRecord, problems: FieldProblem[]) => {
  const lookup = await loadReferences(work, referringOf(definition, given))
  const record = derive(definition, given, lookup, problems, work.settings)
  const checks = work.installed.entityChecks.get(definition.name) ?? []
  const found = await Promise.all([
    codeTaken(work, definition, String(record.header['id']), record.header),
    ...checks.map((check) => check.check({ ...record.header, ...record.tables }, work)),
  ])
  refuse(definition, [...problems, ...completeness(definition, record), ...found.flat()])
  return record
}

const insertTables = (work: Work, definition: AnyEntity, record: LoadedRecord): void => {
  for (const name of Object.keys(definition.tables)) {
    const lines = record.tables[name] ?? []
    const rows = lines.map((line) => ({ ...line, owner: record.header['id'], custom: line['custom'] ?? {} }))
    insertRows(work.tx, work.company, lineTableOf(definition, name), rows)
  }
}

/** Creates a record of master data. A code that is not given is the next free one. */
export const createEntity = async (
  work: Work,
  definition: AnyEntity,
  input: JsonObject,
  id: string = newId<'record'>(),
): Promise<LoadedRecord> => {
  const read = await readDraft(work, definition, input)
  const own = await readOwn(work, definition, input, read.problems)
  if (input['name'] === undefined) read.problems.push(fieldProblem('name', '请填写名称', 'name is required'))
  const now = work.clock.now()
  const header: Record<string, unknown> = {
    ...initialValues(definition.fields, work.clock.today()),
    ...Object.fromEntries(
      Object.keys(definition.fields).map((name) => [
        name,
        read.header[name] ?? definition.fields[name]?.initial ?? null,
      ]),
    ),
    ...own,
    id,
    code: own['code'] ?? (await nextCode(work, definition)),
    disabled: own['disabled'] ?? false,
    custom: read.header['custom'] ?? {},
    version: 1,
    createdAt: now,
    createdBy: work.actor.name,
    updatedAt: now,
    updatedBy: work.actor.name,
  }
  const record = await finish(work, definition, { header, tables: read.tables }, read.problems)
  // Lines of an entity refer to it, so it goes first.
  insertRows(work.tx, work.company, tableOf(definition), [record.header])
  insertTables(work, definition, record)
  indexEntity(work, definition, record)
  audit(work, { action: 'create', type: definition.name, record: id, label: labelOf(record), after: record })
  return record
}

const labelOf = (record: LoadedRecord) => `${String(record.header['code'])} ${String(record.header['name'])}`

/** Finds a record by id or code. */
export const findEntity = async (
  work: Work,
  definition: AnyEntity,
  key: string,
  options: { readonly lock?: boolean; readonly version?: number | undefined } = {},
): Promise<LoadedRecord> => {
  const rows = await work.tx.rows<{ id: string }>(
    `select id from ${tableOf(definition).name} where company_id = $1 and (id::text = $2 or code = $2) order by (id::text = $2) desc limit 1`,
    [work.company, key],
  )
  const id = rows[0]?.id
  const record =
    id === undefined ? undefined : (await loadRecords(work.tx, work.company, definition, [id], options)).get(id)
  if (record === undefined)
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
  definition: AnyEntity,
  key: string,
  input: JsonObject,
  version?: number,
): Promise<LoadedRecord> => {
  const before = await findEntity(work, definition, key, { lock: true, version })
  forgetReferences(work)
  const read = await readDraft(work, definition, input)
  const own = await readOwn(work, definition, input, read.problems)
  const header = {
    ...before.header,
    ...read.header,
    ...own,
    version: Number(before.header['version']) + 1,
    updatedAt: work.clock.now(),
    updatedBy: work.actor.name,
  }
  const record = await finish(work, definition, { header, tables: { ...before.tables, ...read.tables } }, read.problems)
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
  insertTables(work, definition, given)
  indexEntity(work, definition, record)
  audit(work, { action: 'update', type: definition.name, record: id, label: labelOf(record), before, after: record })
  return record
}

/** Deletes a record that nothing refers to; the database's foreign keys say so, and the answer offers 停用. */
export const deleteEntity = async (work: Work, definition: AnyEntity, key: string, version?: number): Promise<void> => {
  const record = await findEntity(work, definition, key, { lock: true, version })
  forgetReferences(work)
  const id = String(record.header['id'])
  await work.tx.query(`delete from search_text where company_id = $1 and record_id = $2`, [work.company, id])
  await work.tx.query(`delete from ${tableOf(definition).name} where company_id = $1 and id = $2`, [work.company, id])
  audit(work, { action: 'delete', type: definition.name, record: id, label: labelOf(record), before: record })
}
