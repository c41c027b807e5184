import type { CalendarDate } from '../../base/calendar-date.ts'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import { audit, auditAll } from '../audit/audit.ts'
import { Problem, conflict, fieldProblem, notFound } from '../definition/problem.ts'
import type { AnyDocument, DocumentState } from '../definition/record.ts'
import { inCompany } from '../own/installed-in.ts'
import type { Work } from '../posting/work.ts'
import { initialValues } from '../definition/derive.ts'
import { deriveCompleted } from './complete.ts'
import { fillEverywhere } from './fill-everywhere.ts'
import { headerFields, readDraft, readDrafts } from './draft.ts'
import type { JsonObject, ReadDraft } from './draft.ts'
import { isInScope } from './in-scope.ts'
import { keepHidden } from './keep-hidden.ts'
import { isEditable } from './lifecycle.ts'
import { linkSources, unlinkTarget } from './links.ts'
import { loadRecords } from './load.ts'
import type { LoadedRecord } from './load.ts'
import { keepProposed, proposeAll, remember } from './propose.ts'
import { noteMade } from './made-here.ts'
import { takeNumbers } from './numbering.ts'
import { indexDocuments } from './search-text.ts'
import { insertRows, lineTableOf, onlyOwn, tableOf, updateRow } from './storage.ts'
import { writeLater } from './unwritten.ts'

const notSaved = (definition: AnyDocument, problems: ReadDraft['problems']): Problem =>
  new Problem(
    'invalid',
    { zh: `${definition.label}有误，未保存`, en: `The ${definition.name} was not saved` },
    problems,
  )

const refusalOf = (definition: AnyDocument, problems: ReadDraft['problems']): Problem | undefined =>
  problems.length === 0 ? undefined : notSaved(definition, problems)

const refuse = (definition: AnyDocument, problems: ReadDraft['problems']) => {
  const refusal = refusalOf(definition, problems)
  if (refusal !== undefined) throw refusal
}

/** The columns of a line as the table keeps them: the source taken apart, the owner named. */
const lineRow = (owner: string, line: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const source = line['source'] as { type: string; document: string; line: string } | null | undefined
  return {
    ...line,
    owner,
    sourceType: source?.type ?? null,
    sourceDocument: source?.document ?? null,
    sourceLine: source?.line ?? null,
    custom: line['custom'] ?? {},
  }
}

const insertLines = (work: Work, definition: AnyDocument, records: readonly LoadedRecord[]): void => {
  for (const name of Object.keys(definition.tables)) {
    const rows = records.flatMap(({ header, tables }) =>
      (tables[name] ?? []).map((line) => lineRow(String(header['id']), line)),
    )
    insertRows(work.tx, work.company, lineTableOf(definition, name), rows)
  }
}

const numbersFor = async (work: Work, definition: AnyDocument, dates: readonly CalendarDate[]): Promise<string[]> => {
  const series = Map.groupBy(dates, (date) => date)
  const taken = new Map(
    await Promise.all(
      [...series].map(
        async ([date, of]) => [date, await takeNumbers(work, definition.numbering, date, of.length)] as const,
      ),
    ),
  )
  return dates.map((date) => taken.get(date)?.shift() ?? '')
}

const draftOf = (work: Work, header: LoadedRecord['header'], number: string): LoadedRecord['header'] => {
  const now = work.clock.now()
  return {
    ...header,
    id: newId<'document'>(),
    number,
    state: 'draft' satisfies DocumentState,
    reverses: null,
    custom: header['custom'] ?? {},
    version: 1,
    createdAt: now,
    createdBy: work.actor.name,
    updatedAt: now,
    updatedBy: work.actor.name,
    postedAt: null,
    postedBy: null,
  }
}

/** Numbers for drafts of these days, in their order. */
type Numbers = (dates: readonly CalendarDate[]) => Promise<string[]>

/** Drafts as they would be stored, or the Problem that names their fields at fault. */
const newDocuments = async (
  work: Work,
  product: AnyDocument,
  inputs: readonly JsonObject[],
  numbersOf: Numbers,
): Promise<(LoadedRecord | Problem)[]> => {
  const definition = inCompany(work, product)
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const initial = initialValues(headerFields(definition), today)
  const given = (await readDrafts(work, definition, inputs)).map((read) => {
    const date = (read.header['date'] as CalendarDate | null | undefined) ?? today
    return { header: { ...initial, ...read.header, date }, tables: read.tables, problems: read.problems }
  })
  const sound = given.filter((each) => each.problems.length === 0)
  const [written, numbers] = await Promise.all([
    proposeAll(work, definition, sound)
      .then((proposed) => deriveCompleted(work, definition, proposed))
      .then((derived) => fillEverywhere(work, definition, derived)),
    numbersOf(sound.map((each) => each.header.date)),
  ])
  const derived = new Map(sound.map((each, index) => [each, written[index] ?? each]))
  return given.map((each) => {
    const record = derived.get(each)
    if (record === undefined) return notSaved(definition, each.problems)
    const number = numbers.shift() ?? ''
    const refusal = refusalOf(definition, each.problems)
    return refusal ?? { header: draftOf(work, record.header, number), tables: record.tables }
  })
}

/**
 * Creates drafts; what they refer to is looked up once for all, numbers are taken in blocks, and rows go in as arrays.
 * Answers each as stored, derived values included, or the Problem that names its fields at fault; those are not written.
 */
export const createDocuments = async (
  work: Work,
  product: AnyDocument,
  inputs: readonly JsonObject[],
): Promise<(LoadedRecord | Problem)[]> => {
  const definition = inCompany(work, product)
  const created = await newDocuments(work, definition, inputs, (dates) => numbersFor(work, definition, dates))
  const saved = created.flatMap((each) => (each instanceof Problem ? [] : [each]))
  saveAll(work, definition, saved)
  for (const record of saved) noteMade(work, idIn(record))
  await remember(work, definition, saved)
  return created
}

/** As {@link createDocuments}, without writing anything or taking a number: what would be created, or what is wrong with it. */
export const checkNewDocuments = (
  work: Work,
  definition: AnyDocument,
  inputs: readonly JsonObject[],
): Promise<(LoadedRecord | Problem)[]> =>
  newDocuments(work, definition, inputs, (dates) => Promise.resolve(dates.map(() => '')))

/** Creates a draft. Answers it as stored, derived values included. Throws a Problem naming each field at fault. */
export const createDocument = async (work: Work, definition: AnyDocument, input: JsonObject): Promise<LoadedRecord> => {
  const [created] = await createDocuments(work, definition, [input])
  if (created === undefined || created instanceof Problem) throw created ?? new Error('nothing was created')
  return created
}

const writeRecords = (work: Work, definition: AnyDocument, records: readonly LoadedRecord[]): void => {
  insertRows(
    work.tx,
    work.company,
    tableOf(definition),
    records.map((record) => record.header),
  )
  insertLines(work, definition, records)
}

const saveAll = (work: Work, product: AnyDocument, records: readonly LoadedRecord[]): void => {
  const definition = inCompany(work, product)
  const [only] = records
  if (only !== undefined && records.length === 1)
    writeLater(work, definition, only, (last) => writeRecords(work, definition, [last]))
  else writeRecords(work, definition, records)
  linkSources(work, definition, records)
  indexDocuments(work, definition, records)
  auditAll(
    work,
    records.map((record) => ({
      action: 'create',
      type: definition.name,
      record: String(record.header['id']),
      label: numberIn(record),
      after: record,
    })),
  )
}

/** Writes a new document with its lines, links, search text and audit. Nothing is waited for. */
export const saveNew = (work: Work, definition: AnyDocument, stored: LoadedRecord): void =>
  saveAll(work, definition, [stored])

/** How a record is looked for: held for a change, in the version that was seen, and whether also outside the actor's scope. */
export interface FindOptions {
  readonly lock?: boolean
  readonly version?: number | undefined
  readonly whole?: boolean
}

/** Finds a document by id or number; an id wins. What is outside the scope of who acts is not there for them. */
export const findDocument = async (
  work: Work,
  product: AnyDocument,
  key: string,
  options: FindOptions = {},
): Promise<LoadedRecord> => {
  const definition = inCompany(work, product)
  const id = await idOf(work, definition, key)
  const record = (await loadRecords(work.tx, work.company, definition, [id], options)).get(id)
  if (record === undefined || !(options.whole === true || (await isInScope(work, definition, id))))
    throw missing(definition, key)
  if (options.version !== undefined && record.header['version'] !== options.version) {
    throw new Problem('stale', {
      zh: `${definition.label} ${String(record.header['number'])} 已被${String(record.header['updatedBy'])}修改，请刷新后再试`,
      en: `${String(record.header['number'])} was changed meanwhile by ${String(record.header['updatedBy'])}; reload and try again`,
    })
  }
  return record
}

const missing = (definition: AnyDocument, key: string) =>
  notFound(`没有${definition.label}“${key.slice(0, 60)}”`, `There is no ${definition.name} ${key.slice(0, 60)}`)

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const idOf = async (work: Work, definition: AnyDocument, key: string): Promise<string> => {
  if (uuid.test(key)) return key
  const rows = await work.tx.rows<{ id: string }>(
    `select id from ${tableOf(definition).name} where company_id = $1 and number = $2${onlyOwn(tableOf(definition))}`,
    [work.company, key],
  )
  const id = rows[0]?.id
  if (id === undefined) throw missing(definition, key)
  return id
}

export const stateOf = (record: LoadedRecord): DocumentState => record.header['state'] as DocumentState
export const idIn = (record: LoadedRecord): Id<'document'> => record.header['id'] as Id<'document'>
export const numberIn = (record: LoadedRecord): string => String(record.header['number'])

/** Puts what was given over what is stored, derives again, and writes both header and given tables. */
export const applyChanges = async (
  work: Work,
  product: AnyDocument,
  before: LoadedRecord,
  input: JsonObject,
  way: 'update' | 'amend' = 'update',
): Promise<LoadedRecord> => {
  const definition = inCompany(work, product)
  const read = keepHidden(work, definition, await readDraft(work, definition, input), before)
  if (read.header['date'] === null) read.problems.push(fieldProblem('date', '请填写单据日期', 'date is required'))
  refuse(definition, read.problems)
  const merged = {
    header: { ...before.header, ...read.header },
    tables: { ...before.tables, ...read.tables },
    problems: read.problems,
  }
  const proposed =
    way === 'amend'
      ? [keepProposed(definition, merged, before)]
      : await proposeAll(work, definition, [merged], before.tables['lines'])
  const [written] = await deriveCompleted(work, definition, proposed)
  const record = written ?? merged
  refuse(definition, read.problems)
  const header = {
    ...record.header,
    version: Number(before.header['version']) + 1,
    updatedAt: work.clock.now(),
    updatedBy: work.actor.name,
  }
  return { header, tables: record.tables }
}

export const writeChanges = (
  work: Work,
  product: AnyDocument,
  after: LoadedRecord,
  action: string,
  before: LoadedRecord,
): void => {
  const definition = inCompany(work, product)
  const id = String(after.header['id'])
  for (const name of Object.keys(definition.tables)) {
    const { name: table } = lineTableOf(definition, name)
    work.tx.send(`delete from ${table} where company_id = $1 and owner_id = $2`, [work.company, id])
  }
  updateRow(work.tx, work.company, tableOf(definition), id, after.header)
  insertLines(work, definition, [after])
  unlinkTarget(work, id)
  linkSources(work, definition, [after])
  indexDocuments(work, definition, [after])
  audit(work, { action, type: definition.name, record: id, label: numberIn(after), before, after })
}

/** Changes a draft; what is not given stays. A posted document is amended instead. */
export const updateDocument = async (
  work: Work,
  definition: AnyDocument,
  key: string,
  input: JsonObject,
  version?: number,
): Promise<LoadedRecord> => {
  const before = await findDocument(work, definition, key, { lock: true, version })
  if (!isEditable(stateOf(before))) {
    throw conflict(
      `${definition.label} ${numberIn(before)} 不是草稿，不能修改；已审核的单据请用“变更”或“反审核”`,
      `${numberIn(before)} is not a draft; amend or unpost a posted document`,
    )
  }
  const after = await applyChanges(work, definition, before, input)
  writeChanges(work, definition, after, 'update', before)
  await remember(work, definition, [after])
  return after
}

/** Deletes a draft that never was posted: what the books remember is voided. Its number is not used again. */
export const deleteDocument = async (
  work: Work,
  definition: AnyDocument,
  key: string,
  version?: number,
): Promise<void> => {
  const record = await findDocument(work, definition, key, { lock: true, version })
  const id = idIn(record)
  if (stateOf(record) !== 'draft') {
    throw conflict(
      `只有草稿可以删除；${numberIn(record)} 请作废或红冲`,
      `Only drafts can be deleted; void or reverse ${numberIn(record)}`,
    )
  }
  const posted = await work.tx.rows(`select 1 from posting where company_id = $1 and document_id = $2 limit 1`, [
    work.company,
    id,
  ])
  if (posted.length > 0) {
    throw conflict(
      `${numberIn(record)} 曾经审核过，账上留有记录，不能删除；请作废`,
      `${numberIn(record)} was posted once and the books remember it; void it`,
    )
  }
  unlinkTarget(work, id)
  work.tx.send(`delete from search_text where company_id = $1 and record_id = $2`, [work.company, id])
  work.tx.send(`delete from ${tableOf(definition).name} where company_id = $1 and id = $2`, [work.company, id])
  audit(work, { action: 'delete', type: definition.name, record: id, label: numberIn(record), before: record })
}
