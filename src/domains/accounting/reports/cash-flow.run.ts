import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText } from '../../../base/fixed-point.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { ReportResult, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { readsBranch } from '../../../ledgers/general/branches.ts'
import type { AccountTree } from '../../../ledgers/general/account-tree.ts'
import { amountOnLine, cashFlows } from '../statements/cash-flows.ts'
import type { CashFlow } from '../statements/cash-flows.ts'
import { evaluateLines } from '../statements/formula.ts'
import { formsOf } from '../statements/forms.ts'
import type { StatementForms } from '../statements/forms.ts'
import { openingCashFlows } from '../statements/opening-cash-flows.ts'
import { cashFlowStatement } from './balance-sheet.ts'
import { amountCell, headNotes, viewOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { asked, spanCells, statementRows } from './income-statement.run.ts'
import type { StatementLine } from '../statements/statement-line.ts'
import { statementForm } from './statement-form.run.ts'

/** The days of a year up to a day. */
const yearUpTo = (to: CalendarDate): Range => ({ from: `${to.slice(0, 4)}-01-01` as CalendarDate, to })

const cashAt = async (work: Work, tree: AccountTree, range: Range, view: BooksView) => {
  const totals = await accountTotals(work, { ...range, ...view })
  const cash = tree.nodes.filter((node) => node.control === 'cash' && node.isDetail)
  const sum = (pick: 'opening' | 'closing') => cash.reduce((all, node) => all + (totals.get(node.id)?.[pick] ?? 0n), 0n)
  return { opening: sum('opening'), closing: sum('closing') }
}

/** The lines of the form from flows, the money at the beginning, and what the year came to before the books began. */
const valuesOf = (
  forms: StatementForms,
  flows: readonly CashFlow[],
  opening: bigint,
  before: ReadonlyMap<number, bigint> = new Map(),
): Map<number, bigint> => {
  const { cashFlowLines: lines, ties } = forms
  const amountOf = (line: StatementLine): bigint =>
    line.line === ties.openingCash ? opening : amountOnLine(line, flows) + (before.get(line.line) ?? 0n)
  const given = lines.filter((line) => line.formula === '').map((line) => [line.line, amountOf(line)] as const)
  return evaluateLines(lines, { value: () => 0n }, new Map(given))
}

const untaggedRows = (
  year: readonly CashFlow[],
  current: readonly CashFlow[],
  cells: ReturnType<typeof spanCells>,
): ReportRow[] => {
  const sum = (flows: readonly CashFlow[]) =>
    flows.filter((flow) => flow.line === 0).reduce((total, flow) => total + flow.amount, 0n)
  if (![...year, ...current].some((flow) => flow.line === 0)) return []
  const amounts = { year: amountCell(sum(year)), current: amountCell(sum(current)) }
  return [{ rowKind: 'subtotal', item: '未指定现金流量项目', line: 0, ...amounts, statement: 'cashFlow', ...cells }]
}

const cashTie = (end: bigint, cash: bigint, untagged: boolean): string =>
  end === cash
    ? '期末现金余额 = 资产负债表货币资金'
    : `期末现金余额 ${centsText(end)}，资产负债表货币资金 ${centsText(cash)}${untagged ? '；差额为未指定项目的现金流量，请在会计科目中指定' : ''}`

/** The cash flow statement of a range and of its year so far, with the flows that it is made of. */
export const cashFlowFigures = async (work: Work, range: Range, view: BooksView) => {
  const forms = formsOf(work.settings, readsBranch(work, view))
  const whole = yearUpTo(range.to)
  const tree = await readAccounts(work)
  const [flows, before, atRange, atYear] = await Promise.all([
    cashFlows(work, tree, whole, view),
    openingCashFlows(work, whole, view),
    cashAt(work, tree, range, view),
    cashAt(work, tree, whole, view),
  ])
  const current = flows.filter((flow) => flow.date >= range.from)
  return {
    year: { flows, cash: atYear, values: valuesOf(forms, flows, atYear.opening, before) },
    current: { flows: current, cash: atRange, values: valuesOf(forms, current, atRange.opening) },
  }
}

const answer = async (
  parameters: Draft<(typeof cashFlowStatement)['parameters']>,
  work: Work,
): Promise<ReportResult> => {
  const { range, before, columns } = asked(work, parameters)
  const view = viewOf(parameters)
  const forms = formsOf(work.settings, readsBranch(work, view))
  const [{ year, current }, earlier] = await Promise.all([
    cashFlowFigures(work, range, view),
    before === null ? null : cashFlowFigures(work, before, view),
  ])
  const cells = spanCells(range, parameters.span, view)
  const untagged = untaggedRows(year.flows, current.flows, cells)
  const values = {
    year: year.values,
    current: current.values,
    lastYear: earlier?.year.values,
    last: earlier?.current.values,
  }
  const end = current.values.get(forms.ties.closingCash) ?? 0n
  return {
    rows: [...statementRows(forms.cashFlowLines, 'cashFlow', values, cells), ...untagged],
    columns,
    form: forms.cashFlow,
    notes: [...headNotes(work, range, view), cashTie(end, current.cash.closing, untagged.length > 0)],
  }
}

export const cashFlowStatementRun = defineReportRun(cashFlowStatement, answer, {
  form: async (parameters, work) => statementForm(cashFlowStatement, await answer(parameters, work), work),
})
