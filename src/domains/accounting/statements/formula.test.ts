import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { chartFor } from '../../../ledgers/setup/create-chart.ts'
import { formsFor } from './forms.ts'
import { evaluateLines, parseFormula } from './formula.ts'
import type { StatementLine } from './statement-line.ts'

describe('a formula', () => {
  it('reads accounts, sub-ledgers, other lines and signs', () => {
    expect(parseFormula('1405-1407')).toEqual([
      { sign: 1n, kind: 'balance', of: '1405' },
      { sign: -1n, kind: 'balance', of: '1407' },
    ])
    expect(
      parseFormula('D(1122)+C(2203)-T(222101)+U(222106)+PL-L15').map((term) => [term.sign, term.kind, term.of]),
    ).toEqual([
      [1n, 'debits', '1122'],
      [1n, 'credits', '2203'],
      [-1n, 'ifDebit', '222101'],
      [1n, 'ifCredit', '222106'],
      [1n, 'profit', ''],
      [-1n, 'line', '15'],
    ])
    expect(parseFormula('')).toEqual([])
  })

  it('refuses what it cannot read', () => {
    expect(() => parseFormula('1405*2')).toThrow(/not a formula/)
    expect(() => parseFormula('L31+…+L40')).toThrow(/not a formula/)
  })

  it('adds lines up whatever their order, and refuses a circle', () => {
    const values = evaluateLines(
      [
        { line: 1, formula: 'L2-L3' },
        { line: 2, formula: '1001' },
        { line: 3, formula: '1002+1002' },
      ],
      { value: (term) => (term.of === '1001' ? 10_00n : 3_00n) },
    )
    expect([...values].toSorted(([a], [b]) => a - b)).toEqual([
      [1, 4_00n],
      [2, 10_00n],
      [3, 6_00n],
    ])
    expect(() => evaluateLines([{ line: 1, formula: 'L1' }], { value: () => 0n })).toThrow(/names itself/)
    expect(() => evaluateLines([{ line: 1, formula: 'L9' }], { value: () => 0n })).toThrow(/no line 9/)
  })
})

interface GivenLine {
  readonly line: number
  readonly item: string
  readonly formula: string
}

const file = join(process.env['SUANPAN_DATA'] ?? '../shared/data', 'coa-cn/statements-small-business.json')
const given: Readonly<Record<string, readonly GivenLine[]>> | undefined = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, GivenLine[]>)
  : undefined
if (given === undefined) console.warn(`left out: the statements were not compared with ${file}`)

/** Lines that say more than the short 填列说明: rule 26 of the accounting rules, and the details behind 其中. */
const own: Readonly<Record<string, readonly number[]>> = {
  balance_sheet_会小企01表: [14, 36, 40, 51],
  income_statement_会小企02表: [4, 6, 7, 8, 9, 10, 12, 13, 15, 16, 17, 19, 23, 25, 28, 29],
  cash_flow_会小企03表: [],
}

const spelt = (formula: string) =>
  formula.replace(/L(\d+)\+…\+L(\d+)/, (_all, from: string, to: string) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_each, index) => `L${Number(from) + index}`).join('+'),
  )

const small = formsFor('smallBusiness')

describe.skipIf(given === undefined)('the statements against the standard’s text', () => {
  const statements: readonly (readonly [string, readonly StatementLine[]])[] = [
    ['balance_sheet_会小企01表', small.balanceSheetLines],
    ['income_statement_会小企02表', small.incomeStatementLines],
    ['cash_flow_会小企03表', small.cashFlowLines],
  ]
  test.each(statements)('[FIN] %s, line by line', (name, lines) => {
    const theirs = given?.[name] ?? []
    expect(lines.map((line) => [line.line, line.item])).toEqual(theirs.map((line) => [line.line, line.item]))
    for (const [index, line] of lines.entries()) {
      if (own[name]?.includes(line.line)) continue
      expect([line.line, line.formula]).toEqual([line.line, spelt(theirs[index]?.formula ?? '')])
    }
  })
})

const standards = ['smallBusiness', 'enterprise'] as const
const termsOf = (lines: readonly StatementLine[]) =>
  new Set(lines.flatMap((line) => parseFormula(line.formula)).map((term) => term.of))

test.each(standards)(
  'every account of the chart of %s stands on the balance sheet or the income statement',
  (standard) => {
    const forms = formsFor(standard)
    const [sheet, income] = [termsOf(forms.balanceSheetLines), termsOf(forms.incomeStatementLines)]
    const chart = chartFor(standard).map((account) => account.code)
    const named = (named: ReadonlySet<string>, code: string) =>
      named.has(code) || [...named].some((each) => each.startsWith(code) && each.length > code.length)
    const missing = chartFor(standard)
      .filter((account) => account.parent === undefined)
      .filter((account) => !named(account.category === 'profitLoss' ? income : sheet, account.code))
    // 6901 is carried to 利润分配 and is no profit of the year.
    expect(missing.map((account) => account.code)).toEqual(standard === 'enterprise' ? ['6901'] : [])
    const unknown = [...sheet, ...income].filter((of) => of.length >= 4 && !chart.includes(of))
    expect(unknown).toEqual([])
  },
)

test.each(standards)('flows of money of the chart of %s lead to lines that are filled from them', (standard) => {
  const lines = new Set(
    formsFor(standard)
      .cashFlowLines.filter((line) => line.flow)
      .map((line) => String(line.line)),
  )
  const astray = chartFor(standard).filter((account) => account.cashFlow?.some((line) => !lines.has(line)))
  expect(astray).toEqual([])
})
