import { Decimal, decimal, zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import type { TaxWorking } from '../processes/month-taxes.ts'
import { fillForm, figuresOf } from './tax-form.ts'
import type { BuiltReturn, FormCell, FormCheck } from './tax-form.ts'
import { incomePrepaymentForm } from './income-form.ts'

/** Which line of the income statement each row is, by standard; research is told apart of administration. */
const lines = {
  smallBusiness: {
    '1': 1,
    '2': 2,
    '3': 3,
    '4': 11,
    '5': 14,
    '6': 17,
    '7': 18,
    '9': 20,
    '15': 21,
    '16': 22,
    '17': 24,
    '18': 30,
  },
  enterprise: {
    '1': 1,
    '2': 2,
    '3': 3,
    '4': 4,
    '5': 5,
    '6': 6,
    '7': 7,
    '8': 10,
    '9': 11,
    '10': 14,
    '11': 15,
    '12': 16,
    '13': 17,
    '14': 18,
    '15': 19,
    '16': 20,
    '17': 21,
    '18': 22,
  },
} as const

export interface IncomeFigures {
  readonly standard: keyof typeof lines
  /** The income statement of the year so far. */
  readonly statement: readonly ReportRow[]
  readonly earlierLosses: Decimal
  /** Prepaid for the earlier quarters of the year. */
  readonly prepaid: Decimal
  /** The rate that holds for the company's income, in percent: 5 where it is small and within the limit. */
  readonly percentOf: (taxable: Decimal) => Decimal
}

const standardRate = decimal(25)

export const incomePrepayment = (figures: IncomeFigures): BuiltReturn => {
  const { cells, put, of } = fillForm('A200000', 'year')
  const map: Readonly<Record<string, number>> = lines[figures.standard]
  const onLine = (line: number | undefined): Decimal => {
    const cell = figures.statement.find((row) => row['line'] === line)?.['year']
    return decimal(typeof cell === 'string' && cell !== '' ? cell.replaceAll(',', '') : '0')
  }
  for (const [row] of incomePrepaymentForm.rows.slice(0, 18)) {
    const line = map[row]
    if (line === undefined) continue
    const whole = onLine(line)
    // 研究费用 is within 管理费用 in the small form, beside it in this one.
    const amount = row === '5' && figures.standard === 'smallBusiness' ? whole.minus(onLine(17)) : whole
    put(
      row,
      amount,
      `利润表第 ${line} 行本年累计${row === '5' && figures.standard === 'smallBusiness' ? '，不含研究费用' : ''}`,
    )
  }
  const losses = Decimal.max(zero, Decimal.min(figures.earlierLosses, of('18')))
  put('24', losses, '公司设置：可弥补以前年度亏损，以利润总额为限')
  put('25', Decimal.max(zero, of('18').minus(losses)), '第 18+19−20−21−22−23−24 行，亏损填零')
  put('26', standardRate, '《企业所得税法》第四条')
  put('27', cents(of('25').times(standardRate).div(100)), '第 25 行 × 25%')
  const percent = figures.percentOf(of('25'))
  put('28', of('27').minus(cents(of('25').times(percent).div(100))), `小型微利企业减按 ${percent.toString()}% 计算`)
  put('29', figures.prepaid, '本年各季已申报的预缴税额')
  put('31', of('27').minus(of('28')).minus(of('29')), '第 27−28−29−30 行')
  return { cells, dues: [{ tax: 'incomeTax', amount: of('31') }] }
}

export const incomeChecks = (
  cells: readonly Pick<FormCell, 'form' | 'row' | 'column' | 'amount'>[],
  taxes: readonly TaxWorking[],
): FormCheck[] => {
  const at = figuresOf(cells)
  const row = (name: string) => at('A200000', name, 'year')
  const operating = ['2', '3', '4', '5', '6', '7'].reduce((sum, name) => sum.minus(row(name)), row('1'))
  const gains = ['8', '9', '10', '11', '12', '13', '14'].reduce((sum, name) => sum.plus(row(name)), zero)
  const working = taxes.find((each) => each.tax === 'incomeTax')
  return [
    { rule: 'A200000 15 = 1−2−3−4−5−6−7+8 至 14', left: row('15'), right: operating.plus(gains) },
    { rule: 'A200000 18 = 15+16−17', left: row('18'), right: row('15').plus(row('16')).minus(row('17')) },
    { rule: 'A200000 27 = 25×25%', left: row('27'), right: cents(row('25').times(25).div(100)) },
    {
      rule: 'A200000 31 = 27−28−29−30',
      left: row('31'),
      right: row('27').minus(row('28')).minus(row('29')).minus(row('30')),
    },
    { rule: 'A200000 31 = 税金计算底稿 企业所得税（先计提税金）', left: row('31'), right: working?.amount ?? zero },
  ]
}
