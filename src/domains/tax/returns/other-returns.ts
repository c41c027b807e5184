import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import type { TaxWorking } from '../processes/month-taxes.ts'
import { fillForm, figuresOf } from './tax-form.ts'
import type { BuiltReturn, FormCell, FormCheck } from './tax-form.ts'

export const stampReturn = (taxes: readonly TaxWorking[]): BuiltReturn => {
  const stamp = taxes.find((each) => each.tax === 'stampDuty')
  if (stamp === undefined) return { cells: [], dues: [] }
  const rate = decimal(/^[\d.]+/.exec(stamp.rate)?.[0] ?? '0')
  const full = cents(stamp.base.times(rate).div(1000))
  const cell = (column: string, amount: Decimal, working: string): FormCell => ({
    form: 'STAMP',
    row: 'sales',
    column,
    amount,
    working,
  })
  return {
    cells: [
      cell('base', stamp.base, stamp.working),
      cell('rate', rate, stamp.source),
      cell('tax', full, '计税金额 × 税率'),
      cell('relief', full.minus(stamp.amount), stamp.source),
      cell('due', stamp.amount, '应纳税额 − 减免税额'),
    ],
    dues: [{ tax: 'stampDuty', amount: stamp.amount }],
  }
}

export const stampChecks = (
  cells: readonly Pick<FormCell, 'form' | 'row' | 'column' | 'amount'>[],
  taxes: readonly TaxWorking[],
): FormCheck[] => {
  const at = figuresOf(cells)
  const cell = (column: string) => at('STAMP', 'sales', column)
  return [
    { rule: '应补（退）税额 = 应纳税额 − 减免税额', left: cell('due'), right: cell('tax').minus(cell('relief')) },
    {
      rule: '应补（退）税额 = 税金计算底稿 印花税',
      left: cell('due'),
      right: taxes.find((each) => each.tax === 'stampDuty')?.amount ?? zero,
    },
  ]
}

const amountIn = (row: ReportRow, name: string): Decimal => {
  const cell = row[name]
  return decimal(typeof cell === 'string' && cell !== '' ? cell.replaceAll(',', '') : '0')
}

const lineIn = (row: ReportRow, name: string): string | undefined => {
  const cell = row[name]
  return typeof cell === 'number' || (typeof cell === 'string' && cell !== '') ? String(cell) : undefined
}

const itemIn = (row: ReportRow, name: string): string => {
  const cell = row[name]
  return typeof cell === 'string' ? cell.trim() : ''
}

const sideOf = (rows: readonly ReportRow[], side: 'asset' | 'claim'): FormCell[] =>
  rows.flatMap((row) => {
    const line = lineIn(row, `${side}Line`)
    if (line === undefined || row.rowKind === 'head') return []
    const working = itemIn(row, `${side}Item`)
    return (['Closing', 'Opening'] as const).map((name) => ({
      form: 'BS',
      row: line,
      column: name.toLowerCase(),
      amount: amountIn(row, `${side}${name}`),
      working,
    }))
  })

const listOf = (form: string, rows: readonly ReportRow[]): FormCell[] => {
  const { cells, put } = fillForm(form, 'year')
  const current = fillForm(form, 'current')
  for (const row of rows) {
    const line = lineIn(row, 'line')
    if (line === undefined || line === '0' || row.rowKind !== undefined) continue
    put(line, amountIn(row, 'year'), itemIn(row, 'item'))
    current.put(line, amountIn(row, 'current'), itemIn(row, 'item'))
  }
  return [...cells, ...current.cells]
}

export interface StatementRows {
  readonly balanceSheet: readonly ReportRow[]
  readonly incomeStatement: readonly ReportRow[]
  readonly cashFlow: readonly ReportRow[]
}

export const statementsReturn = (rows: StatementRows): BuiltReturn => ({
  cells: [
    ...sideOf(rows.balanceSheet, 'asset'),
    ...sideOf(rows.balanceSheet, 'claim'),
    ...listOf('IS', rows.incomeStatement),
    ...listOf('CF', rows.cashFlow),
  ],
  dues: [],
})

const find = (cells: readonly Named[], form: string, name: RegExp, column: string): Decimal =>
  cells.find((cell) => cell.form === form && cell.column === column && name.test(cell.working))?.amount ?? zero

type Named = Pick<FormCell, 'form' | 'row' | 'column' | 'amount' | 'working'>

export const statementChecks = (cells: readonly Named[]): FormCheck[] => [
  {
    rule: '资产总计 = 负债和所有者权益总计',
    left: find(cells, 'BS', /^资产总计/, 'closing'),
    right: find(cells, 'BS', /^负债和所有者权益.*总计/, 'closing'),
  },
  {
    rule: '年初：资产总计 = 负债和所有者权益总计',
    left: find(cells, 'BS', /^资产总计/, 'opening'),
    right: find(cells, 'BS', /^负债和所有者权益.*总计/, 'opening'),
  },
  {
    rule: '现金流量表期末现金余额 = 资产负债表货币资金',
    left: find(cells, 'CF', /期末现金/, 'year'),
    right: find(cells, 'BS', /^货币资金/, 'closing'),
  },
  {
    rule: '利润总额 − 所得税费用 = 净利润',
    left: find(cells, 'IS', /利润总额/, 'year').minus(find(cells, 'IS', /所得税费用/, 'year')),
    right: find(cells, 'IS', /净利润/, 'year'),
  },
]
