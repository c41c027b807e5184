import { Decimal, zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { TaxWorking } from '../processes/month-taxes.ts'
import { deductedAt } from './sales-deductions.ts'
import type { DeductionOfRate } from './sales-deductions.ts'
import { fillForm, figuresOf, within } from './tax-form.ts'
import type { BuiltReturn, FormCell, FormCheck } from './tax-form.ts'
import { surchargeCells } from './vat-general.ts'
import type { SalesOfRate } from './vat-figures.ts'

/** What the return of a small-scale taxpayer is filled from: its sales, and whether they are within the free ones. */
export interface SmallFigures {
  readonly sales: readonly SalesOfRate[]
  readonly isFree: boolean
  readonly prepaid: Decimal
  /** 差额征税: what services deduct from their sales. */
  readonly deductions: readonly DeductionOfRate[]
  /** What the return before left over, by form, row and column. */
  readonly carried: (form: string, row: string, column: string) => Decimal
}

/** The two parts of 附列资料（一）: what is sold at 1 % stands with 3 %. */
const deductedColumns = [
  { column: '3', main: '1', rates: ['1', '3'] },
  { column: '5', main: '4', rates: ['5'] },
] as const

type Side = 'goods' | 'services'

const netOf = (sale: SalesOfRate): Decimal => {
  const open = sale.tax.minus(sale.specialTax).minus(sale.ordinaryTax)
  const openNet = sale.rate === '0' ? zero : cents(open.times(100).div(sale.rate))
  return sale.specialNet.plus(sale.ordinaryNet).plus(openNet)
}

const total = (sales: readonly SalesOfRate[], pick: (sale: SalesOfRate) => Decimal): Decimal =>
  sales.reduce((sum, sale) => sum.plus(pick(sale)), zero)

const percent = (amount: Decimal, rate: number): Decimal => cents(amount.times(rate).div(100))

const deductedNet = (deductions: readonly DeductionOfRate[], rates?: readonly string[]): Decimal =>
  deductedAt(deductions, 'gross', rates).minus(deductedAt(deductions, 'tax', rates))

/** 附列资料（一）, where services deduct anything: the sales that are left. */
const deductionCells = ({ sales, deductions, carried }: SmallFigures): FormCell[] =>
  deductedColumns.flatMap(({ column, rates }) => {
    const { cells, put, of } = fillForm('VAT-S1', column)
    const [begun, now] = [carried('VAT-S1', '4', column), deductedAt(deductions, 'gross', rates)]
    if (begun.isZero() && now.isZero()) return []
    const mine = sales.filter((sale) => sale.isService && rates.some((rate) => rate === sale.rate))
    const gross = total(mine, (sale) => netOf(sale).plus(sale.tax))
    put('1', begun, '上期附列资料（一）期末余额')
    put('2', now, '本期差额扣除单')
    put('3', Decimal.min(begun.plus(now), gross), '第 1+2 栏与第 5 栏的较小者')
    put('4', begun.plus(now).minus(of('3')), '第 1+2−3 栏')
    put('5', gross, '本期服务销售的价税合计')
    put('6', of('3'), '第 3 栏')
    put('7', gross.minus(of('3')), '第 5−6 栏')
    put('8', total(mine, netOf).minus(deductedNet(deductions, rates)), '第 7 栏 − 扣除后的税额')
    return cells
  })

/**
 * One side of the form. Services stand after what they deduct (差额征税), whether exempt or not. What is sold at 1 % stands at the legal 3 % with the difference as 减征 (公告2023年第19号); within the free
 * sales all but special invoices is exempt, told at 3 % as the form's notes ask.
 */
const sideCells = (side: Side, figures: SmallFigures): FormCell[] => {
  const mine = figures.sales.filter((sale) => sale.isService === (side === 'services'))
  const three = mine.filter((sale) => sale.rate === '1' || sale.rate === '3')
  const five = mine.filter((sale) => sale.rate === '5')
  const deductions = side === 'services' ? figures.deductions : []
  const less = (...rates: readonly string[]) => deductedNet(deductions, rates)
  const { cells, put, of } = fillForm('VAT-S', side)
  const special = total(three, (sale) => sale.specialNet)
  const all = total(three, netOf).minus(less('1', '3'))
  const reduced = total(
    three.filter((sale) => sale.rate === '1'),
    (sale) => (figures.isFree ? sale.specialNet : netOf(sale)),
  ).minus(figures.isFree ? zero : less('1'))
  const taxed = figures.isFree ? Decimal.min(special, all) : all
  const [fiveSpecial, fiveAll] = [total(five, (sale) => sale.specialNet), total(five, netOf).minus(less('5'))]
  const taxedFive = figures.isFree ? Decimal.min(fiveSpecial, fiveAll) : fiveAll
  const [free, freeFive] = [all.minus(taxed), fiveAll.minus(taxedFive)]
  const after = less('1', '3', '5').isZero() ? '' : '，减差额扣除'
  put('1', taxed, figures.isFree ? '未超过免税标准：仅专用发票须缴税' : `1%、3% 征收率的不含税销售额${after}`)
  put('2', special, '本期专用发票不含税销售额')
  put('3', figures.isFree ? zero : total(three, (sale) => sale.ordinaryNet), '本期普通发票不含税销售额')
  put('4', taxedFive, `5% 征收率的不含税销售额${after}`)
  put('5', fiveSpecial, '5% 专用发票')
  put('10', free.plus(freeFive), `小微企业免税销售额：未超过免税标准的普通发票和未开票销售${after}`)
  put(
    '12',
    total(
      mine.filter((sale) => sale.rate === '0'),
      (sale) => sale.ordinaryNet.plus(sale.specialNet),
    ),
    '税率为零的销售发票',
  )
  put('9', of('10').plus(of('12')), '第 10+11+12 栏')
  put('15', percent(of('1'), 3).plus(percent(of('4'), 5)), '第 1 栏 × 3% + 第 4 栏 × 5%')
  put('16', percent(reduced, 2), '减按 1% 征收：销售额 × 2%')
  put('18', percent(free, 3).plus(percent(freeFive, 5)), '第 10 栏 × 3%（5% 征收率的 × 5%）')
  put('17', of('18'), '第 18+19 栏')
  put('20', of('15').minus(of('16')), '第 15−16 栏')
  put('21', side === 'goods' ? figures.prepaid : zero, '已预缴')
  put('22', of('20').minus(of('21')), '第 20−21 栏')
  return cells
}

/** Without tax, what is left of the sales of some rates, each reckoned from its amount with tax (÷ 1+征收率). */
const leftAtRates = (
  sales: readonly SalesOfRate[],
  deductions: readonly DeductionOfRate[],
  rates: readonly string[],
): Decimal => {
  if (deductedAt(deductions, 'gross', rates).isZero()) return zero
  return rates.reduce((sum, rate) => {
    const mine = sales.filter((sale) => sale.isService && sale.rate === rate)
    const gross = total(mine, (sale) => netOf(sale).plus(sale.tax)).minus(deductedAt(deductions, 'gross', [rate]))
    return sum.plus(cents(gross.times(100).div(new Decimal(rate).plus(100))))
  }, zero)
}

export const vatSmallReturn = (figures: SmallFigures, taxes: readonly TaxWorking[]): BuiltReturn => {
  const { cells: levied, put } = fillForm('VAT-S', 'goods')
  const amount = (tax: string) => taxes.find((each) => each.tax === tax)?.amount ?? zero
  put('23', amount('cityTax'), '税金计算底稿')
  put('24', amount('education'), '税金计算底稿')
  put('25', amount('localEducation'), '税金计算底稿')
  const cells = [
    ...sideCells('goods', figures),
    ...sideCells('services', figures),
    ...levied,
    ...deductionCells(figures),
    ...surchargeCells('VAT-S2', taxes),
  ]
  const at = figuresOf(cells)
  return {
    cells,
    dues: [
      { tax: 'vat', amount: at('VAT-S', '22', 'goods').plus(at('VAT-S', '22', 'services')) },
      { tax: 'cityTax', amount: at('VAT-S', '23', 'goods') },
      { tax: 'education', amount: at('VAT-S', '24', 'goods') },
      { tax: 'localEducation', amount: at('VAT-S', '25', 'goods') },
    ],
  }
}

export const vatSmallChecks = (
  cells: readonly Pick<FormCell, 'form' | 'row' | 'column' | 'amount'>[],
  booked: Decimal,
  { sales, isFree, deductions }: SmallFigures,
): FormCheck[] => {
  const at = figuresOf(cells)
  const sides: readonly Side[] = ['goods', 'services']
  const both = (row: string) => sides.reduce((sum, side) => sum.plus(at('VAT-S', row, side)), zero)
  return [
    ...sides.flatMap((side): FormCheck[] => {
      const cell = (row: string) => at('VAT-S', row, side)
      const name = side === 'goods' ? '货物' : '服务'
      return [
        { rule: `${name} 9 = 10+11+12`, left: cell('9'), right: cell('10').plus(cell('11')).plus(cell('12')) },
        { rule: `${name} 20 = 15−16`, left: cell('20'), right: cell('15').minus(cell('16')) },
        { rule: `${name} 22 = 20−21`, left: cell('22'), right: cell('20').minus(cell('21')) },
      ]
    }),
    {
      rule: '应纳税额合计 = 账上应交增值税（小规模），尾差 1 元以内',
      left: within(both('20'), booked),
      right: booked,
    },
    ...deductedColumns.flatMap(({ column, main, rates }): FormCheck[] => {
      const cell = (row: string) => at('VAT-S1', row, column)
      return [
        {
          rule: `附列资料（一）${column}% 4 = 1+2−3`,
          left: cell('4'),
          right: cell('1').plus(cell('2')).minus(cell('3')),
        },
        { rule: `附列资料（一）${column}% 6 = 3`, left: cell('6'), right: cell('3') },
        { rule: `附列资料（一）${column}% 7 = 5−6`, left: cell('7'), right: cell('5').minus(cell('6')) },
        {
          rule: `附列资料（一）${column}% 3 = 账上差额扣除额（不超过含税收入）`,
          left: cell('3'),
          right: deductedAt(deductions, 'gross', rates),
        },
        {
          rule: `附列资料（一）${column}% 8 = 7÷(1+征收率)`,
          left: cell('8'),
          right: within(leftAtRates(sales, deductions, rates), cell('8')),
        },
        ...(isFree || cell('5').isZero()
          ? []
          : [
              {
                rule: `主表 ${main} 服务 = 附列资料（一）${column}% 8`,
                left: at('VAT-S', main, 'services'),
                right: cell('8'),
              },
            ]),
      ]
    }),
    ...(['1', '2', '3'] as const).map((row, index): FormCheck => {
      const main = String(23 + index)
      return {
        rule: `主表 ${main} = 附列资料（二）第 14 列第 ${row} 栏`,
        left: at('VAT-S', main, 'goods'),
        right: at('VAT-S2', row, '14'),
      }
    }),
  ]
}
