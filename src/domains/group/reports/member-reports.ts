import { text } from '../../../kernel/definition/field.ts'
import type { Field } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { AnyReport, ReportColumn, ReportDefinition } from '../../../kernel/definition/report.ts'
import { detailLedger, statementLine, voucherLines } from '../../accounting/index.ts'

/** A report of one company asked from the books of another; its right is asked for in both. */
export interface MemberReport {
  readonly definition: ReportDefinition<string, Readonly<Record<string, Field>>>
  readonly of: AnyReport
}

const company = text({ label: '公司', english: 'Company', required: true, maxLength: 60, help: '公司编码' })

const names: Readonly<Record<string, string>> = {
  statementLine: 'memberStatementLine',
  detailLedger: 'memberDetailLedger',
  voucherLines: 'memberVoucherLines',
}

/** Its drills stay in that company: from report to report, and to the document as a report of its fields. */
const memberColumn = (column: ReportColumn): ReportColumn => {
  const { drill } = column
  if (drill === undefined) return column
  if (drill.to === 'document') {
    const parameters = { company: 'company', type: drill.type, document: drill.id }
    return { ...column, drill: { to: 'report', report: 'memberDocument', parameters } }
  }
  const report = names[drill.report]
  if (report !== undefined)
    return { ...column, drill: { to: 'report', report, parameters: { company: 'company', ...drill.parameters } } }
  const { drill: _elsewhere, ...plain } = column
  return plain
}

export const memberColumns = (columns: readonly ReportColumn[]): ReportColumn[] => columns.map(memberColumn)

const inMember = (of: AnyReport, label: string, english: string): MemberReport => ({
  of,
  definition: defineReport({
    name: names[of.name] ?? of.name,
    label,
    english,
    parameters: { company, ...of.parameters },
    columns: memberColumns(of.columns),
    ...(of.layout === undefined ? {} : { layout: of.layout }),
  }),
})

/** 财务穿透: statement line, account, voucher of a company of the group, without acting in it. */
export const memberReports: readonly MemberReport[] = [
  inMember(statementLine, '成员公司报表项目', 'Statement line of a company'),
  inMember(detailLedger, '成员公司明细账', 'Detail ledger of a company'),
  inMember(voucherLines, '成员公司凭证', 'Voucher of a company'),
]

/** 成员公司单据: a document of a company of the group, field by field and line by line. */
export const memberDocument = defineReport({
  name: 'memberDocument',
  label: '成员公司单据',
  english: 'Document of a company',
  parameters: {
    company,
    type: text({ label: '单据类型', english: 'Type', required: true, maxLength: 60 }),
    document: text({ label: '单据', english: 'Document', required: true, maxLength: 60 }),
  },
  columns: [{ name: 'field', label: '项目', english: 'Field', kind: 'text', width: 160 }],
})
