import { isUuid, newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { UnreadableValue, fieldKinds } from '../definition/field-kinds.ts'
import type { Field, Fields } from '../definition/field.ts'
import { date, isKeptFrom, longText } from '../definition/field.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { withoutOwn } from '../own/own-values.ts'
import type { Work } from '../posting/work.ts'
import { idsByCode } from './load.ts'
import { sharedId } from './shared-records.ts'

export type JsonObject = { readonly [key: string]: Json }

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A draft as read from JSON: values by field, and everything that could not be read. */
export interface ReadDraft {
  readonly header: Record<string, unknown>
  /** Only the tables that were given; a table that was given replaces the whole of it. */
  readonly tables: Record<string, Record<string, unknown>[]>
  readonly problems: FieldProblem[]
}

const documentOwn: Fields = { date: date({ label: '单据日期' }), remark: longText({ label: '备注' }) }
/** Properties of answers that clients send back; they are the kernel's to say and are passed over. */
const ignored = new Set([
  'id',
  'type',
  'number',
  'state',
  'version',
  'reverses',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'postedAt',
  'postedBy',
  'lineNo',
  'ownerId',
  'actions',
  'approval',
  'references',
  'derived',
  'display',
])

/** The fields that may be written at the head of a record. */
export const headerFields = (definition: AnyEntity | AnyDocument): Fields =>
  definition.sort === 'document' ? { ...documentOwn, ...definition.header } : definition.fields

const eachPart = (definition: AnyEntity | AnyDocument, head: Fields, input: JsonObject) => [
  { fields: head, values: input },
  ...Object.entries(definition.tables).flatMap(([name, table]) => {
    const lines = input[name]
    return Array.isArray(lines) ? lines.filter(isJsonObject).map((values) => ({ fields: table.fields, values })) : []
  }),
]

type Resolve = (field: Field, value: Json) => Json

const refFields = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, { kind, target }]) =>
    kind === 'ref' && target !== undefined ? [{ name, target: target.name }] : [],
  )

/** Codes that records refer to, by the entity's name. */
const codesIn = (definition: AnyEntity | AnyDocument, inputs: readonly JsonObject[]): Map<string, Set<string>> => {
  const codes = new Map<string, Set<string>>()
  const refsOf = new Map<Fields, ReturnType<typeof refFields>>()
  const head = headerFields(definition)
  for (const { fields, values } of inputs.flatMap((input) => eachPart(definition, head, input))) {
    const refs = refsOf.get(fields) ?? refFields(fields)
    refsOf.set(fields, refs)
    for (const { name, target } of refs) {
      const value = values[name]
      if (typeof value === 'string' && !isUuid(value)) codes.set(target, (codes.get(target) ?? new Set()).add(value))
    }
  }
  return codes
}

/** The ids behind codes of an entity, as known, and else as asked. */
const idsOf = async (work: Work, entity: string, codes: readonly string[]): Promise<Map<string, string>> => {
  const target = work.installed.catalogue.entities.get(entity)
  if (target === undefined) return new Map()
  const known = codes.flatMap((code) => {
    const id = sharedId(work, entity, code)
    return id === undefined ? [] : [[code, id] as const]
  })
  const ids = new Map<string, string>(known)
  const unknown = codes.filter((code) => !ids.has(code))
  for (const [code, id] of await idsByCode(work.tx, work.company, target, unknown)) ids.set(code, id)
  return ids
}

/** Turns codes into ids for every reference at once: one wait, however many records and kinds are referred to. */
const resolveCodes = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  inputs: readonly JsonObject[],
): Promise<Resolve> => {
  const codes = codesIn(definition, inputs)
  const found = await Promise.all(
    [...codes].map(async ([name, wanted]) => [name, await idsOf(work, name, [...wanted])] as const),
  )
  const ids = new Map<string, ReadonlyMap<string, string>>(found)
  return (field: Field, value: Json): Json =>
    field.kind === 'ref' && field.target !== undefined && typeof value === 'string'
      ? (ids.get(field.target.name)?.get(value) ?? value)
      : value
}

const isEmpty = (value: Json | undefined) => value === null || value === undefined || value === ''

const readFields = (
  fields: Fields,
  values: JsonObject,
  path: string,
  resolve: Resolve,
  problems: FieldProblem[],
  allowed: ReadonlySet<string>,
): Record<string, unknown> => {
  const record: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) {
      if (!allowed.has(name) && !ignored.has(name))
        problems.push(fieldProblem(path + name, '没有这个字段', 'there is no such field'))
      continue
    }
    if (isEmpty(value)) {
      record[name] = null
      continue
    }
    try {
      record[name] = fieldKinds[field.kind].parse(field, resolve(field, value))
    } catch (error) {
      if (!(error instanceof UnreadableValue)) throw error
      problems.push({ path: path + name, message: error.text })
    }
  }
  return record
}

const readSource = (value: Json | undefined) =>
  isJsonObject(value) && typeof value['type'] === 'string' && typeof value['line'] === 'string'
    ? { type: value['type'], document: value['document'], line: value['line'] }
    : null

const lineOwn = new Set(['source', 'custom'])

/** Own fields that are kept from whoever writes are, to them, not there. */
const writable = (work: Work, fields: Fields): Fields => {
  const isKept = (field: Field) => field.own === true && isKeptFrom(field, work.actor.roles)
  return Object.values(fields).some(isKept)
    ? Object.fromEntries(Object.entries(fields).filter(([, field]) => !isKept(field)))
    : fields
}

const readOne = (
  definition: AnyEntity | AnyDocument,
  fields: Fields,
  tableFields: Readonly<Record<string, Fields>>,
  input: JsonObject,
  resolve: Resolve,
): ReadDraft => {
  const problems: FieldProblem[] = []
  const headerOwn = new Set([
    ...Object.keys(definition.tables),
    'custom',
    ...(definition.sort === 'entity' ? ['code', 'name', 'disabled', 'parent'] : []),
  ])
  const header = readFields(fields, input, '', resolve, problems, headerOwn)
  if (isJsonObject(input['custom'])) header['custom'] = withoutOwn(input['custom'])
  const tables: Record<string, Record<string, unknown>[]> = {}
  for (const [name, lineFields] of Object.entries(tableFields)) {
    const lines = input[name]
    if (lines === undefined) continue
    if (!Array.isArray(lines) || !lines.every(isJsonObject) || lines.length > 5000) {
      problems.push(fieldProblem(name, '应为明细行的列表（最多 5000 行）', 'must be a list of lines (5000 at most)'))
      continue
    }
    tables[name] = lines.filter(isJsonObject).map((line, index) => ({
      ...readFields(lineFields, line, `${name}.${index}.`, resolve, problems, lineOwn),
      id: typeof line['id'] === 'string' && isUuid(line['id']) ? line['id'] : newId<'line'>(),
      lineNo: index + 1,
      source: readSource(line['source']),
      custom: withoutOwn(isJsonObject(line['custom']) ? line['custom'] : {}),
    }))
  }
  return { header, tables, problems }
}

/**
 * Reads drafts from JSON: references by id or code, decimals as text. What they refer to is looked up once for all of
 * them. Throws nothing: problems name their fields.
 */
export const readDrafts = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  inputs: readonly JsonObject[],
): Promise<ReadDraft[]> => {
  const resolve = await resolveCodes(work, definition, inputs)
  // One object for all, so that what is known of the fields is found by it.
  const fields = writable(work, headerFields(definition))
  const tables = Object.fromEntries(
    Object.entries(definition.tables).map(([name, table]) => [name, writable(work, table.fields)]),
  )
  return inputs.map((input) => readOne(definition, fields, tables, input, resolve))
}

/** As {@link readDrafts}, one. */
export const readDraft = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  input: JsonObject,
): Promise<ReadDraft> => {
  const [read] = await readDrafts(work, definition, [input])
  return read ?? { header: {}, tables: {}, problems: [] }
}
