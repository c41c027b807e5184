import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { TaxWorking } from '../processes/month-taxes.ts'
import { fillForm, figuresOf } from './tax-form.ts'
import type { BuiltReturn, FormCell, FormCheck } from './tax-form.ts'
import { surchargeCells } from './vat-general.ts'
import type { SalesOfRate } from './vat-figures.ts'

/** What the return of a small-scale taxpayer is filled from: its sales, and whether they are within the free ones. */
export interface SmallFigures {
  readonly sales: readonly SalesOfRate[]
  readonly isFree: boolean
  readonly prepaid: Decimal
}

type Side = 'goods' | 'services'

const netOf = (sale: SalesOfRate): Decimal => {
  const open = sale.tax.minus(sale.specialTax).minus(sale.ordinaryTax)
  const openNet = sale.rate === '0' ? zero : cents(open.times(100).div(sale.rate))
  return sale.specialNet.plus(sale.ordinaryNet).plus(openNet)
}

const total = (sales: readonly SalesOfRate[], pick: (sale: SalesOfRate) => Decimal): Decimal =>
  sales.reduce((sum, sale) => sum.plus(pick(sale)), zero)

const percent = (amount: Decimal, rate: number): Decimal => cents(amount.times(rate).div(100))

/**
 * One side of the form. What is sold at 1 % stands at the legal 3 % with the difference as 减征 (公告2023年第19号); within the free
 * sales all but special invoices is exempt, told at 3 % as the form's notes ask.
 */
const sideCells = (side: Side, figures: SmallFigures): FormCell[] => {
  const mine = figures.sales.filter((sale) => sale.isService === (side === 'services'))
  const three = mine.filter((sale) => sale.rate === '1' || sale.rate === '3')
  const five = mine.filter((sale) => sale.rate === '5')
  const { cells, put, of } = fillForm('VAT-S', side)
  const special = total(three, (sale) => sale.specialNet)
  const all = total(three, netOf)
  const reduced = total(
    three.filter((sale) => sale.rate === '1'),
    (sale) => (figures.isFree ? sale.specialNet : netOf(sale)),
  )
  const taxed = figures.isFree ? special : all
  const free = figures.isFree ? all.minus(special) : zero
  put('1', taxed, figures.isFree ? '未超过免税标准：仅专用发票须缴税' : '1%、3% 征收率的不含税销售额')
  put('2', special, '本期专用发票不含税销售额')
  put('3', figures.isFree ? zero : total(three, (sale) => sale.ordinaryNet), '本期普通发票不含税销售额')
  put('4', figures.isFree ? total(five, (sale) => sale.specialNet) : total(five, netOf), '5% 征收率的不含税销售额')
  put(
    '5',
    total(five, (sale) => sale.specialNet),
    '5% 专用发票',
  )
  put('10', free, '小微企业免税销售额：未超过免税标准的普通发票和未开票销售')
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
  put('18', percent(free, 3), '第 10 栏 × 3%')
  put('17', of('18'), '第 18+19 栏')
  put('20', of('15').minus(of('16')), '第 15−16 栏')
  put('21', side === 'goods' ? figures.prepaid : zero, '已预缴')
  put('22', of('20').minus(of('21')), '第 20−21 栏')
  return cells
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
    { rule: '应纳税额合计 = 账上应交增值税（小规模）', left: both('20'), right: booked },
    ...(['3', '5'] as const).flatMap((column): FormCheck[] => {
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
          rule: `附列资料（一）${column}% 8 = 7÷(1+征收率)`,
          left: cell('8'),
          right: cents(
            cell('7')
              .times(100)
              .div(100 + Number(column)),
          ),
        },
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
