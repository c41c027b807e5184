import type { ReportFile } from '../../../kernel/definition/report.ts'

/** 报表格式 Excel: the statement one to one as the form of its standard. */
export const formFile: Readonly<Record<'form', ReportFile>> = {
  form: {
    label: '报表格式 Excel',
    english: 'Form (Excel)',
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
}
