import { randomBytes } from 'node:crypto'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import { hashOf } from '../access/caller.ts'
import { audit } from '../audit/audit.ts'
import type { Transaction } from '../database/transaction.ts'
import { kebab } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import { fieldProblem, invalid, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'
import { parseExpression } from '../expression/parse.ts'
import { ExpressionError } from '../expression/tokens.ts'
import type { Work } from '../posting/work.ts'
import type { Mapping, Rule, Rules } from './map-record.ts'
import { messageFormats } from './read-message.ts'
import type { MessageFormat } from './read-message.ts'

/** 接口: an address at which another system leaves its records, and how they become ours. */
export interface Interface {
  readonly id: string
  readonly name: string
  /** The type that its records become, as in an address. */
  readonly type: string
  readonly format: MessageFormat
  /** Whether documents are posted at once, or stay drafts for a person to look at. */
  readonly posts: boolean
  readonly enabled: boolean
  readonly sample: string
  readonly mapping: Mapping
}

/** An interface as it is used: with the company and the person in whose name it writes. */
export interface OpenInterface extends Interface {
  readonly company: Id<'company'>
  readonly user: string
}

const columns = 'i.id, i.name, i.type, i.format, i.posts, i.enabled, i.sample, i.mapping'

/** What a type in an address stands for; undefined where there is none that may be written from outside. */
export const definitionAt = (catalogue: Catalogue, type: string): AnyEntity | AnyDocument | undefined =>
  [...catalogue.documents.values(), ...catalogue.entities.values()].find(
    (one) => kebab(one.name) === type && one.internal !== true && one.name !== 'company',
  )

/** The interfaces of a company, with how many records each took and refused. */
export const listInterfaces = (work: Work): Promise<Json[]> =>
  work.tx.rows(
    `select ${columns}, u.username as "user",
       (select count(*)::int from inbound_message m where m.company_id = $1 and m.interface_id = i.id and m.state = 'done') as done,
       (select count(*)::int from inbound_message m where m.company_id = $1 and m.interface_id = i.id and m.state = 'failed') as failed
     from inbound_interface i left join access."user" u on u.id = i.user_id where i.company_id = $1 order by i.name, i.id`,
    [work.company],
  )

/** One interface of a company. Throws a Problem when there is none. */
export const readInterface = async (work: Work, id: string): Promise<OpenInterface> => {
  const rows = await work.tx.rows<OpenInterface>(
    `select ${columns}, i.company_id as company, i.user_id as "user" from inbound_interface i
     where i.company_id = $1 and i.id::text = $2`,
    [work.company, id],
  )
  if (rows[0] === undefined) throw notFound('没有这个接口', 'There is no such interface')
  return rows[0]
}

/** The interface that an address leads to, where it is in use. */
export const interfaceByToken = async (tx: Transaction, token: string): Promise<OpenInterface | undefined> =>
  (
    await tx.rows<OpenInterface>(
      `select ${columns}, i.company_id as company, i.user_id as "user" from inbound_interface i
       where i.hash = $1 and i.enabled`,
      [hashOf(token)],
    )
  )[0]

const rulesIn = (given: Json | undefined): Rules =>
  Object.fromEntries(
    Object.entries(given !== undefined && isJsonObject(given) ? given : {}).map(([field, rule]): [string, Rule] => {
      if (!isJsonObject(rule)) return [field, { value: textOf(rule) }]
      const table = rule['table']
      const words = table !== undefined && isJsonObject(table) ? Object.entries(table) : []
      return [
        field,
        {
          value: textOf(rule['value']),
          ...(words.length === 0 ? {} : { table: Object.fromEntries(words.map(([a, b]) => [a, textOf(b)])) }),
        },
      ]
    }),
  )

/** A mapping as it was sent, of the right shape. */
export const mappingIn = (given: Json | undefined): Mapping => {
  const body = given !== undefined && isJsonObject(given) ? given : {}
  const tables = body['tables']
  return {
    records: textOf(body['records']).trim(),
    externalId: textOf(body['externalId']).trim(),
    header: rulesIn(body['header']),
    tables: Object.fromEntries(
      Object.entries(tables !== undefined && isJsonObject(tables) ? tables : {}).map(([name, table]) => {
        const { path, fields } = isJsonObject(table) ? table : { path: '', fields: {} }
        return [name, { path: textOf(path).trim(), fields: rulesIn(fields) }]
      }),
    ),
  }
}

const own = ['code', 'name', 'date', 'remark', 'number', 'disabled']

const ruleProblems = (at: string, rules: Rules, fields: Fields, more: readonly string[]): FieldProblem[] =>
  Object.entries(rules).flatMap(([name, { value }]) => {
    const path = `${at}.${name}`
    if (!Object.hasOwn(fields, name) && !more.includes(name)) return [fieldProblem(path, '没有这个字段', 'is no field')]
    if (!value.trim().startsWith('=')) return []
    try {
      parseExpression(value.trim().slice(1))
      return []
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      return [fieldProblem(path, error.zh, error.en)]
    }
  })

/** What is wrong with a mapping for a type, field by field. */
export const mappingProblems = (definition: AnyEntity | AnyDocument, mapping: Mapping): FieldProblem[] => [
  ...(mapping.externalId === ''
    ? [
        fieldProblem(
          'mapping.externalId',
          '请指定对方的唯一编号，重复推送才不会重复录入',
          'is needed: by it a record is taken once',
        ),
      ]
    : []),
  ...ruleProblems(
    'mapping.header',
    mapping.header,
    definition.sort === 'document' ? definition.header : definition.fields,
    own,
  ),
  ...Object.entries(mapping.tables).flatMap(([name, { fields }]) => {
    const table = Object.hasOwn(definition.tables, name) ? definition.tables[name] : undefined
    if (table === undefined) return [fieldProblem(`mapping.tables.${name}`, '没有这个明细', 'is no table of lines')]
    return ruleProblems(`mapping.tables.${name}`, fields, table.fields, [])
  }),
]

type Said = Omit<Interface, 'id'>

const saidIn = (work: Work, body: JsonObject): Said => {
  const said: Said = {
    name: textOf(body['name']).trim(),
    type: textOf(body['type']),
    format: messageFormats.find((one) => one === body['format']) ?? 'json',
    posts: body['posts'] === true,
    enabled: body['enabled'] !== false,
    sample: textOf(body['sample']).slice(0, 100_000),
    mapping: mappingIn(body['mapping']),
  }
  const definition = definitionAt(work.installed.catalogue, said.type)
  const problems: FieldProblem[] = []
  if (said.name === '' || said.name.length > 100)
    problems.push(fieldProblem('name', '请填写名称（最多 100 个字）', 'needs a name of at most 100 characters'))
  if (definition === undefined) problems.push(fieldProblem('type', '请选择类型', 'is no type'))
  else {
    problems.push(...mappingProblems(definition, said.mapping))
    // Whoever makes an interface lends it what they may do themselves.
    const needed = [`${definition.name}.create`, ...(said.posts ? [`${definition.name}.post`] : [])]
    for (const right of needed.filter((one) => !work.actor.may(one)))
      problems.push(fieldProblem('type', `您没有权限：${right}`, `you may not ${right}`))
  }
  if (problems.length > 0) throw invalid('接口有误，未保存', 'The interface was not saved', problems)
  return said
}

/** Makes an interface in the name of whoever makes it. The end of its address is answered this once. */
export const createInterface = async (work: Work, body: JsonObject): Promise<{ id: string; token: string }> => {
  const said = saidIn(work, body)
  const id = newId<'inboundInterface'>()
  const token = randomBytes(24).toString('base64url')
  await work.tx.query(
    `insert into inbound_interface (company_id, id, name, hash, type, format, posts, enabled, sample, mapping, user_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      work.company,
      id,
      said.name,
      hashOf(token),
      said.type,
      said.format,
      said.posts,
      said.enabled,
      said.sample,
      JSON.stringify(said.mapping),
      work.actor.id,
    ],
  )
  audit(work, { action: 'create', type: 'interface', record: id, label: said.name, after: said })
  return { id, token }
}

/** Changes an interface; what is not given stays. From now on it writes in the name of whoever changed it. */
export const updateInterface = async (work: Work, id: string, body: JsonObject): Promise<void> => {
  const { company: _company, user: _user, ...before } = await readInterface(work, id)
  const said = saidIn(work, { ...(JSON.parse(JSON.stringify(before)) as JsonObject), ...body })
  await work.tx.query(
    `update inbound_interface set name = $3, type = $4, format = $5, posts = $6, enabled = $7, sample = $8, mapping = $9, user_id = $10
     where company_id = $1 and id::text = $2`,
    [
      work.company,
      id,
      said.name,
      said.type,
      said.format,
      said.posts,
      said.enabled,
      said.sample,
      JSON.stringify(said.mapping),
      work.actor.id,
    ],
  )
  audit(work, { action: 'update', type: 'interface', record: before.id, label: said.name, before, after: said })
}

/** Takes an interface away, with its log; the records it wrote stay. */
export const removeInterface = async (work: Work, id: string): Promise<void> => {
  const before = await readInterface(work, id)
  work.tx.send('delete from inbound_message where company_id = $1 and interface_id::text = $2', [work.company, id])
  await work.tx.query('delete from inbound_interface where company_id = $1 and id::text = $2', [work.company, id])
  audit(work, { action: 'delete', type: 'interface', record: before.id, label: before.name, before })
}
