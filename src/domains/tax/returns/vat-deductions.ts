import { Decimal, zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { Addition } from '../rules/vat-addition.ts'
import { deductedAt } from './sales-deductions.ts'
import { figuresOf, within } from './tax-form.ts'
import type { FormCell, FormCheck } from './tax-form.ts'
import type { VatFigures } from './vat-figures.ts'

/** Rows of 附列资料（一） from whose sales something may be deducted (差额征税), with their row in 附列资料（三）. */
const deductedRows = [
  { sales: '2', row: '1', rate: '13' },
  { sales: '4', row: '2', rate: '9' },
  { sales: '5', row: '3', rate: '6' },
  { sales: '9b', row: '5', rate: '5' },
  { sales: '12', row: '6', rate: '3' },
] as const

/** Services at the rates of the general method, and at those of the simple one. */
export const serviceRows: readonly string[] = ['2', '4', '5']
export const simpleServiceRows: readonly string[] = ['9b', '12']

type Place = Pick<FormCell, 'form' | 'row' | 'column' | 'amount'>

const cellOf =
  (form: string, row: string) =>
  (column: string, amount: Decimal, working: string): FormCell => ({ form, row, column, amount, working })

/** A voucher by hand says no rate: what it deducted stands with the services that most was sold of, 6 % where nothing was. */
const deductedByHandFrom = (sales: readonly FormCell[]): string => {
  const at = figuresOf(sales)
  const general = deductedRows.filter((row) => serviceRows.includes(row.sales))
  const [most] = general.toSorted((one, other) =>
    at('VAT-1', other.sales, '10').comparedTo(at('VAT-1', one.sales, '10')),
  )
  return most === undefined || at('VAT-1', most.sales, '10').isZero() ? '5' : most.sales
}

/** 附列资料（三）, and 附列资料（一） columns 12 to 14 of the services: what is left of their sales after what may be deducted. */
export const deductionCells = (
  sales: readonly FormCell[],
  { deducted, deductions, carried }: VatFigures,
): FormCell[] => {
  const at = figuresOf(sales)
  const mine = deductedByHandFrom(sales)
  const byHand = deducted.minus(deductedAt(deductions, 'tax'))
  return deductedRows.flatMap(({ sales: from, row, rate }): FormCell[] => {
    const hand = from === mine ? byHand : zero
    const told = deductedAt(deductions, 'gross', [rate])
    const tax = deductedAt(deductions, 'tax', [rate]).plus(hand)
    const [gross, output, begun] = [at('VAT-1', from, '11'), at('VAT-1', from, '10'), carried('VAT-3', row)]
    if (gross.isZero() && tax.isZero() && begun.isZero()) return []
    const now = told.plus(cents(hand.times(100 + Number(rate)).div(rate)))
    const used = Decimal.min(begun.plus(now), gross)
    const [three, one] = [cellOf('VAT-3', row), cellOf('VAT-1', from)]
    return [
      three('1', gross, '附列资料（一）第 11 列'),
      three('2', begun, '上期附列资料（三）第 6 列'),
      three(
        '3',
        now,
        hand.isZero()
          ? '本期差额扣除单'
          : `差额扣除单 ${told.toFixed(2)} + 手工凭证抵减 ${hand.toFixed(2)} ÷ ${rate}% × ${100 + Number(rate)}%`,
      ),
      three('4', begun.plus(now), '第 2+3 列'),
      three('5', used, '第 4 列与第 1 列的较小者'),
      three('6', begun.plus(now).minus(used), '第 4−5 列'),
      one('12', used, '附列资料（三）第 5 列'),
      one('13', gross.minus(used), '第 11−12 列'),
      one('14', output.minus(tax), '第 10 列 − 账上销项税额抵减'),
    ]
  })
}

/** What is used of 税控设备及维护费 against the tax of the month. */
export const creditUsed = ({ relief, carried }: VatFigures, payable: Decimal): Decimal =>
  Decimal.max(zero, Decimal.min(carried('VAT-4', '1').plus(relief), payable))

/** 附列资料（四）: credits against the tax, and the addition to input tax. */
export const creditCells = (figures: VatFigures, payable: Decimal, addition: Addition | undefined): FormCell[] => {
  const credit = cellOf('VAT-4', '1')
  const begun = figures.carried('VAT-4', '1')
  const available = begun.plus(figures.relief)
  const used = creditUsed(figures, payable)
  const credits = available.isZero()
    ? []
    : [
        credit('1', begun, '上期附列资料（四）第 5 列'),
        credit('2', figures.relief, '减免税款科目本期借方'),
        credit('3', available, '第 1+2 列'),
        credit('4', used, '第 3 列与应纳税额的较小者'),
        credit('5', available.minus(used), '第 3−4 列'),
      ]
  if (addition === undefined) return credits
  return [
    ...credits,
    ...(['6', '8'] as const).flatMap((row) => {
      const cell = cellOf('VAT-4B', row)
      return [
        cell('1', figures.carried('VAT-4B', '6'), '上期附列资料（四）第 6 列'),
        cell('2', addition.added, '当期可抵扣进项税额 × 加计比例'),
        cell('3', addition.takenBack, '当期进项税额转出 × 加计比例'),
        cell('4', addition.available, '第 1+2−3 列'),
        cell('5', addition.used, '第 4 列与主表第 11−18 栏的较小者'),
        cell('6', addition.left, '第 4−5 列'),
      ]
    }),
  ]
}

const sumOver = (pick: (row: (typeof deductedRows)[number]) => Decimal): Decimal =>
  deductedRows.reduce((sum, row) => sum.plus(pick(row)), zero)

/** The rules between 附列资料（一）、（三）、（四） and the main form. */
export const deductionChecks = (cells: readonly Place[], { deducted }: VatFigures): FormCheck[] => {
  const at = figuresOf(cells)
  const three = (column: string) => sumOver(({ row }) => at('VAT-3', row, column))
  const one = (column: string) => sumOver(({ sales }) => at('VAT-1', sales, column))
  const least = sumOver(({ row }) => Decimal.min(at('VAT-3', row, '5'), at('VAT-3', row, '4'), at('VAT-3', row, '1')))
  const taxOf = sumOver(({ row, rate }) =>
    cents(
      at('VAT-3', row, '5')
        .times(rate)
        .div(100 + Number(rate)),
    ),
  )
  const credit = (column: string) => at('VAT-4', '1', column)
  const more = (column: string) => at('VAT-4B', '6', column)
  return [
    { rule: '附列资料（三）4 = 2+3', left: three('4'), right: three('2').plus(three('3')) },
    { rule: '附列资料（三）5 ≤ 4 且 ≤ 1', left: three('5'), right: least },
    { rule: '附列资料（三）6 = 4−5', left: three('6'), right: three('4').minus(three('5')) },
    { rule: '附列资料（一）第 12 列 = 附列资料（三）第 5 列', left: one('12'), right: three('5') },
    { rule: '附列资料（一）13 = 11−12', left: one('13'), right: one('11').minus(one('12')) },
    {
      rule: '附列资料（三）第 5 列的税额 = 账上销项税额抵减（尾差 1 元以内）',
      left: within(taxOf, deducted),
      right: deducted,
    },
    { rule: '附列资料（四）3 = 1+2', left: credit('3'), right: credit('1').plus(credit('2')) },
    { rule: '附列资料（四）4 ≤ 3', left: credit('4'), right: Decimal.min(credit('4'), credit('3')) },
    { rule: '附列资料（四）5 = 3−4', left: credit('5'), right: credit('3').minus(credit('4')) },
    { rule: '主表 23 = 附列资料（四）第 4 列第 1 栏', left: at('VAT-M', '23', 'month'), right: credit('4') },
    { rule: '附列资料（四）加计抵减 4 = 1+2−3', left: more('4'), right: more('1').plus(more('2')).minus(more('3')) },
    { rule: '附列资料（四）加计抵减 6 = 4−5', left: more('6'), right: more('4').minus(more('5')) },
    { rule: '附列资料（四）加计抵减 第 8 栏 = 第 6 栏', left: at('VAT-4B', '8', '5'), right: more('5') },
  ]
}
