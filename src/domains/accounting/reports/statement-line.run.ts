import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { readsBranch } from '../../../ledgers/general/branches.ts'
import { voucherName } from '../../../ledgers/general/voucher-selection.ts'
import { cashFlows } from '../statements/cash-flows.ts'
import { atEnd, atYearStart, inRange, inYear, partsOfTerm, readFigures } from '../statements/figures.ts'
import type { Figures, Pick, TermPart } from '../statements/figures.ts'
import { formsOf, linesOf } from '../statements/forms.ts'
import type { StatementName } from '../statements/forms.ts'
import { openingCashFlows } from '../statements/opening-cash-flows.ts'
import { parseFormula } from '../statements/formula.ts'
import type { FormulaTerm } from '../statements/formula.ts'
import type { StatementLine } from '../statements/statement-line.ts'
import { dimensionNames } from './account-balances.run.ts'
import { statementLine } from './balance-sheet.ts'
import { amountCell, headNotes, spanOf, viewOf } from './book-view.ts'
import type { Range } from './book-view.ts'

const words: Readonly<Record<FormulaTerm['kind'], string>> = {
  balance: '余额',
  debits: '借方余额（重分类）',
  credits: '贷方余额（重分类）',
  ifDebit: '借方余额',
  ifCredit: '贷方余额',
  profit: '未结转损益',
  owedByBranches: '各科目余额之差',
  owedToBranches: '各科目余额之差',
  line: '行次',
}

/** The ledger's terms of a line, with the lines that it adds up opened. */
const termsOf = (lines: readonly StatementLine[], number: number, sign: 1n | -1n = 1n): FormulaTerm[] => {
  const line = lines.find((each) => each.line === number)
  return line === undefined
    ? []
    : parseFormula(line.formula).flatMap((term) => {
        const own = term.sign === sign ? (1n as const) : (-1n as const)
        return term.kind === 'line' ? termsOf(lines, Number(term.of), own) : [{ ...term, sign: own }]
      })
}

const keyOf = (part: TermPart) => `${part.node.id}/${part.party ?? ''}`

const rowsOfTerm = (
  figures: Figures,
  term: FormulaTerm,
  picks: readonly [Pick, Pick],
  names: ReadonlyMap<string, string>,
  range: Range,
): ReportRow[] => {
  const [now, before] = picks.map(
    (pick) => new Map(partsOfTerm(figures, term, pick).map((part) => [keyOf(part), part])),
  )
  const keys = new Set([...(now?.keys() ?? []), ...(before?.keys() ?? [])])
  return [...keys].flatMap((key): ReportRow[] => {
    const [a, b] = [now?.get(key), before?.get(key)]
    const part = a ?? b
    if (part === undefined || ((a?.amount ?? 0n) === 0n && (b?.amount ?? 0n) === 0n)) return []
    return [
      {
        term: `${term.sign < 0n ? '减：' : ''}${words[term.kind]}`,
        account: part.node.id,
        party: part.party,
        code: part.node.code,
        name: part.party === null ? part.node.path : (names.get(part.party) ?? ''),
        closing: amountCell(term.sign * (a?.amount ?? 0n)),
        opening: amountCell(term.sign * (b?.amount ?? 0n)),
        ...range,
      },
    ]
  })
}

const ledgerRows = async (
  work: Work,
  range: Range,
  view: BooksView,
  lines: readonly StatementLine[],
  number: number,
  picks: readonly [Pick, Pick],
): Promise<ReportRow[]> => {
  const terms = termsOf(lines, number)
  const formulas = lines.map((line) => line.formula)
  const figures = await readFigures(work, range, view, formulas)
  const names = await dimensionNames(
    work,
    'party',
    figures.parties.map((total) => total.key),
  )
  const days = { ...range, branch: view.branch ?? null }
  return terms.flatMap((term) => rowsOfTerm(figures, term, picks, names, days))
}

const flowRows = async (work: Work, range: Range, view: BooksView, number: number): Promise<ReportRow[]> => {
  const tree = await readAccounts(work)
  const year = { from: `${range.to.slice(0, 4)}-01-01` as CalendarDate, to: range.to }
  const line = formsOf(work.settings, readsBranch(work, view)).cashFlowLines.find((each) => each.line === number)
  const flows = (await cashFlows(work, tree, year, view)).filter((flow) => flow.line === number)
  const before = (await openingCashFlows(work, year, view)).get(number)
  const begun =
    before === undefined ? [] : [{ term: '启用前本年累计', closing: null, opening: amountCell(before), ...year }]
  const rows = flows.map((flow): ReportRow => {
    const amount = line?.flow === 'out' ? -flow.amount : flow.amount
    const node = tree.byId(flow.account)
    return {
      term: flow.date,
      account: flow.account,
      code: node?.code ?? '',
      name: node?.path ?? '',
      voucher: flow.voucher,
      number: voucherName(flow),
      closing: flow.date >= range.from ? amountCell(amount) : null,
      opening: amountCell(amount),
      branch: view.branch ?? null,
      ...year,
    }
  })
  return [...begun, ...rows]
}

const rowsFor = (
  statement: StatementName,
  work: Work,
  range: Range,
  view: BooksView,
  line: number,
): Promise<ReportRow[]> => {
  if (statement === 'cashFlow') return flowRows(work, range, view, line)
  const lines = linesOf(formsOf(work.settings, readsBranch(work, view)), statement)
  return statement === 'balanceSheet'
    ? ledgerRows(work, range, view, lines, line, [atEnd, atYearStart])
    : ledgerRows(work, range, { ...view, closing: false }, lines, line, [inRange, inYear])
}

export const statementLineRun = defineReportRun(statementLine, async (parameters, work) => {
  const statement = parameters.statement ?? 'balanceSheet'
  const range = spanOf(work, parameters.period, statement === 'balanceSheet' ? 'month' : parameters.span)
  const view = viewOf(parameters)
  const line = parameters.line ?? 0
  const rows = await rowsFor(statement, work, range, view, line)
  const item =
    linesOf(formsOf(work.settings, readsBranch(work, view)), statement).find((each) => each.line === line)?.item ??
    '未指定现金流量项目'
  const total = (name: 'closing' | 'opening') =>
    centsText(rows.reduce((sum, row) => sum + BigInt(String(row[name] ?? '0.00').replace('.', '')), 0n))
  return {
    rows,
    totals: { term: '合计', closing: total('closing'), opening: total('opening') },
    notes: [`${item}（第 ${line} 行）`, ...headNotes(work, range, view)],
  }
})
