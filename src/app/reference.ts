import { englishOf, kebab, sentence } from '../kernel/definition/define.ts'
import type { Catalogue } from '../kernel/definition/domain.ts'
import type { Field, Fields } from '../kernel/definition/field.ts'
import type { AnyDocument, AnyEntity, LineTables } from '../kernel/definition/record.ts'
import { documentActions } from '../kernel/documents/lifecycle.ts'

const row = (...cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const table = (heads: readonly string[], rows: readonly string[]): string[] =>
  rows.length === 0 ? [] : [row(...heads), row(...heads.map(() => '---')), ...rows, '']

const kindOf = (field: Field): string => {
  if (field.target !== undefined) return `→ ${field.target.name}${field.facet === undefined ? '' : ` (${field.facet})`}`
  const options = Object.entries(field.options ?? {}).map(([key, label]) => `${key} ${label}`)
  return options.length === 0 ? field.kind : `${field.kind}: ${options.join(', ')}`
}

const remarksOf = (field: Field): string =>
  [
    field.required ? 'required' : '',
    field.computed ? 'computed' : '',
    field.sensitive ? 'needs cost.see' : '',
    field.help ?? '',
  ]
    .filter((remark) => remark !== '')
    .join('; ')

const fieldTable = (fields: Fields): string[] =>
  table(
    ['field', '中文', 'English', 'kind', 'remarks'],
    Object.entries(fields).map(([name, field]) =>
      row(`\`${name}\``, field.label, field.english ?? sentence(name), kindOf(field), remarksOf(field)),
    ),
  )

const lineTables = (tables: LineTables): string[] =>
  Object.entries(tables).flatMap(([name, lines]) => [
    `Table \`${name}\` ${lines.label}${lines.atLeast === undefined ? '' : `, at least ${lines.atLeast}`}:`,
    '',
    ...fieldTable(lines.fields),
  ])

const title = (definition: AnyEntity | AnyDocument): string[] => [
  `### ${definition.label} · ${englishOf(definition)}`,
  '',
]

const facetsOf = (entity: AnyEntity): string =>
  Object.entries(entity.facets ?? {})
    .map(([name, facet]) => `; as ${facet.label} at \`/api/${kebab(name)}\``)
    .join('')

const entitySection = (entity: AnyEntity): string[] => [
  ...title(entity),
  `\`${entity.name}\`, \`/api/${kebab(entity.name)}\`${facetsOf(entity)}`,
  '',
  ...fieldTable(entity.fields),
  ...lineTables(entity.tables),
]

const documentSection = (catalogue: Catalogue, document: AnyDocument): string[] => {
  const flows = [...catalogue.flows.values()]
  const from = flows.filter((flow) => flow.to === document).map((flow) => flow.from.label)
  const to = flows.filter((flow) => flow.from === document).map((flow) => flow.to.label)
  return [
    ...title(document),
    [
      `\`${document.name}\`, \`/api/${kebab(document.name)}\`, number \`${document.numbering}\``,
      ...(from.length === 0 ? [] : [`grows from ${from.join(', ')}`]),
      ...(to.length === 0 ? [] : [`leads to ${to.join(', ')}`]),
    ].join('; '),
    '',
    ...fieldTable(document.header),
    ...lineTables(document.tables),
  ]
}

const actionTable = (): string[] =>
  table(
    ['action', '中文', 'English', 'from', 'to', 'right'],
    Object.entries(documentActions).map(([name, action]) =>
      row(`\`${name}\``, action.label, action.english, action.from.join(', '), action.to, `\`{type}.${name}\``),
    ),
  )

const parameterNames = (fields: Fields) =>
  Object.entries(fields)
    .map(([name, field]) => `\`${name}\` ${field.label}`)
    .join(', ')

/**
 * The reference of everything that is installed, as Markdown: types with their fields, flows, actions, reports and
 * processes. It says what the definitions say and nothing else.
 */
export const reference = (catalogue: Catalogue): string =>
  [
    '# Reference of types',
    '',
    'Written from the definitions by `npm run suanpan reference`; a test says when it is out of date. Every entity has `code`,',
    '`name`, `disabled`; every document `number`, `date`, `state`, `remark`, `reverses`; both have `id` and `version`.',
    '',
    '## Actions of documents',
    '',
    ...actionTable(),
    ...catalogue.domains.flatMap((domain) => [
      `## ${domain.label} · ${englishOf(domain)}`,
      '',
      ...(domain.entities ?? []).flatMap(entitySection),
      ...(domain.documents ?? []).flatMap((document) => documentSection(catalogue, document)),
    ]),
    '## Flows',
    '',
    ...table(
      ['flow', '中文', 'from', 'to'],
      [...catalogue.flows.values()].map((flow) =>
        row(`\`${flow.name}\``, flow.label, `\`${flow.from.name}\``, `\`${flow.to.name}\``),
      ),
    ),
    '## Reports',
    '',
    ...table(
      ['report', '中文', 'English', 'parameters'],
      [...catalogue.reports.values()].map((report) =>
        row(`\`${report.name}\``, report.label, englishOf(report), parameterNames(report.parameters)),
      ),
    ),
    '## Processes',
    '',
    ...table(
      ['process', '中文', 'English', 'parameters'],
      [...catalogue.processes.values()].map((process) =>
        row(`\`${process.name}\``, process.label, englishOf(process), parameterNames(process.parameters)),
      ),
    ),
    '## Calls',
    '',
    ...table(
      ['call', '中文', 'English', 'parameters'],
      [...catalogue.calls.values()].map((call) =>
        row(`\`${call.name}\``, call.label, englishOf(call), parameterNames(call.parameters)),
      ),
    ),
  ].join('\n')
