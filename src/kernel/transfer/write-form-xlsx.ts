import type { ReportColumn, ReportResult, ReportRow } from '../definition/report.ts'
import { numberFormats } from './sheet.ts'

/** A table as its legal form prints it: what stands round it, beside the report's own columns. */
export interface Form {
  readonly title: string
  /** 会小企01表. */
  readonly number: string
  readonly company: string
  readonly date: string
  /** 单位：元. */
  readonly unit: string
  readonly columns: readonly ReportColumn[]
  readonly rows: ReportResult['rows']
  /** 单位负责人, 会计主管, 制表人. */
  readonly signatures: readonly string[]
}

const widthOf = (column: ReportColumn): number =>
  column.kind === 'money' ? 18 : column.kind === 'integer' ? 6 : Math.min(46, Math.max(24, (column.width ?? 200) / 7))

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** Figures that a number of Excel keeps to the cent are numbers; longer ones stay text, so that nothing is lost. */
const cellOf = (column: ReportColumn, row: ReportRow): string | number | null => {
  const value = row[column.name]
  if (isEmpty(value)) return null
  const text = String(value)
  const isFigure = (column.kind === 'money' || column.kind === 'integer') && /^-?\d+(\.\d+)?$/.test(text)
  return isFigure && text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text
}

const isStrong = (column: ReportColumn, row: ReportRow): boolean =>
  row['strong'] === true || row.rowKind === 'subtotal' || /(合计|总计)$/.test(String(row[column.name] ?? ''))

const line = { style: 'thin' as const }
const box = { top: line, left: line, bottom: line, right: line }

/**
 * A statement as an Excel workbook laid out one to one as its form: the title over all columns, whose it is, the day and the unit
 * below, every cell ruled, the line numbers where they belong, ready to be printed on one page of A4.
 */
export const writeFormXlsx = async (form: Form): Promise<Uint8Array> => {
  // Loaded when it is first asked for: it is large, and a restart must not wait for it.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const { columns } = form
  const last = columns.length
  const wide = last > 4
  const page = workbook.addWorksheet(form.title.slice(0, 31), {
    pageSetup: {
      paperSize: 9,
      orientation: wide ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
    },
  })
  page.columns = columns.map((column) => ({ width: widthOf(column) }))
  page.mergeCells(1, 1, 1, last)
  const title = page.getCell(1, 1)
  title.value = form.title
  title.font = { size: 16, bold: true }
  title.alignment = { horizontal: 'center' }
  page.getCell(2, last).value = form.number
  page.getCell(2, last).alignment = { horizontal: 'right' }
  page.getCell(3, 1).value = `编制单位：${form.company}`
  const middle = Math.max(2, Math.ceil(last / 2))
  page.getCell(3, middle).value = form.date
  page.getCell(3, middle).alignment = { horizontal: 'center' }
  page.getCell(3, last).value = form.unit
  page.getCell(3, last).alignment = { horizontal: 'right' }
  for (const [index, column] of columns.entries()) {
    const head = page.getCell(4, index + 1)
    head.value = column.label
    head.font = { bold: true }
    head.alignment = { horizontal: 'center' }
    head.border = box
  }
  for (const [at, row] of form.rows.entries()) {
    for (const [index, column] of columns.entries()) {
      const cell = page.getCell(5 + at, index + 1)
      cell.value = cellOf(column, row)
      cell.border = box
      if (column.kind === 'money') cell.numFmt = numberFormats.money
      if (column.kind === 'integer') cell.alignment = { horizontal: 'center' }
      if (isStrong(column, row)) cell.font = { bold: true }
    }
  }
  const foot = 6 + form.rows.length
  for (const [index, label] of form.signatures.entries())
    page.getCell(foot, 1 + Math.floor((index * last) / form.signatures.length)).value = `${label}：`
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
