import { centsText } from '../../../base/fixed-point.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { ReportResult } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { formsOf, linesOf } from '../statements/forms.ts'
import { evaluateLines } from '../statements/formula.ts'
import { inRange, inYear, readFigures, valueOfTerm } from '../statements/figures.ts'
import type { Figures, Pick } from '../statements/figures.ts'
import type { StatementLine } from '../statements/statement-line.ts'
import { cashFlowSupplement } from './balance-sheet.ts'
import { headNotes, spanOf, viewOf } from './book-view.ts'
import { cashFlowFigures } from './cash-flow.run.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { statementForm } from './statement-form.run.ts'
import { spanCells, statementRows } from './income-statement.run.ts'

/** Lines that the direct statement and the cash accounts give. */
const other = 18
const operating = 19
const [closingCash, openingCash] = [20, 21]

interface Direct {
  readonly operating: bigint
  readonly opening: bigint
  readonly closing: bigint
}

const supplementOf = (lines: readonly StatementLine[], figures: Figures, pick: Pick, direct: Direct) => {
  const source = { value: (term: Parameters<typeof valueOfTerm>[1]) => valueOfTerm(figures, term, pick) }
  const cash = [
    [closingCash, direct.closing],
    [openingCash, direct.opening],
  ] as const
  const named = evaluateLines(lines, source, new Map([...cash, [other, 0n]])).get(operating) ?? 0n
  return evaluateLines(lines, source, new Map([...cash, [other, direct.operating - named]]))
}

const answer = async (
  parameters: Draft<(typeof cashFlowSupplement)['parameters']>,
  work: Work,
): Promise<ReportResult> => {
  const range = spanOf(work, parameters.period, parameters.span)
  const view = viewOf(parameters)
  const forms = formsOf(work.settings)
  const lines = linesOf(forms, 'cashFlowSupplement')
  const [figures, direct] = await Promise.all([
    readFigures(
      work,
      range,
      { ...view, closing: false },
      lines.map((line) => line.formula),
    ),
    cashFlowFigures(work, range, view),
  ])
  const [year, current] = ([inYear, inRange] as const).map((pick) => {
    const own = pick === inYear ? direct.year : direct.current
    return supplementOf(lines, figures, pick, {
      operating: own.values.get(forms.ties.operatingCash) ?? 0n,
      ...own.cash,
    })
  })
  const none = new Map<number, bigint>()
  const rest = current?.get(other) ?? 0n
  return {
    rows: statementRows(
      lines,
      'cashFlowSupplement',
      { year: year ?? none, current: current ?? none },
      spanCells(range, parameters.span, view),
    ),
    notes: [
      ...headNotes(work, range, view),
      '经营活动产生的现金流量净额 = 现金流量表',
      ...(rest === 0n ? [] : [`“其他” ${centsText(rest)} 为未列入以上各项的变动`]),
    ],
  }
}

export const cashFlowSupplementRun = defineReportRun(cashFlowSupplement, answer, {
  form: async (parameters, work) => statementForm(cashFlowSupplement, await answer(parameters, work), work),
})
