import { centsText } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { balanceSheetLines, vatInOneLine } from '../statements/balance-sheet-lines.ts'
import { atEnd, atYearStart, readFigures, valueOfTerm } from '../statements/figures.ts'
import type { Figures, Pick } from '../statements/figures.ts'
import { evaluateLines } from '../statements/formula.ts'
import type { StatementLine } from '../statements/statement-line.ts'
import { balanceSheet } from './balance-sheet.ts'
import { amountCell, headNotes, spanOf, viewOf } from './book-view.ts'

/** A row of the form: a line by number, or a head. */
type Place = number | string | null

const assets: readonly Place[] = [
  '流动资产：',
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  12,
  13,
  14,
  15,
  '非流动资产：',
  16,
  17,
  18,
  19,
  20,
  21,
  22,
  23,
  24,
  25,
  26,
  27,
  28,
  29,
  30,
]
const claims: readonly Place[] = [
  '流动负债：',
  31,
  32,
  33,
  34,
  35,
  36,
  37,
  38,
  39,
  40,
  41,
  '非流动负债：',
  42,
  43,
  44,
  45,
  46,
  47,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  '所有者权益（或股东权益）：',
  48,
  49,
  50,
  51,
  52,
  53,
]

/** The lines with the formulas in force. */
export const linesInForce = (asOneLine: boolean): StatementLine[] =>
  balanceSheetLines.map((line) => ({
    ...line,
    formula: (asOneLine ? vatInOneLine[line.line] : undefined) ?? line.formula,
  }))

export const evaluate = (lines: readonly StatementLine[], figures: Figures, pick: Pick) =>
  evaluateLines(lines, { value: (term) => valueOfTerm(figures, term, pick) })

const cellsOf = (
  prefix: 'asset' | 'claim',
  place: Place | undefined,
  closing: ReadonlyMap<number, bigint>,
  opening: ReadonlyMap<number, bigint>,
): Record<string, string | number | null> => {
  if (typeof place === 'string') return { [`${prefix}Item`]: place, [`${prefix}Line`]: null }
  const line = balanceSheetLines.find((each) => each.line === place)
  if (line === undefined) return { [`${prefix}Item`]: null, [`${prefix}Line`]: null }
  return {
    [`${prefix}Item`]: `${'　'.repeat(line.indent ?? 0)}${line.item}`,
    [`${prefix}Line`]: line.line,
    [`${prefix}Closing`]: amountCell(closing.get(line.line) ?? 0n),
    [`${prefix}Opening`]: amountCell(opening.get(line.line) ?? 0n),
  }
}

const isStrong = (place: Place | undefined) => balanceSheetLines.find((line) => line.line === place)?.strong === true

const tie = (closing: ReadonlyMap<number, bigint>, opening: ReadonlyMap<number, bigint>): string => {
  const [over, before] = [closing, opening].map((values) => (values.get(30) ?? 0n) - (values.get(53) ?? 0n))
  return over === 0n && before === 0n
    ? '资产总计 = 负债和所有者权益总计'
    : `资产总计与负债和所有者权益总计不等：期末差 ${centsText(over ?? 0n)}，年初差 ${centsText(before ?? 0n)}`
}

export const balanceSheetRun = defineReportRun(balanceSheet, async (parameters, work) => {
  const range = spanOf(work, parameters.period, 'month')
  const view = viewOf(parameters)
  const lines = linesInForce(parameters.vatInOneLine === true)
  const figures = await readFigures(
    work,
    range,
    view,
    lines.map((line) => line.formula),
  )
  const [closing, opening] = [evaluate(lines, figures, atEnd), evaluate(lines, figures, atYearStart)]
  const rows = assets.map((place, index): ReportRow => {
    const other = claims[index]
    return {
      ...cellsOf('asset', place, closing, opening),
      ...cellsOf('claim', other, closing, opening),
      statement: 'balanceSheet',
      period: range.to.slice(0, 7),
      span: 'month',
      unbooked: view.basis === 'entered',
      strong: isStrong(place) || isStrong(other),
    }
  })
  return { rows, notes: [...headNotes(work, { from: range.to, to: range.to }, view), tie(closing, opening)] }
})
