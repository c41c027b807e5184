import type { Id } from '../../../base/id.ts'
import { Decimal } from '../../../base/decimal.ts'
import { textOf } from '../../../base/text.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import type { Field, Fields } from '../../../kernel/definition/field.ts'
import type { ColumnKind, ReportCell, ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { loadReferences, referringOf } from '../../../kernel/documents/lookup.ts'
import type { ReportRun, Work } from '../../../kernel/posting/work.ts'
import { companyCoded } from '../members/find-companies.ts'
import { memberColumns, memberDocument, memberReports } from './member-reports.ts'
import type { MemberReport } from './member-reports.ts'

/** Asks the other company's own report; its rows carry the company, so that what they lead to stays there. */
const runInMember = ({ definition, of }: MemberReport): ReportRun =>
  defineReportRun(definition, async (parameters, work) => {
    const { company: code, ...asked } = parameters
    const company = await companyCoded(work, 'company', String(code))
    const run = work.installed.reports.get(of.name)
    if (run === undefined) throw notFound('没有这个报表', 'There is no such report')
    const question = { company: company.id, rights: [`report.${of.name}`], purpose: of.label }
    const result = await work.elsewhere(question, (there) => run.run(asked, there))
    return {
      ...result,
      columns: memberColumns(result.columns ?? of.columns),
      rows: result.rows.map((row) => ({ ...row, company: company.code })),
      notes: [`公司：${company.name}`, ...(result.notes ?? [])],
    }
  })

const kinds: Readonly<Record<string, ColumnKind>> = {
  money: 'money',
  quantity: 'quantity',
  price: 'price',
  percent: 'percent',
  integer: 'integer',
  date: 'date',
  boolean: 'boolean',
}

type Names = (field: Field, value: unknown) => ReportCell

const shown = (names: Names, field: Field, value: unknown): ReportCell => {
  if (value === null || value === undefined) return null
  if (field.kind === 'ref') return names(field, value)
  if (Decimal.isDecimal(value)) return value.toString()
  if (field.kind === 'choice') return field.options?.[textOf(value)] ?? textOf(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value instanceof Date ? value.toISOString() : null
}

const visible = (fields: Fields, maySeeCosts: boolean) =>
  Object.entries(fields).filter(([, field]) => field.hidden !== true && (maySeeCosts || field.sensitive !== true))

const readDocument = async (there: Work, definition: AnyDocument, id: string) => {
  const record = await findDocument(there, definition, id)
  const lookup = await loadReferences(there, referringOf(definition, record))
  const names: Names = (field, value) => {
    const target = there.installed.catalogue.entities.get(field.target?.name ?? '')
    const found: unknown = target === undefined ? undefined : lookup(target, String(value) as Id<string>)
    const name: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'name') : undefined
    return typeof name === 'string' ? name : null
  }
  const costs = there.actor.may('cost.see')
  const head = visible(definition.header, costs).flatMap(([name, field]) => {
    const value = shown(names, field, record.header[name])
    return value === null || value === '' ? [] : [`${field.label}：${String(value)}`]
  })
  const columns = visible(definition.tables['lines']?.fields ?? {}, costs).map(([name, field]): ReportColumn => ({
    name,
    label: field.label,
    ...(field.english === undefined ? {} : { english: field.english }),
    kind: kinds[field.kind] ?? 'text',
    seldom: true,
  }))
  const fields = definition.tables['lines']?.fields ?? {}
  const rows = (record.tables['lines'] ?? []).map((line): ReportRow =>
    Object.fromEntries(
      columns.map((column) => {
        const field = fields[column.name]
        return [column.name, field === undefined ? null : shown(names, field, line[column.name])]
      }),
    ),
  )
  return { columns, rows, head, number: String(record.header['number']), date: String(record.header['date']) }
}

const runMemberDocument = defineReportRun(memberDocument, async ({ company: code, type, document }, work) => {
  const company = await companyCoded(work, 'company', String(code))
  const definition = work.installed.catalogue.documents.get(type ?? '')
  if (definition === undefined) throw notFound('没有这种单据', 'There is no such type')
  const question = {
    company: company.id,
    rights: [`${definition.name}.read`],
    purpose: `${definition.label} ${document ?? ''}`,
  }
  const found = await work.elsewhere(question, (there) => readDocument(there, definition, document ?? ''))
  return {
    columns: found.columns,
    rows: found.rows,
    notes: [`公司：${company.name}`, `${definition.label} ${found.number}`, `日期：${found.date}`, ...found.head],
  }
})

export const memberReportRuns: readonly ReportRun[] = [...memberReports.map(runInMember), runMemberDocument]
