import type { Json } from '../../base/json.ts'
import { documentActions } from '../documents/lifecycle.ts'
import { englishOf, kebab, sentence } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { id, ifMatch, json, operation, parameter, repeat } from './open-api-parts.ts'
import { callPaths } from './open-api-calls.ts'
import { finishPaths } from './open-api-finish.ts'
import { linkPaths } from './open-api-links.ts'
import { undescribed } from './open-api-rest.ts'
import type { DeclaredRoute } from './open-api-rest.ts'
import { signInPaths } from './open-api-sign-in.ts'
import { besidePaths, processPaths } from './open-api-work.ts'
import type { Schema } from './open-api-parts.ts'
import { printPaths, printingPaths } from './open-api-printing.ts'
import { systemPaths } from './open-api-system.ts'

const examples: Readonly<Record<string, Json>> = {
  text: '示例',
  longText: '备注',
  integer: 1,
  decimal: '1.5',
  quantity: '10',
  price: '12.5',
  money: '125.00',
  percent: '13',
  date: '2026-01-15',
  moment: '2026-01-15T08:30:00Z',
  boolean: true,
  ref: '001',
  json: {},
}

const exampleOf = (field: Field): Json =>
  field.kind === 'choice' ? (Object.keys(field.options ?? {})[0] ?? '') : (examples[field.kind] ?? null)

const fieldSchema = (name: string, field: Field): Schema => ({
  ...fieldKinds[field.kind].schema(field),
  title: field.label,
  description: [field.english ?? sentence(name), field.help].filter(Boolean).join('. '),
  ...(field.computed === true ? { readOnly: true } : {}),
})

const properties = (fields: Fields): Schema =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(name, field)]))

const typed = (fields: Fields) => Object.entries(fields).filter(([, field]) => field.computed !== true)

const example = (fields: Fields): Schema =>
  Object.fromEntries(
    typed(fields)
      .filter(([, field]) => field.required)
      .map(([name, field]) => [name, exampleOf(field)]),
  )

const own: Schema = {
  id: { type: 'string', format: 'uuid', readOnly: true },
  version: { type: 'integer', readOnly: true },
  custom: { type: 'object', additionalProperties: true },
}

const documentOwn: Schema = {
  number: { type: 'string', readOnly: true },
  date: { type: 'string', format: 'date' },
  state: { type: 'string', enum: ['draft', 'submitted', 'posted', 'closed', 'void'], readOnly: true },
  remark: { type: ['string', 'null'] },
}

const entityOwn: Schema = {
  code: { type: 'string', maxLength: 60 },
  name: { type: 'string', maxLength: 200 },
  disabled: { type: 'boolean' },
}

const fieldsOf = (definition: AnyEntity | AnyDocument): Fields =>
  definition.sort === 'document' ? definition.header : definition.fields

const recordSchema = (definition: AnyEntity | AnyDocument): Schema => {
  const tables = Object.entries(definition.tables)
  const fields = fieldsOf(definition)
  const required = Object.entries(fields)
    .filter(([, field]) => field.required)
    .map(([name]) => name)
  return {
    type: 'object',
    title: definition.label,
    description: englishOf(definition),
    properties: {
      ...own,
      ...(definition.sort === 'document' ? documentOwn : entityOwn),
      ...properties(fields),
      ...Object.fromEntries(
        tables.map(([name, table]) => [
          name,
          { type: 'array', title: table.label, items: { type: 'object', properties: properties(table.fields) } },
        ]),
      ),
    },
    ...(definition.sort === 'entity' ? { required: ['name', ...required] } : {}),
    example: {
      ...(definition.sort === 'entity' ? { code: '001', name: '示例' } : { date: '2026-01-15' }),
      ...example(fields),
      ...Object.fromEntries(tables.map(([name, table]) => [name, [example(table.fields)]])),
    },
  }
}

const listParameters: Json = [
  parameter('q', 'query', 'Text, pinyin or initials'),
  parameter(
    'filter',
    'query',
    '[{"field","op","value"}] as JSON; op: eq ne in contains startsWith gt gte lt lte between empty notEmpty',
  ),
  parameter('sort', 'query', 'A column, - before it for descending'),
  parameter('cursor', 'query', 'next of the page before'),
  parameter('limit', 'query', '1 to 500', { type: 'integer', default: 50 }),
  parameter('totals', 'query', '1 for count and sums over the whole result'),
]

const pathsOf = (definition: AnyEntity | AnyDocument, name: string): Schema => {
  const path = `/api/${kebab(name)}`
  const record = { $ref: `#/components/schemas/${definition.name}` }
  const body: Json = { required: true, content: { 'application/json': { schema: record } } }
  const tag = definition.label
  const page = {
    type: 'object',
    properties: {
      rows: { type: 'array', items: record },
      next: { type: ['string', 'null'] },
      references: { type: 'object' },
      totals: { type: 'object' },
    },
  }
  const isDocument = definition.sort === 'document'
  const then = parameter('then', 'query', 'Actions to take in the same transaction: post, submit')
  return {
    [path]: {
      get: operation(`列表 ${definition.label}`, tag, { 200: json(page, 'A page') }, { parameters: listParameters }),
      post: operation(
        `新增 ${definition.label}`,
        tag,
        { 201: json(record, 'Created') },
        { requestBody: body, parameters: [repeat, ...(isDocument ? [then] : [])] },
      ),
    },
    [`${path}/{id}`]: {
      get: operation(`读取 ${definition.label}`, tag, { 200: json(record, 'The record') }, { parameters: [id] }),
      patch: operation(
        `修改 ${definition.label}`,
        tag,
        { 200: json(record, 'Changed') },
        { requestBody: body, parameters: [id, ifMatch] },
      ),
      delete: operation(
        `删除 ${definition.label}`,
        tag,
        { 204: { description: 'Deleted' } },
        { parameters: [id, ifMatch] },
      ),
    },
    [`${path}/{id}/audit`]: {
      get: operation('变更记录', tag, { 200: json({ type: 'object' }, 'The history') }, { parameters: [id] }),
    },
    [`${path}/{id}/attachments`]: {
      get: operation('附件', tag, { 200: json({ type: 'object' }, 'Attachments') }, { parameters: [id] }),
      post: operation('添加附件', tag, { 201: json({ type: 'object' }, 'Attached') }, { parameters: [id, repeat] }),
    },
    ...besidePaths(path, tag, isDocument),
    ...printPaths(path, tag),
    ...(isDocument ? actionPaths(path, record, tag) : {}),
    ...('tag' in definition && definition.tag !== undefined ? tagPath(path, tag) : {}),
  }
}

const actionPaths = (path: string, record: Json, tag: string): Schema => ({
  ...Object.fromEntries(
    Object.entries(documentActions).map(([name, action]) => [
      `${path}/{id}/${name}`,
      {
        post: operation(
          `${action.label} ${action.english}`,
          tag,
          { 200: json(record, 'Done') },
          { parameters: [id, repeat, ifMatch] },
        ),
      },
    ]),
  ),
  [`${path}/{id}/convert/{target}`]: {
    post: operation(
      '下推：生成下游草稿内容',
      tag,
      { 200: json({ type: 'object', additionalProperties: true }, 'What a draft of the target would hold') },
      {
        parameters: [
          id,
          parameter('target', 'path', 'The type to grow'),
          parameter('flow', 'query', 'The flow, where several lead there'),
        ],
      },
    ),
  },
  [`${path}/preview`]: {
    post: operation('试算：取价、促销，不保存', tag, { 200: json({ type: 'object' }, 'What would be proposed') }),
  },
  [`${path}/{id}/trace`]: {
    get: operation('联查', tag, { 200: json({ type: 'object' }, 'Up and down stream') }, { parameters: [id] }),
  },
})

const tagPath = (path: string, tag: string): Schema => ({
  [`${path}/tags`]: {
    get: operation(
      '打印标签 Tags with QR codes, as PDF',
      tag,
      { 200: { description: 'The tags', content: { 'application/pdf': {} } } },
      {
        parameters: [
          parameter('ids', 'query', 'Ids, separated by commas, 500 at most'),
          parameter('paper', 'query', 'a4: sheets of 24 labels; label: one label of 60 × 40 mm a page'),
        ],
      },
    ),
  },
})

/** Rows whose columns depend on what is asked. */
const rowsOf: Schema = {
  type: 'object',
  properties: { rows: { type: 'array', items: { type: 'object', additionalProperties: true } } },
}

const ledgerPaths = (catalogue: Catalogue): Schema =>
  Object.fromEntries(
    [...catalogue.ledgers.values()].flatMap((ledger) => {
      const path = `/api/ledgers/${kebab(ledger.name)}`
      const known = parameter('known_at', 'query', 'As it was known at that moment')
      return [
        [
          `${path}/entries`,
          {
            get: operation(
              `分录 ${ledger.label}`,
              ledger.label,
              { 200: json(rowsOf, 'Entries') },
              { parameters: [parameter('from', 'query', 'First day'), parameter('to', 'query', 'Last day'), known] },
            ),
          },
        ],
        [
          `${path}/balances`,
          {
            get: operation(
              `余额 ${ledger.label}`,
              ledger.label,
              { 200: json(rowsOf, 'Balances') },
              {
                parameters: [
                  parameter('as_of', 'query', 'The day'),
                  known,
                  parameter('group_by', 'query', 'Dimensions, separated by commas'),
                ],
              },
            ),
          },
        ],
      ]
    }),
  )

const reportPaths = (catalogue: Catalogue): Schema =>
  Object.fromEntries(
    [...catalogue.reports.values()].map((report) => [
      `/api/reports/${kebab(report.name)}`,
      {
        get: operation(
          report.label,
          '报表',
          { 200: json(rowsOf, 'Rows, totals, columns') },
          {
            parameters: [
              ...Object.entries(report.parameters).map(([name, field]) =>
                parameter(name, 'query', field.label, fieldKinds[field.kind].schema(field)),
              ),
              parameter('format', 'query', 'As JSON, or as a file to be saved', {
                type: 'string',
                enum: [...new Set(['json', 'xlsx', 'csv', 'pdf', ...Object.keys(report.files ?? {})])],
              }),
            ],
          },
        ),
      },
    ]),
  )

/** OpenAPI 3.1 of everything the installed product answers, derived from the definitions. */
export const openApi = (catalogue: Catalogue, version: string, routes: readonly DeclaredRoute[] = []): Schema => {
  const all = [...catalogue.entities.values(), ...catalogue.documents.values()]
  const facets = [...catalogue.facets].map(([name, { entity }]) => pathsOf(entity, name))
  const paths = Object.assign(
    {},
    systemPaths,
    printingPaths,
    signInPaths,
    ...all.map((one) => pathsOf(one, one.name)),
    ...facets,
    processPaths(catalogue),
    ledgerPaths(catalogue),
    reportPaths(catalogue),
    linkPaths(catalogue),
    callPaths(catalogue),
  ) as Schema
  return {
    openapi: '3.1.0',
    info: {
      title: '算盘 Suanpan',
      license: { name: 'Unlicensed', identifier: 'LicenseRef-Unlicensed' },
      version,
      description:
        'Decimals travel as strings, dates as ISO dates, moments as UTC. Errors are RFC 9457 problem documents.',
    },
    security: [{ cookie: [] }, { key: [] }],
    servers: [{ url: '/', description: 'This installation' }],
    paths: finishPaths({ ...paths, ...undescribed(paths, routes) }),
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'suanpan_session' },
        key: { type: 'http', scheme: 'bearer' },
        link: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Link <token>' },
      },
      schemas: {
        Problem: {
          type: 'object',
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            reference: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { path: { type: 'string' }, message: { type: 'string' }, warning: { type: 'boolean' } },
              },
            },
          },
        },
        ...Object.fromEntries(all.map((one) => [one.name, recordSchema(one)])),
      },
    },
  }
}
