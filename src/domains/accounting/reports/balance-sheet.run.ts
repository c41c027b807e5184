import { centsText } from '../../../base/fixed-point.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { ReportResult, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { atEnd, atYearStart, readFigures, valueOfTerm } from '../statements/figures.ts'
import type { Figures, Pick } from '../statements/figures.ts'
import { formPlaces } from '../statements/form-places.ts'
import type { Place } from '../statements/form-places.ts'
import { formsOf } from '../statements/forms.ts'
import type { StatementForms } from '../statements/forms.ts'
import { evaluateLines } from '../statements/formula.ts'
import type { StatementLine } from '../statements/statement-line.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readsBranch } from '../../../ledgers/general/branches.ts'
import { statementForm } from './statement-form.run.ts'
import { balanceSheet } from './balance-sheet.ts'
import { amountCell, headNotes, spanOf, viewOf } from './book-view.ts'

/** The lines with the formulas in force. */
export const linesInForce = (forms: StatementForms, asOneLine: boolean): StatementLine[] =>
  forms.balanceSheetLines.map((line) => ({
    ...line,
    formula: (asOneLine ? forms.vatInOneLine[line.line] : undefined) ?? line.formula,
  }))

export const evaluate = (lines: readonly StatementLine[], figures: Figures, pick: Pick) =>
  evaluateLines(lines, { value: (term) => valueOfTerm(figures, term, pick) })

const cellsOf = (
  prefix: 'asset' | 'claim',
  lines: readonly StatementLine[],
  place: Place,
  closing: ReadonlyMap<number, bigint>,
  opening: ReadonlyMap<number, bigint>,
): Record<string, string | number | null> => {
  if (typeof place === 'string') return { [`${prefix}Item`]: place, [`${prefix}Line`]: null }
  const line = lines.find((each) => each.line === place)
  if (line === undefined) return { [`${prefix}Item`]: null, [`${prefix}Line`]: null }
  return {
    [`${prefix}Item`]: `${'　'.repeat(line.indent ?? 0)}${line.item}`,
    [`${prefix}Line`]: line.line,
    [`${prefix}Closing`]: amountCell(closing.get(line.line) ?? 0n),
    [`${prefix}Opening`]: amountCell(opening.get(line.line) ?? 0n),
  }
}

const isStrong = (lines: readonly StatementLine[], place: Place) =>
  lines.find((line) => line.line === place)?.strong === true

const tie = (
  { ties }: StatementForms,
  closing: ReadonlyMap<number, bigint>,
  opening: ReadonlyMap<number, bigint>,
): string => {
  const [over, before] = [closing, opening].map(
    (values) => (values.get(ties.assets) ?? 0n) - (values.get(ties.claims) ?? 0n),
  )
  return over === 0n && before === 0n
    ? '资产总计 = 负债和所有者权益总计'
    : `资产总计与负债和所有者权益总计不等：期末差 ${centsText(over ?? 0n)}，年初差 ${centsText(before ?? 0n)}`
}

const answer = async (parameters: Draft<(typeof balanceSheet)['parameters']>, work: Work): Promise<ReportResult> => {
  const range = spanOf(work, parameters.period, 'month')
  const view = viewOf(parameters)
  const forms = formsOf(work.settings, readsBranch(work, view))
  const lines = linesInForce(forms, parameters.vatInOneLine === true)
  const figures = await readFigures(
    work,
    range,
    view,
    lines.map((line) => line.formula),
  )
  const [closing, opening] = [evaluate(lines, figures, atEnd), evaluate(lines, figures, atYearStart)]
  const rows = formPlaces(forms).map(([asset, claim]): ReportRow => {
    return {
      ...cellsOf('asset', lines, asset, closing, opening),
      ...cellsOf('claim', lines, claim, closing, opening),
      statement: 'balanceSheet',
      period: range.to.slice(0, 7),
      span: 'month',
      unbooked: view.basis === 'entered',
      branch: view.branch ?? null,
      strong: isStrong(lines, asset) || isStrong(lines, claim),
    }
  })
  return {
    rows,
    form: forms.balanceSheet,
    columns: balanceSheet.columns.map((column) =>
      column.name.endsWith('Opening') ? { ...column, label: forms.yearOpening } : column,
    ),
    notes: [...headNotes(work, { from: range.to, to: range.to }, view), tie(forms, closing, opening)],
  }
}

export const balanceSheetRun = defineReportRun(balanceSheet, answer, {
  form: async (parameters, work) => statementForm(balanceSheet, await answer(parameters, work), work),
})
