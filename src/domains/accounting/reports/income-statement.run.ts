import { centsText } from '../../../base/fixed-point.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { ReportResult, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { inRange, inYear, readFigures, atEnd, atYearStart } from '../statements/figures.ts'
import { formsOf } from '../statements/forms.ts'
import type { StatementLine } from '../statements/statement-line.ts'
import { figureColumns, figuresShown, needsLastYear } from '../statements/figure-columns.ts'
import type { FlowFigure } from '../statements/figure-columns.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { incomeStatement, lineColumns } from './balance-sheet.ts'
import { statementForm } from './statement-form.run.ts'
import { evaluate, linesInForce } from './balance-sheet.run.ts'
import { amountCell, headNotes, spanOf, viewOf } from './book-view.ts'
import type { Range, Span } from './book-view.ts'

/** The lines of a statement in one column of items, with its figures. */
export const statementRows = (
  lines: readonly StatementLine[],
  statement: string,
  values: { readonly [F in FlowFigure]?: ReadonlyMap<number, bigint> | undefined },
  cells: ReturnType<typeof spanCells>,
): ReportRow[] =>
  lines.map((line) => ({
    item: `${'　'.repeat(line.indent ?? 0)}${line.item}`,
    line: line.line,
    ...Object.fromEntries(
      Object.entries(values).map(([figure, of]) => [
        figure,
        of === undefined ? null : amountCell(of.get(line.line) ?? 0n),
      ]),
    ),
    strong: line.strong === true,
    statement,
    ...cells,
  }))

/** The same month of the year before. */
const yearBefore = (period: string): string => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`

/** What the rows carry for whoever clicks on a figure. */
export const spanCells = (range: Range, span: Span | null | undefined, view: BooksView) => ({
  period: range.to.slice(0, 7),
  lastPeriod: yearBefore(range.to.slice(0, 7)),
  span: span ?? ('month' as const),
  unbooked: view.basis === 'entered',
  branch: view.branch ?? null,
})

/** The days of a statement, those of the year before, and the columns of its form. */
export const asked = (
  work: Work,
  parameters: { readonly period?: string | null; readonly span?: Span | null; readonly compare?: boolean | null },
) => {
  const range = spanOf(work, parameters.period, parameters.span)
  const standard = settingsOf(work.settings).standard === 'enterprise' ? 'enterprise' : 'smallBusiness'
  const figures = figuresShown(standard, parameters.span ?? 'month', parameters.compare === true)
  return {
    range,
    before: needsLastYear(figures) ? spanOf(work, yearBefore(range.to.slice(0, 7)), parameters.span) : null,
    columns: [...lineColumns, ...figureColumns(figures)],
  }
}

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

const answer = async (parameters: Draft<(typeof incomeStatement)['parameters']>, work: Work): Promise<ReportResult> => {
  const { range, before, columns } = asked(work, parameters)
  const view = viewOf(parameters)
  const forms = formsOf(work.settings)
  const lines = forms.incomeStatementLines
  const formulas = lines.map((line) => line.formula)
  const read = (days: Range) => readFigures(work, days, { ...view, closing: false }, formulas)
  const [figures, earlier] = await Promise.all([read(range), before === null ? null : read(before)])
  const [year, current] = [evaluate(lines, figures, inYear), evaluate(lines, figures, inRange)]
  const [lastYear, last] = [inYear, inRange].map((pick) =>
    earlier === null ? undefined : evaluate(lines, earlier, pick),
  )
  return {
    rows: statementRows(
      lines,
      'incomeStatement',
      { year, current, lastYear, last },
      spanCells(range, parameters.span, view),
    ),
    columns,
    form: forms.incomeStatement,
    notes: [...headNotes(work, range, view), await profitTie(work, range, view, year.get(forms.ties.profit) ?? 0n)],
  }
}

export const incomeStatementRun = defineReportRun(incomeStatement, answer, {
  form: async (parameters, work) => statementForm(incomeStatement, await answer(parameters, work), work),
})
