import { textOf } from '../../base/text.ts'
import { kebab } from '../definition/define.ts'
import { forbidden, fieldProblem, invalid } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { ReportColumn } from '../definition/report.ts'
import { headerFields } from '../documents/draft.ts'
import { defineReportRun } from '../documents/installed.ts'
import { columnNamed } from '../documents/list-filter.ts'
import { isSeen, referencesIn } from '../documents/record-json.ts'
import { allColumns, columnSql, onlyOwn, tableOf } from '../documents/storage.ts'
import type { StoredColumn } from '../documents/storage.ts'
import type { Work } from '../posting/work.ts'
import { fieldNamed } from '../expression/fields.ts'
import { recordSummary } from './record-summary.ts'

const typeNamed = (work: Work, name: string): AnyEntity | AnyDocument => {
  const { entities, documents, facets } = work.installed.catalogue
  const found =
    documents.get(name) ??
    entities.get(name) ??
    facets.get(name)?.entity ??
    [...documents.values(), ...entities.values()].find((one) => one.label === name || kebab(one.name) === name)
  if (found === undefined || found.internal === true)
    throw invalid('参数有误', 'The parameters are not valid', [
      fieldProblem('type', `没有“${name.slice(0, 40)}”这种单据或资料`, 'there is no such type'),
    ])
  if (!work.actor.may(`${found.name}.read`))
    throw forbidden(`需要权限：${found.name}.read`, `It needs the right ${found.name}.read`)
  return found
}

const groupColumn = (work: Work, definition: AnyEntity | AnyDocument, name: string): StoredColumn => {
  const table = tableOf(definition)
  const known =
    columnNamed(work, table, name) ?? columnNamed(work, table, fieldNamed(headerFields(definition), name) ?? '')
  if (known === undefined)
    throw invalid('参数有误', 'The parameters are not valid', [
      fieldProblem('groupBy', `没有字段“${name.slice(0, 40)}”`, 'there is no such field'),
    ])
  return known
}

const summed = new Set(['money', 'quantity', 'decimal', 'integer'])

const figuresOf = (work: Work, definition: AnyEntity | AnyDocument): StoredColumn[] => {
  const fields = headerFields(definition)
  return allColumns(tableOf(definition)).filter(
    ({ property, field }) =>
      Object.hasOwn(fields, property) && summed.has(field.kind) && field.hidden !== true && isSeen(field, work),
  )
}

interface SummaryRow {
  readonly [name: string]: string | null
}

const labelOf = async (work: Work, { field }: StoredColumn, rows: readonly SummaryRow[]) => {
  const entity = field.kind === 'ref' ? (field.target?.name ?? '') : ''
  const references =
    entity === ''
      ? {}
      : await referencesIn(
          work,
          rows.map((row) => ({ fields: { group: field }, values: { group: row['group'] } })),
        )
  return (value: string | null): string => {
    if (value === null || value === '') return '（空）'
    if (field.kind === 'choice') return field.options?.[value] ?? value
    if (field.kind === 'boolean') return value === 'true' ? '是' : '否'
    return references[entity]?.[value]?.name ?? value
  }
}

/** Records are counted where they stand, in the reader's own sight. */
export const runRecordSummary = defineReportRun(recordSummary, async ({ type, groupBy, from, to }, work) => {
  const definition = typeNamed(work, textOf(type))
  const group = groupColumn(work, definition, textOf(groupBy))
  const figures = figuresOf(work, definition)
  const table = tableOf(definition)
  const key = columnSql(group, 't')
  const days =
    definition.sort === 'document'
      ? ` and t.state <> 'void' and ($2::date is null or t.date >= $2) and ($3::date is null or t.date <= $3)`
      : ' and ($2::date is null or $3::date is null or true)'
  const sums = figures.map((figure, index) => `, sum(${columnSql(figure, 't')})::text as f${index}`).join('')
  const rows = await work.tx.rows<SummaryRow>(
    `select ${key}::text as group, count(*)::text as count${sums} from ${table.name} t
     where t.company_id = $1${onlyOwn(table, 't')}${days} group by ${key} order by count(*) desc, 1 limit 2000`,
    [work.company, from ?? null, to ?? null],
    { named: false },
  )
  const label = await labelOf(work, group, rows)
  const columns: ReportColumn[] = [
    { name: 'group', label: group.field.label, kind: 'text' },
    { name: 'count', label: '张数', english: 'Records', kind: 'integer', total: true },
    ...figures.map(({ property, field }): ReportColumn => ({
      name: property,
      label: field.label,
      ...(field.english === undefined ? {} : { english: field.english }),
      kind: field.kind === 'money' ? 'money' : field.kind === 'integer' ? 'integer' : 'quantity',
      total: true,
    })),
  ]
  return {
    columns,
    rows: rows.map((row) => ({
      group: label(row['group'] ?? null),
      count: Number(row['count']),
      ...Object.fromEntries(
        figures.map(({ property, field }, index) => {
          const sum = row[`f${index}`] ?? null
          return [property, field.kind === 'integer' && sum !== null ? Number(sum) : sum]
        }),
      ),
    })),
    notes: [`${definition.label}，按${group.field.label}`],
  }
})
