import { notFound } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { taxReturn } from '../documents/tax-return.ts'
import { filingStates } from '../documents/tax-return.ts'
import { formsOfKind } from '../returns/forms-of-kind.ts'
import { returnKinds } from '../returns/return-kinds.ts'
import { cellKey } from '../returns/tax-form.ts'
import type { TaxForm } from '../returns/tax-form.ts'
import { returnWorkbook } from '../returns/return-workbook.ts'
import { returnXml } from '../returns/return-xml.ts'
import { taxReturnForms } from './tax-return-forms.ts'

type Return = DocumentRecord<typeof taxReturn>

const newest = async (work: Work): Promise<string> => {
  const [row] = await work.tx.rows<{ id: string }>(
    `select id from tax_return where company_id = $1 and state <> 'void' order by date desc, number desc limit 1`,
    [work.company],
  )
  if (row === undefined) throw notFound('还没有申报表，请先生成', 'There is no return yet; prepare one')
  return row.id
}

const load = async (work: Work, number: string | null | undefined): Promise<Return> =>
  asDocument(taxReturn, await findDocument(work, taxReturn, number || (await newest(work))))

/** The forms of a return; statements have the rows that stand on them. */
const formsOf = (work: Work, { header, lines }: Return): TaxForm[] =>
  formsOfKind(header.kind, settingsOf(work.settings).taxpayer === 'smallScale').map((form) => {
    if (form.rows.length > 0) return form
    const own = new Map(lines.filter((line) => line.form === form.code).map((line) => [line.formRow, line.label ?? '']))
    return { ...form, rows: [...own] }
  })

const rowsOf = (form: TaxForm, { lines }: Return): ReportRow[] => {
  const byPlace = new Map(lines.map((line) => [cellKey(line.form, line.formRow, line.formColumn), line] as const))
  return form.rows.flatMap(([row, label]) =>
    form.columns.flatMap(([column, columnLabel]): ReportRow[] => {
      const line = byPlace.get(cellKey(form.code, row, column))
      return line === undefined
        ? []
        : [{ row, label, column: columnLabel, amount: line.amount.toFixed(2), working: line.working }]
    }),
  )
}

export const runTaxReturnForms = defineReportRun(
  taxReturnForms,
  async ({ number }, work) => {
    const filed = await load(work, number)
    const { header } = filed
    return {
      rows: formsOf(work, filed).flatMap((form): ReportRow[] => [
        { rowKind: 'head', row: form.title, label: '', column: '', amount: null, working: '' },
        ...rowsOf(form, filed),
      ]),
      notes: [
        `${returnKinds[header.kind]} 税款所属期 ${header.period}`,
        header.receipt === null
          ? filingStates.open
          : `${filingStates.filed}，回执 ${header.receipt}，${header.filedAt ?? ''}`,
        header.failedChecks === null ? '表内、表间校验全部通过' : `未通过：${header.failedChecks}`,
      ],
    }
  },
  {
    bureau: async ({ number }, work) => {
      const filed = await load(work, number)
      return returnWorkbook(work, filed, formsOf(work, filed))
    },
    xml: async ({ number }, work) => {
      const filed = await load(work, number)
      return returnXml(work, filed, formsOf(work, filed))
    },
  },
)
