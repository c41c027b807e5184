import { centsText } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { inRange, inYear, readFigures, atEnd, atYearStart } from '../statements/figures.ts'
import { formsOf } from '../statements/forms.ts'
import type { StatementLine } from '../statements/statement-line.ts'
import { incomeStatement } from './balance-sheet.ts'
import { evaluate, linesInForce } from './balance-sheet.run.ts'
import { amountCell, headNotes, spanOf, viewOf } from './book-view.ts'
import type { Range, Span } from './book-view.ts'

/** The lines of a statement in one column of items, with the year and the period. */
export const statementRows = (
  lines: readonly StatementLine[],
  statement: string,
  values: { readonly year: ReadonlyMap<number, bigint>; readonly current: ReadonlyMap<number, bigint> },
  cells: { readonly period: string; readonly span: Span; readonly unbooked: boolean },
): ReportRow[] =>
  lines.map((line) => ({
    item: `${'　'.repeat(line.indent ?? 0)}${line.item}`,
    line: line.line,
    year: amountCell(values.year.get(line.line) ?? 0n),
    current: amountCell(values.current.get(line.line) ?? 0n),
    strong: line.strong === true,
    statement,
    ...cells,
  }))

/** What the rows carry for whoever clicks on a figure. */
export const spanCells = (range: Range, span: Span | null | undefined, view: BooksView) => ({
  period: range.to.slice(0, 7),
  span: span ?? ('month' as const),
  unbooked: view.basis === 'entered',
})

const profitTie = async (work: Work, range: Range, view: BooksView, profit: bigint): Promise<string> => {
  const forms = formsOf(work.settings)
  const formulas = linesInForce(forms, false).filter((line) => line.line === forms.ties.retained)
  const figures = await readFigures(
    work,
    range,
    view,
    formulas.map((line) => line.formula),
  )
  const growth = (pick: typeof atEnd) => evaluate(formulas, figures, pick).get(forms.ties.retained) ?? 0n
  const grown = growth(atEnd) - growth(atYearStart)
  return grown === profit
    ? '资产负债表未分配利润本年增加 = 净利润本年累计'
    : `资产负债表未分配利润本年增加 ${centsText(grown)}，净利润本年累计 ${centsText(profit)}，差额为利润分配、期初数或以前年度损益`
}

export const incomeStatementRun = defineReportRun(incomeStatement, async (parameters, work) => {
  const range = spanOf(work, parameters.period, parameters.span)
  const view = viewOf(parameters)
  const forms = formsOf(work.settings)
  const lines = forms.incomeStatementLines
  const formulas = lines.map((line) => line.formula)
  const figures = await readFigures(work, range, { ...view, closing: false }, formulas)
  const [year, current] = [evaluate(lines, figures, inYear), evaluate(lines, figures, inRange)]
  return {
    rows: statementRows(lines, 'incomeStatement', { year, current }, spanCells(range, parameters.span, view)),
    form: forms.incomeStatement,
    notes: [...headNotes(work, range, view), await profitTie(work, range, view, year.get(forms.ties.profit) ?? 0n)],
  }
})
