import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { taxReturn } from '../documents/tax-return.ts'
import { statedCells } from './stated-cells.ts'
import { figuresOf } from './tax-form.ts'
import type { TaxForm } from './tax-form.ts'
import { taxpayerOf } from './taxpayer.ts'

const thin = { style: 'thin' as const }
const box = { top: thin, left: thin, bottom: thin, right: thin }

/** A page a form, rows and columns where the bureau's form has them; what is nothing is written as zero. */
export const returnWorkbook = async (
  work: Work,
  { header, lines }: DocumentRecord<typeof taxReturn>,
  forms: readonly TaxForm[],
): Promise<Uint8Array> => {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const taxpayer = await taxpayerOf(work)
  const at = figuresOf(statedCells(lines))
  for (const form of forms) {
    const page = workbook.addWorksheet(form.code, { views: [{ state: 'frozen', xSplit: 2, ySplit: 4 }] })
    page.columns = [{ width: 8 }, { width: 52 }, ...form.columns.map(() => ({ width: 20 }))]
    const title = page.addRow([form.title])
    title.font = { bold: true, size: 14 }
    page.mergeCells(1, 1, 1, 2 + form.columns.length)
    title.alignment = { horizontal: 'center' }
    page.addRow([`纳税人识别号（统一社会信用代码）：${taxpayer.taxNumber}`])
    page.addRow([`纳税人名称：${taxpayer.name}　税款所属期：${header.period}　金额单位：元（列至角分）`])
    const head = page.addRow(['栏次', '项目', ...form.columns.map(([, label]) => label)])
    head.font = { bold: true }
    head.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
    head.eachCell((cell) => (cell.border = box))
    for (const [row, label] of form.rows) {
      const written = page.addRow([
        row,
        label,
        ...form.columns.map(([column]) => at(form.code, row, column).toNumber()),
      ])
      written.eachCell((cell, index) => {
        cell.border = box
        if (index > 2) cell.numFmt = '#,##0.00;-#,##0.00;0.00'
      })
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
