import type { Json } from '../../base/json.ts'
import type { May } from '../access/rights.ts'
import { englishOf, kebab, sentence } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { JsonObject } from '../documents/draft.ts'

/** What an assistant's question is as a request of the interface, which knows the caller's rights. */
export interface ToolRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly body?: JsonObject
}

/** Something an assistant may ask for: a few general questions, whose words are those of the definitions. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly inputSchema: JsonObject
  /** Whether it asks only and changes nothing. */
  readonly readOnly: boolean
  /** Answered from the definitions alone, or by the interface. */
  answer(input: JsonObject, asked: ToolContext): ToolRequest | { readonly content: Json }
}

export interface ToolContext {
  /** The definitions as the caller's company has shaped them. */
  readonly catalogue: Catalogue
  readonly may: May
  /** Whether the caller is shown a field. */
  sees(field: Field): boolean
}

const text = (description: string): JsonObject => ({ type: 'string', description })

const schema = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required: [...required],
  additionalProperties: false,
})

const stringIn = (input: JsonObject, name: string): string => {
  const value = input[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A part of an address, whatever an assistant wrote: never a way out of it. */
const part = (input: JsonObject, name: string): string => encodeURIComponent(kebab(stringIn(input, name)) || '-')

const idPart = (input: JsonObject): string => encodeURIComponent(stringIn(input, 'id') || '-')

const query = (values: Readonly<Record<string, Json | undefined>>): string => {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== null && value !== '')
      asked.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  const said = asked.toString()
  return said === '' ? '' : `?${said}`
}

const fieldsToSay = (fields: Fields, { sees }: Pick<ToolContext, 'sees'>): JsonObject => {
  const seen = Object.entries(fields).filter(([, field]) => sees(field))
  return Object.fromEntries(
    seen.map(([name, field]) => [
      name,
      {
        label: field.label,
        english: field.english ?? sentence(name),
        kind: field.kind,
        ...(field.required ? { required: true } : {}),
        ...(field.computed === true ? { computed: true } : {}),
        ...(field.options === undefined ? {} : { options: { ...field.options } }),
      },
    ]),
  )
}

const say = (one: AnyEntity | AnyDocument, context: ToolContext): JsonObject => ({
  type: kebab(one.name),
  label: one.label,
  english: englishOf(one),
  sort: one.sort,
  fields: fieldsToSay(one.sort === 'document' ? one.header : one.fields, context),
  tables: Object.fromEntries(
    Object.entries(one.tables).map(([name, table]) => [
      name,
      { label: table.label, fields: fieldsToSay(table.fields, context) },
    ]),
  ),
})

const named = (one: { readonly name: string; readonly label: string; readonly english?: string }): JsonObject => ({
  name: kebab(one.name),
  label: one.label,
  english: englishOf(one),
})

const everything = ({ catalogue, may }: ToolContext): JsonObject => {
  const readable = [...catalogue.documents.values(), ...catalogue.entities.values()].filter(
    (one) => one.internal !== true && may(`${one.name}.read`),
  )
  return {
    documents: readable.filter((one) => one.sort === 'document').map(named),
    masterData: readable.filter((one) => one.sort === 'entity').map(named),
    reports: [...catalogue.reports.values()].filter((one) => may(`report.${one.name}`)).map(named),
    ledgers: [...catalogue.ledgers.values()].filter((one) => may(`ledger.${one.name}`)).map(named),
  }
}

const described = (name: string, context: ToolContext): Json => {
  const { catalogue, may } = context
  const all = [...catalogue.documents.values(), ...catalogue.entities.values()]
  const type = all.find((one) => kebab(one.name) === kebab(name))
  if (type !== undefined && may(`${type.name}.read`)) return say(type, context)
  const report = [...catalogue.reports.values()].find((one) => kebab(one.name) === kebab(name))
  if (report !== undefined && may(`report.${report.name}`))
    return { ...named(report), parameters: fieldsToSay(report.parameters, context) }
  return { ...everything(context), unknown: name }
}

const list = { type: 'integer', minimum: 1, maximum: 200, description: 'How many rows, 50 unless told' }

/** Everything an assistant may ask. Each asks as the caller: what the caller may not see is not in the answer. */
export const tools: readonly Tool[] = [
  {
    name: 'describe',
    title: '有什么 What there is',
    description:
      'Without a name: the types of documents and master data, reports and ledgers that the caller may read. With one: its fields, or the parameters of the report.',
    inputSchema: schema({ name: text('A type or report, such as sales-order') }),
    readOnly: true,
    answer: (input, context) => {
      const name = stringIn(input, 'name')
      return { content: name === '' ? everything(context) : described(name, context) }
    },
  },
  {
    name: 'find_records',
    title: '列表 List records',
    description: 'Lists records of a type: found by text (pinyin too), filtered, sorted, a page at a time.',
    inputSchema: schema(
      {
        type: text('The type, such as sales-order'),
        q: text('Text to be found'),
        filter: {
          type: 'array',
          description: 'Conditions; op is one of eq ne in contains startsWith gt gte lt lte between empty notEmpty',
          items: schema({ field: text('A field'), op: text('How it compares'), value: {} }, ['field', 'op']),
        },
        sort: text('A column, - before it for descending'),
        limit: list,
        cursor: text('`next` of the page before'),
        totals: { type: 'boolean', description: 'Count and sums over the whole result' },
      },
      ['type'],
    ),
    readOnly: true,
    answer: (input) => ({
      method: 'GET',
      url: `/api/${part(input, 'type')}${query({
        q: input['q'],
        filter: input['filter'],
        sort: input['sort'],
        limit: input['limit'],
        cursor: input['cursor'],
        totals: input['totals'] === true ? 1 : undefined,
      })}`,
    }),
  },
  {
    name: 'get_record',
    title: '单据或资料 Read a record',
    description: 'Reads one record in full, by id, number or code.',
    inputSchema: schema({ type: text('The type'), id: text('Its id, number or code') }, ['type', 'id']),
    readOnly: true,
    answer: (input) => ({ method: 'GET', url: `/api/${part(input, 'type')}/${idPart(input)}` }),
  },
  {
    name: 'search',
    title: '搜索 Search everything',
    description: 'Finds records of any type by number, code, name, pinyin or initials.',
    inputSchema: schema({ q: text('What is looked for'), limit: list }, ['q']),
    readOnly: true,
    answer: (input) => ({ method: 'GET', url: `/api/search${query({ q: input['q'], limit: input['limit'] })}` }),
  },
  {
    name: 'trace',
    title: '联查 Where from and what became of it',
    description: 'What a document grew out of, what grew out of it, and what it posted.',
    inputSchema: schema({ type: text('The type'), id: text('Its id or number') }, ['type', 'id']),
    readOnly: true,
    answer: (input) => ({ method: 'GET', url: `/api/${part(input, 'type')}/${idPart(input)}/trace` }),
  },
  {
    name: 'run_report',
    title: '报表 Run a report',
    description: 'Runs a report with its parameters (see describe).',
    inputSchema: schema({ report: text('The report'), parameters: { type: 'object', description: 'By name' } }, [
      'report',
    ]),
    readOnly: true,
    answer: (input) => {
      const given = input['parameters']
      const parameters = typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {}
      const { format: _format, ...asked } = parameters as Record<string, Json>
      return { method: 'GET', url: `/api/reports/${part(input, 'report')}${query(asked)}` }
    },
  },
  {
    name: 'ledger_balances',
    title: '账上余额 Balances of a ledger',
    description: 'What a ledger holds on a day, by its dimensions, as it is known now or was known at a moment.',
    inputSchema: schema(
      {
        ledger: text('stock, party, cash, asset, plan or general'),
        as_of: text('The day, such as 2026-06-30; today unless told'),
        known_at: text('A moment: as it was known then'),
        group_by: text('Dimensions, separated by commas'),
      },
      ['ledger'],
    ),
    readOnly: true,
    answer: (input) => {
      const { as_of, known_at, group_by } = input
      return {
        method: 'GET',
        url: `/api/ledgers/${part(input, 'ledger')}/balances${query({ as_of, known_at, group_by })}`,
      }
    },
  },
  {
    name: 'ledger_entries',
    title: '分录 Entries of a ledger',
    description: 'The entries of a ledger between two days.',
    inputSchema: schema({ ledger: text('The ledger'), from: text('First day'), to: text('Last day') }, ['ledger']),
    readOnly: true,
    answer: (input) => ({
      method: 'GET',
      url: `/api/ledgers/${part(input, 'ledger')}/entries${query({ from: input['from'], to: input['to'] })}`,
    }),
  },
  {
    name: 'check_books',
    title: '账务体检 Check the books',
    description: 'Runs every invariant of the books and says which hold.',
    inputSchema: schema({}),
    readOnly: true,
    answer: () => ({ method: 'GET', url: '/api/checks' }),
  },
  {
    name: 'create_draft',
    title: '起草单据 Write a draft',
    description:
      'Writes a document as a draft, for a person to look at and post. Needs the right to create that type. It never posts.',
    inputSchema: schema(
      {
        type: text('The type of document'),
        content: { type: 'object', description: 'Its fields and lines (see describe)' },
      },
      ['type', 'content'],
    ),
    readOnly: false,
    answer: (input, { catalogue }) => {
      const name = stringIn(input, 'type')
      const isDocument = [...catalogue.documents.values()].some((one) => kebab(one.name) === kebab(name))
      const given = input['content']
      const content = typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as JsonObject) : {}
      // Master data has no drafts: what is not a document is not written.
      return isDocument
        ? { method: 'POST', url: `/api/${part(input, 'type')}?then=draft`, body: content }
        : { content: { refused: 'only documents can be drafted' } }
    },
  },
]

/** Whether someone may write drafts of anything at all; else the tool is not shown. */
export const mayDraft = ({ catalogue, may }: ToolContext): boolean =>
  [...catalogue.documents.values()].some((one) => may(`${one.name}.create`))
