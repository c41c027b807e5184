import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountTree } from '../../../ledgers/general/account-tree.ts'
import { cashFlowLines } from '../statements/cash-flow-lines.ts'
import { amountOnLine, cashFlows } from '../statements/cash-flows.ts'
import type { CashFlow } from '../statements/cash-flows.ts'
import { evaluateLines } from '../statements/formula.ts'
import { cashFlowStatement } from './balance-sheet.ts'
import { amountCell, headNotes, spanOf, viewOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { spanCells, statementRows } from './income-statement.run.ts'

/** The days of a year up to a day. */
const yearUpTo = (to: CalendarDate): Range => ({ from: `${to.slice(0, 4)}-01-01` as CalendarDate, to })

const cashAt = async (work: Work, tree: AccountTree, range: Range, view: BooksView) => {
  const totals = await accountTotals(work, { ...range, ...view })
  const cash = tree.nodes.filter((node) => node.control === 'cash' && node.isDetail)
  const sum = (pick: 'opening' | 'closing') => cash.reduce((all, node) => all + (totals.get(node.id)?.[pick] ?? 0n), 0n)
  return { opening: sum('opening'), closing: sum('closing') }
}

const valuesOf = (flows: readonly CashFlow[], opening: bigint): Map<number, bigint> => {
  const given = cashFlowLines
    .filter((line) => line.formula === '')
    .map((line) => [line.line, line.line === 21 ? opening : amountOnLine(line, flows)] as const)
  return evaluateLines(cashFlowLines, { value: () => 0n }, new Map(given))
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

export const cashFlowStatementRun = defineReportRun(cashFlowStatement, async (parameters, work) => {
  const range = spanOf(work, parameters.period, parameters.span)
  const view = viewOf(parameters)
  const whole = yearUpTo(range.to)
  const tree = await readAccounts(work)
  const [flows, atRange, atYear] = await Promise.all([
    cashFlows(work, tree, whole, view),
    cashAt(work, tree, range, view),
    cashAt(work, tree, whole, view),
  ])
  const current = flows.filter((flow) => flow.date >= range.from)
  const values = { year: valuesOf(flows, atYear.opening), current: valuesOf(current, atRange.opening) }
  const cells = spanCells(range, parameters.span, view)
  const untagged = untaggedRows(flows, current, cells)
  return {
    rows: [...statementRows(cashFlowLines, 'cashFlow', values, cells), ...untagged],
    notes: [
      ...headNotes(work, range, view),
      cashTie(values.current.get(22) ?? 0n, atRange.closing, untagged.length > 0),
    ],
  }
})
