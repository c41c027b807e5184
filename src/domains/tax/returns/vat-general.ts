import { Decimal, zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { Addition } from '../rules/vat-addition.ts'
import type { TaxWorking } from '../processes/month-taxes.ts'
import { fillForm } from './tax-form.ts'
import type { BuiltReturn, FormCell, FormCheck } from './tax-form.ts'
import { figuresOf } from './tax-form.ts'
import {
  creditCells,
  creditUsed,
  deductionCells,
  deductionChecks,
  serviceRows,
  simpleServiceRows,
} from './vat-deductions.ts'
import type { SalesOfRate, VatFigures } from './vat-figures.ts'

/** The row of 附列资料（一） for a rate; undefined where the form has none. */
const salesRow = ({ rate, isService }: SalesOfRate): string | undefined =>
  ({
    '13': isService ? '2' : '1',
    '9': isService ? '4' : '3',
    '6': '5',
    '5': isService ? '9b' : '9a',
    '3': isService ? '12' : '11',
    '0': isService ? '19' : '18',
  })[rate]

const generalRows = ['1', '2', '3', '4', '5']
const simpleRows = ['8', '9a', '9b', '10', '11', '12']
const freeRows = ['18', '19']

const unInvoicedNet = (tax: Decimal, rate: string): Decimal =>
  new Decimal(rate).isZero() ? zero : cents(tax.times(100).div(rate))

const text = (amount: Decimal): string => amount.toFixed(2)

/** 附列资料（一）: sales by rate and by how they were invoiced. What is due and not invoiced is 未开票; invoiced later it is negative there. */
const salesCells = ({ sales, unknownTax }: VatFigures): FormCell[] =>
  [...sales, ...(unknownTax.isZero() ? [] : [unknownSale(unknownTax)])].flatMap((sale): FormCell[] => {
    const row = salesRow(sale)
    if (row === undefined) return []
    const openTax = sale.tax.minus(sale.specialTax).minus(sale.ordinaryTax)
    const openNet = unInvoicedNet(openTax, sale.rate)
    const net = sale.specialNet.plus(sale.ordinaryNet).plus(openNet)
    const cell = (column: string, amount: Decimal, working: string): FormCell => ({
      form: 'VAT-1',
      row,
      column,
      amount,
      working,
    })
    const invoiced = '本期销售发票（红字为负）与折让'
    const opened = `账上销项 ${text(sale.tax)} − 已开票税额 ${text(sale.specialTax.plus(sale.ordinaryTax))}`
    return [
      cell('1', sale.specialNet, invoiced),
      cell('2', sale.specialTax, invoiced),
      cell('3', sale.ordinaryNet, invoiced),
      cell('4', sale.ordinaryTax, invoiced),
      cell('5', openNet, `${text(openTax)} ÷ ${sale.rate}%`),
      cell('6', openTax, opened),
      cell('9', net, '第 1+3+5+7 列'),
      cell('10', sale.tax, '第 2+4+6+8 列'),
      cell('11', net.plus(sale.tax), '第 9+10 列'),
    ]
  })

/** Output tax of vouchers by hand says no rate; it is shown at the usual one, and a check tells of it. */
const unknownSale = (tax: Decimal): SalesOfRate => ({
  rate: '13',
  isService: true,
  tax,
  specialNet: zero,
  specialTax: zero,
  ordinaryNet: zero,
  ordinaryTax: zero,
})

/** Cells of one place are one figure. */
const merged = (cells: readonly FormCell[]): FormCell[] =>
  [...Map.groupBy(cells, (cell) => `${cell.form}/${cell.row}/${cell.column}`).values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const amount = group.reduce((sum, cell) => sum.plus(cell.amount), zero)
    return [{ ...first, amount, working: [...new Set(group.map((cell) => cell.working))].join('；') }]
  })

const inputCells = ({ input, inputBooked, transferred }: VatFigures): FormCell[] => {
  const cell = (row: string, column: string, amount: Decimal, working: string): FormCell => ({
    form: 'VAT-2',
    row,
    column,
    amount,
    working,
  })
  // What the books deduct beside certified invoices: assets, freight, vouchers by hand.
  const other = inputBooked.plus(input.red).minus(input.tax)
  const out = [...transferred].reduce((sum, [, amount]) => sum.plus(amount), input.red)
  return [
    ...(['1', '2', '35'] as const).flatMap((row) => [
      cell(row, 'count', input.count, '勾选确认的专用发票张数'),
      cell(row, 'net', input.net, '勾选确认的发票金额'),
      cell(row, 'tax', input.tax, '勾选确认的税额（即票即抵：本期专用发票税额）'),
    ]),
    cell('4', 'tax', other, '第 5+6+7+8a+8b 栏'),
    cell('8b', 'tax', other, `账上进项 ${text(inputBooked)} + 红字 ${text(input.red)} − 专用发票 ${text(input.tax)}`),
    cell('12', 'tax', input.tax.plus(other), '第 1+4+11 栏'),
    cell('13', 'tax', out, '第 14 至 23 栏之和'),
    cell('20', 'tax', input.red, '勾选的红字专用发票、购进折让的税额'),
    ...[...transferred].map(([row, amount]) => cell(row, 'tax', amount, '进项税额转出科目，按单据类型归栏')),
  ]
}

const surchargeNames = { cityTax: '1', education: '2', localEducation: '3' } as const

/** The surcharges by row, on the form of a taxpayer's kind. */
export const surchargeCells = (form: 'VAT-5' | 'VAT-S2', taxes: readonly TaxWorking[]): FormCell[] =>
  Object.entries(surchargeNames).flatMap(([tax, row]): FormCell[] => {
    const found = taxes.find((each) => each.tax === tax)
    if (found === undefined) return []
    const rate = new Decimal(/^[\d.]+/.exec(found.rate)?.[0] ?? '0')
    const full = cents(found.base.times(rate).div(100))
    const cell = (column: string, amount: Decimal, working: string): FormCell => ({
      form,
      row,
      column,
      amount,
      working,
    })
    return [
      cell('1', found.base, '本期实缴增值税'),
      cell('4', rate, found.source),
      cell('5', full, '第 1 列 × 第 4 列'),
      cell('7', full.minus(found.amount), found.source),
      cell('14', found.amount, found.working),
    ]
  })

const sumOf = (cells: readonly FormCell[], rows: readonly string[], column: string): Decimal =>
  cells
    .filter((cell) => cell.form === 'VAT-1' && rows.includes(cell.row) && cell.column === column)
    .reduce((sum, cell) => sum.plus(cell.amount), zero)

/** 销项税额: of goods as sold, of services after what they may deduct. */
const outputOf = (sales: readonly FormCell[]): Decimal =>
  sumOf(sales, ['1', '3'], '10').plus(sumOf(sales, serviceRows, '14'))

/** 简易计税办法的应纳税额: of goods as sold, of services after what they may deduct. */
const simpleTaxOf = (sales: readonly FormCell[]): Decimal =>
  sumOf(sales, ['8', '9a', '10', '11'], '10').plus(sumOf(sales, simpleServiceRows, '14'))

const mainCells = (
  column: 'month' | 'year',
  figures: VatFigures,
  sales: readonly FormCell[],
  taxes: readonly TaxWorking[],
  addition: Decimal,
) => {
  const { cells, put, of } = fillForm('VAT-M', column)
  const { input, inputBooked, transferred } = figures
  const out = [...transferred.values()].reduce((sum, amount) => sum.plus(amount), input.red)
  put('1', sumOf(sales, generalRows, '9'), '附列资料（一）第 9 列第 1 至 5 行')
  put('2', sumOf(sales, ['1', '3'], '9'), '附列资料（一）第 9 列第 1、3 行（货物）')
  put('5', sumOf(sales, simpleRows, '9'), '附列资料（一）第 9 列第 8 至 12 行')
  put('8', sumOf(sales, freeRows, '9'), '附列资料（一）第 9 列第 18、19 行')
  put('9', sumOf(sales, ['18'], '9'), '附列资料（一）第 9 列第 18 行')
  put('11', outputOf(sales), '附列资料（一）第 10 列第 1、3 行 + 第 14 列第 2、4、5 行')
  put('12', inputBooked.plus(input.red), '附列资料（二）第 12 栏税额')
  put('13', figures.carriedIn, '上期申报表第 20 栏；账上月初应交增值税借方留抵')
  put('14', out, '附列资料（二）第 13 栏税额')
  put('17', of('12').plus(of('13')).minus(of('14')), '第 12+13−14−15+16 栏')
  put('18', Decimal.min(of('17'), of('11')), '第 17 栏与第 11 栏的较小者')
  put(
    '19',
    of('11').minus(of('18')).minus(addition),
    addition.isZero() ? '第 11−18 栏' : '第 11−18 栏 − 附列资料（四）实际抵减额',
  )
  put('20', of('17').minus(of('18')), '第 17−18 栏，下期抵扣')
  put('21', simpleTaxOf(sales), '附列资料（一）第 10 列第 8、9a、10、11 行 + 第 14 列第 9b、12 行')
  const credit = column === 'month' ? creditUsed(figures, of('19').plus(of('21'))) : figures.relief
  put('23', credit, column === 'month' ? '附列资料（四）第 4 列第 1 栏' : '减免税款科目本年借方')
  put('24', of('19').plus(of('21')).minus(of('23')), '第 19+21−23 栏')
  put('25', figures.openingUnpaid, '未交增值税科目期初贷方余额')
  put('28', figures.prepaid, '已交税金科目')
  put('30', figures.paidEarlier, '未交增值税科目本期借方（缴款）')
  put('27', of('28').plus(of('30')), '第 28+29+30+31 栏')
  put('32', of('24').plus(of('25')).minus(of('27')), '第 24+25+26−27 栏')
  put('33', Decimal.max(zero, of('25').minus(of('27')).plus(of('28'))), '第 25+26−27 栏，不含本期预缴')
  put('34', of('24').minus(of('28')), '第 24−28−29 栏')
  for (const [tax, row] of [
    ['cityTax', '39'],
    ['education', '40'],
    ['localEducation', '41'],
  ] as const) {
    if (column === 'month') put(row, taxes.find((each) => each.tax === tax)?.amount ?? zero, '附列资料（五）第 14 列')
  }
  return cells
}

const yearOnly = new Set(['13', '17', '18', '20', '25', '27', '28', '30', '32', '33', '34'])

/** 附列资料（一）, with what services deduct beside it, and 附列资料（三）. */
const salesForms = (figures: VatFigures): FormCell[] => {
  const sales = merged(salesCells(figures))
  return [...sales, ...deductionCells(sales, figures)]
}

/** The return of a general taxpayer: 主表 with its year so far, and 附列资料 一 to 五. */
export const vatGeneralReturn = (
  month: VatFigures,
  year: VatFigures,
  taxes: readonly TaxWorking[],
  addition?: { readonly month: Addition; readonly year: Decimal },
): BuiltReturn => {
  const sales = salesForms(month)
  const main = mainCells('month', month, sales, taxes, addition?.month.used ?? zero)
  const mainAt = figuresOf(main)
  const payable = mainAt('VAT-M', '19', 'month').plus(mainAt('VAT-M', '21', 'month'))
  // Of the year so far the form asks sums; stocks and what follows from them stand in the month alone.
  const cumulative = mainCells('year', year, salesForms(year), [], addition?.year ?? zero).filter(
    (cell) => !yearOnly.has(cell.row),
  )
  const credits = creditCells(month, payable, addition?.month)
  const cells = [...main, ...cumulative, ...sales, ...inputCells(month), ...credits, ...surchargeCells('VAT-5', taxes)]
  const at = figuresOf(cells)
  return {
    cells,
    dues: [
      { tax: 'vat', amount: at('VAT-M', '34', 'month') },
      { tax: 'cityTax', amount: at('VAT-M', '39', 'month') },
      { tax: 'education', amount: at('VAT-M', '40', 'month') },
      { tax: 'localEducation', amount: at('VAT-M', '41', 'month') },
    ],
  }
}

/** The bureau's rules between the figures, as they stand on the return. */
export const vatGeneralChecks = (
  cells: readonly Pick<FormCell, 'form' | 'row' | 'column' | 'amount'>[],
  month: VatFigures,
  taxes: readonly TaxWorking[],
): FormCheck[] => {
  const at = figuresOf(cells)
  const m = (row: string) => at('VAT-M', row, 'month')
  const sum = (rows: readonly string[], column: string) =>
    rows.reduce((total, row) => total.plus(at('VAT-1', row, column)), zero)
  const working = (tax: string) => taxes.find((each) => each.tax === tax)?.amount ?? zero
  return [
    { rule: '主表 17 = 12+13−14−15+16', left: m('17'), right: m('12').plus(m('13')).minus(m('14')) },
    {
      rule: '主表 19 = 11−18−附列资料（四）实际抵减额',
      left: m('19'),
      right: m('11')
        .minus(m('18'))
        .minus(at('VAT-4B', '6', '5')),
    },
    { rule: '主表 20 = 17−18', left: m('20'), right: m('17').minus(m('18')) },
    { rule: '主表 24 = 19+21−23', left: m('24'), right: m('19').plus(m('21')).minus(m('23')) },
    { rule: '主表 32 = 24+25+26−27', left: m('32'), right: m('24').plus(m('25')).minus(m('27')) },
    { rule: '主表 34 = 24−28−29', left: m('34'), right: m('24').minus(m('28')) },
    { rule: '主表 1 = 附列资料（一）第 9 列 1 至 5 行', left: m('1'), right: sum(generalRows, '9') },
    {
      rule: '主表 11 = 附列资料（一）第 10 列 1、3 行 + 第 14 列 2、4、5 行',
      left: m('11'),
      right: sum(['1', '3'], '10').plus(sum(serviceRows, '14')),
    },
    {
      rule: '主表 21 = 附列资料（一）第 10 列 8、9a、10、11 行 + 第 14 列 9b、12 行',
      left: m('21'),
      right: sum(['8', '9a', '10', '11'], '10').plus(sum(simpleServiceRows, '14')),
    },
    { rule: '主表 12 = 附列资料（二）第 12 栏', left: m('12'), right: at('VAT-2', '12', 'tax') },
    { rule: '主表 14 = 附列资料（二）第 13 栏', left: m('14'), right: at('VAT-2', '13', 'tax') },
    { rule: '附列资料（二）第 35 栏 = 勾选统计', left: at('VAT-2', '35', 'tax'), right: month.input.tax },
    {
      rule: '主表 34 = 税金计算底稿 转出未交 − 转出多交 − 加计抵减（以前月份先计提）',
      left: m('34'),
      right: working('vatUnpaid').minus(working('vatOverpaid')).minus(working('vatAddition')),
    },
    { rule: '主表 39 = 底稿 城市维护建设税', left: m('39'), right: working('cityTax') },
    ...deductionChecks(cells, month),
    { rule: '手工凭证的销项税额没有税率，应从单据开具', left: month.unknownTax, right: zero },
  ]
}
