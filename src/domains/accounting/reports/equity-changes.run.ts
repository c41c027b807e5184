import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { ReportResult, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { equityParts, equityRows, equityTotal } from '../statements/equity-changes.ts'
import type { EquityAmounts, EquityRows } from '../statements/equity-changes.ts'
import { atEnd, atYearStart, inYear, readFigures, valueOfTerm } from '../statements/figures.ts'
import type { Figures, Pick } from '../statements/figures.ts'
import { parseFormula } from '../statements/formula.ts'
import { amountCell, headNotes, spanOf, viewOf } from './book-view.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { statementForm } from './statement-form.run.ts'
import { equityChanges } from './equity-changes.ts'

/** The rows of the form, with what fills them; the others stand empty in it. */
const formRows: readonly (readonly [item: string, filled?: keyof EquityRows, strong?: boolean])[] = [
  ['一、上年年末余额', 'opening', true],
  ['　加：会计政策变更'],
  ['　　　前期差错更正', 'priorYears'],
  ['　　　其他'],
  ['二、本年年初余额', 'restated', true],
  ['三、本年增减变动金额（减少以“-”号填列）', 'change', true],
  ['（一）综合收益总额', 'comprehensive'],
  ['（二）所有者投入和减少资本', 'contributed'],
  ['　1．所有者投入的普通股', 'contributed'],
  ['　2．其他权益工具持有者投入资本'],
  ['　3．股份支付计入所有者权益的金额'],
  ['　4．其他'],
  ['（三）利润分配'],
  ['　1．提取盈余公积', 'put'],
  ['　2．对所有者（或股东）的分配', 'distributed'],
  ['　3．其他', 'other'],
  ['（四）所有者权益内部结转'],
  ['　1．资本公积转增资本（或股本）', 'premiumToCapital'],
  ['　2．盈余公积转增资本（或股本）', 'surplusToCapital'],
  ['　3．盈余公积弥补亏损', 'surplusForLosses'],
  ['　4．设定受益计划变动额结转留存收益'],
  ['　5．其他综合收益结转留存收益'],
  ['　6．其他'],
  ['四、本年年末余额', 'closing', true],
]

/** Net profit, corrections of earlier years, and what was set aside for owners: by the codes of both standards. */
const flows = {
  smallBusiness: { profit: 'PL', priorYears: '', distributed: '3104-310401-310402-310499' },
  enterprise: { profit: 'PL-6901', priorYears: '6901', distributed: '4104-410401-410402-410499' },
} as const

const valueOf = (figures: Figures, formula: string, pick: Pick): bigint =>
  parseFormula(formula).reduce((sum, term) => sum + term.sign * valueOfTerm(figures, term, pick), 0n)

const cellsOf = (amounts: EquityAmounts): Record<string, string | null> => ({
  ...Object.fromEntries(equityParts.map(({ part }) => [part, amountCell(amounts[part] ?? 0n)])),
  total: amountCell(equityTotal(amounts)),
})

const rowOf = (rows: EquityRows, [item, filled, strong]: (typeof formRows)[number]): ReportRow => ({
  item,
  ...(filled === undefined ? {} : cellsOf(rows[filled])),
  ...(strong === true ? { rowKind: 'subtotal' as const } : {}),
})

const answer = async (parameters: Draft<(typeof equityChanges)['parameters']>, work: Work): Promise<ReportResult> => {
  const range = spanOf(work, parameters.period, 'year')
  const view = viewOf(parameters)
  const standard = settingsOf(work.settings).standard === 'enterprise' ? 'enterprise' : 'smallBusiness'
  const codes = equityParts.flatMap(({ part, codes: [small, enterprise] }) => {
    const code = standard === 'enterprise' ? enterprise : small
    return code === null ? [] : [[part, code] as const]
  })
  const [balances, movements] = await Promise.all([
    readFigures(work, range, view, []),
    readFigures(work, range, { ...view, closing: false }, []),
  ])
  const amounts = (pick: Pick): EquityAmounts =>
    Object.fromEntries(codes.map(([part, formula]) => [part, valueOf(balances, formula, pick)]))
  const of = flows[standard]
  const rows = equityRows({
    opening: amounts(atYearStart),
    closing: amounts(atEnd),
    profit: valueOf(movements, of.profit, inYear),
    priorYears: valueOf(movements, of.priorYears, inYear),
    distributed: -valueOf(movements, of.distributed, inYear),
  })
  const from = `${range.to.slice(0, 4)}-01-01` as CalendarDate
  return {
    rows: formRows.map((row) => rowOf(rows, row)),
    form: standard === 'enterprise' ? '会企04表' : '',
    notes: headNotes(work, { from, to: range.to }, view),
  }
}

export const equityChangesRun = defineReportRun(equityChanges, answer, {
  form: async (parameters, work) => statementForm(equityChanges, await answer(parameters, work), work),
})
