import { amountText } from '../rules/amount-text.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fromCents, toCents } from '../../../base/fixed-point.ts'
import type { Period } from '../../../base/period.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import type { TaxKind } from '../documents/tax-line.ts'
import { taxLaw } from '../rates/tax-law.ts'
import type { TaxLaw } from '../rates/tax-law.ts'
import type { Effective } from '../rates/effective.ts'
import { incomeTax } from '../rules/income-tax.ts'
import { smallScaleVat } from '../rules/small-scale-vat.ts'
import { stampDuty } from '../rules/stamp-duty.ts'
import { surcharges } from '../rules/surcharges.ts'
import { endsQuarter, monthSpan, quarterSpan } from '../rules/tax-period.ts'
import type { TaxSpan } from '../rules/tax-period.ts'
import { vatMonth } from '../rules/vat-month.ts'
import { deductedAt, salesDeductions } from '../returns/sales-deductions.ts'
import { monthAddition } from './month-addition.ts'
import type { MonthAddition } from './month-addition.ts'
import { accruedOf, bookFigures, firstOfYear, purchasesOf, salesOf, specialTaxOf } from './tax-figures.ts'
import type { BookFigures } from './tax-figures.ts'

/** One tax of a period with how it was found: what it should be in all, and what of that is entered. */
export interface TaxWorking {
  readonly tax: TaxKind
  readonly base: Decimal
  readonly rate: string
  readonly amount: Decimal
  readonly accrued: Decimal
  readonly working: string
  /** The law's figure, its place and when that was read. */
  readonly source: string
}

interface Asked {
  readonly work: Work
  readonly period: Period
  readonly law: TaxLaw
  readonly accrued: ReadonlyMap<string, Decimal>
}

type Companies = ReturnType<typeof settingsOf>

const sourceOf = (...entries: readonly (Effective<unknown> | undefined)[]): string =>
  entries.flatMap((entry) => (entry === undefined ? [] : [`${entry.source}（${entry.read} 查）`])).join('；')

/** What a period's VAT is really paid on: the base of the surcharges. */
interface VatFound {
  readonly lines: readonly TaxWorking[]
  readonly due: Decimal
  readonly sales: Decimal
  readonly span: TaxSpan
}

const working = (
  { accrued }: Asked,
  tax: TaxKind,
  found: Omit<TaxWorking, 'tax' | 'accrued'> & { readonly accrued?: Decimal },
): TaxWorking => ({ tax, accrued: accrued.get(tax) ?? zero, ...found })

const additionLine = (asked: Asked, found: MonthAddition): TaxWorking =>
  working(asked, 'vatAddition', {
    base: found.available,
    rate: `${found.percent.value.toString()}%`,
    amount: found.used,
    working: `本期加计 ${amountText(found.added)} − 调减 ${amountText(found.takenBack)}，可抵减 ${amountText(found.available)}，余 ${amountText(found.left)}`,
    source: sourceOf(found.percent),
  })

const generalVat = async (asked: Asked, span: TaxSpan): Promise<VatFound> => {
  const figures = await bookFigures(asked.work, span)
  const credit = (role: Parameters<BookFigures['balance']>[0]) => -figures.balance(role)
  const debit = (role: Parameters<BookFigures['balance']>[0]) => figures.balance(role)
  const before = (tax: TaxKind) => asked.accrued.get(tax) ?? zero
  const columns = {
    output: credit('outputVat'),
    input: debit('inputVat'),
    transferredOut: credit('inputVatTransferredOut'),
    relief: debit('vatCredit') + debit('vatOutputDeduction'),
    paid: debit('vatPaid'),
    paidNow: figures.debits('vatPaid') - figures.credits('vatPaid'),
    moved: debit('vatMovedUnpaid') - credit('vatMovedOverpaid'),
    movedNow: toCents(before('vatUnpaid')),
  }
  const month = vatMonth(columns)
  const [unpaid, overpaid] = [fromCents(month.unpaid), fromCents(month.overpaid)]
  const text = (cents: bigint) => amountText(fromCents(cents))
  const told = `销项 ${text(columns.output)} + 进项转出 ${text(columns.transferredOut)} − 进项 ${text(columns.input)} − 减免抵减 ${text(columns.relief)} − 已转出 ${text(columns.moved)} − 已交 ${text(columns.paid)}`
  const [allUnpaid, allOverpaid] = [unpaid.plus(before('vatUnpaid')), overpaid.plus(before('vatOverpaid'))]
  const source = '财会〔2016〕22号 二（五）'
  const found = { base: fromCents(columns.output), rate: '', working: told, source }
  const due = allUnpaid.minus(allOverpaid).plus(fromCents(columns.paidNow))
  const creditsNow = fromCents(figures.debits('vatCredit') - figures.credits('vatCredit'))
  const addition = await monthAddition(asked.work, span, due.plus(creditsNow))
  return {
    lines: [
      working(asked, 'vatUnpaid', { ...found, amount: allUnpaid }),
      working(asked, 'vatOverpaid', { ...found, amount: allOverpaid }),
      ...(addition === undefined ? [] : [additionLine(asked, addition)]),
    ],
    due: due.minus(addition?.used ?? zero),
    sales: salesOf(figures),
    span,
  }
}

const smallVat = async (asked: Asked, span: TaxSpan): Promise<VatFound> => {
  const figures = await bookFigures(asked.work, span)
  const sales = salesOf(figures)
  const tax = fromCents(figures.credits('simpleVat'))
  const specialTax = await specialTaxOf(asked.work, span)
  const limit = asked.law.smallScaleFreeSales
  const deductions = await salesDeductions(asked.work, span)
  const [gross, less] = [deductedAt(deductions, 'gross'), deductedAt(deductions, 'tax')]
  const deducted = { net: gross.minus(less), tax: less }
  const found = smallScaleVat({ sales, tax, specialTax, deducted, months: span.months }, limit?.value)
  const told = less.isZero() ? '' : `（已减差额扣除 ${amountText(deducted.net)}，税额 ${amountText(less)}）`
  const [left, taxLeft] = [sales.minus(deducted.net), tax.minus(less)]
  const line = working(asked, 'vatRelief', {
    base: left,
    rate: '',
    amount: found.relieved,
    working: found.free
      ? `销售额 ${amountText(left)} 未超过免税标准，税额 ${amountText(taxLeft)}${told}，其中专用发票 ${amountText(specialTax)} 须缴`
      : `销售额 ${amountText(left)} 超过免税标准，税额 ${amountText(taxLeft)}${told} 全额缴纳`,
    source: sourceOf(limit),
  })
  return { lines: [line], due: found.due, sales: left, span }
}

const surchargeLines = (asked: Asked, vat: VatFound, halves: boolean): TaxWorking[] => {
  const { law } = asked
  const monthlySales = vat.sales.div(vat.span.months)
  const found = surcharges({ vat: vat.due, monthlySales, halves }, law)
  const half = halves ? law.halved : undefined
  const line = (tax: 'cityTax' | 'education' | 'localEducation', amount: Decimal, rate: Effective<Decimal>) =>
    working(asked, tax, {
      base: vat.due,
      rate: `${rate.value.toString()}%${half === undefined ? '' : '，减半'}`,
      amount,
      working: `实缴增值税 ${amountText(vat.due)} × ${rate.value.toString()}%${half === undefined ? '' : ' × 50%'}`,
      source: sourceOf(rate, half, tax === 'cityTax' ? undefined : law.educationFreeSales),
    })
  return [
    line('cityTax', found.city, law.cityPercent),
    line('education', found.education, law.educationPercent),
    line('localEducation', found.localEducation, law.localEducationPercent),
  ]
}

const stampLine = async (asked: Asked, span: TaxSpan, company: Companies, halves: boolean): Promise<TaxWorking> => {
  const figures = await bookFigures(asked.work, span)
  const [sales, purchases] = [salesOf(figures), await purchasesOf(asked.work, span)]
  const share = company.stampPercent ?? decimal(100)
  const base = sales.plus(purchases).times(share).div(100)
  const rate = asked.law.stampPerMille('sales')
  const half = halves ? asked.law.halved : undefined
  return working(asked, 'stampDuty', {
    base,
    rate: `${rate.value.toString()}‰${half === undefined ? '' : '，减半'}`,
    amount: stampDuty('sales', base, halves, asked.law),
    working: `（销售 ${amountText(sales)} + 采购 ${amountText(purchases)}）× ${share.toString()}% × ${rate.value.toString()}‰${half === undefined ? '' : ' × 50%'}`,
    source: sourceOf(rate, half),
  })
}

/** The profit already bears the surcharges that this run is about to enter. */
const incomeTaxLine = async (asked: Asked, span: TaxSpan, company: Companies, notEntered: Decimal) => {
  const year = { from: firstOfYear(span.to), to: span.to }
  const figures = await bookFigures(asked.work, year)
  const own = asked.accrued.get('incomeTax') ?? zero
  const entered = fromCents(figures.debits('incomeTax') - figures.credits('incomeTax'))
  const profit = fromCents(figures.profit).minus(notEntered)
  const earlierLosses = company.earlierLosses ?? zero
  const found = incomeTax(
    { profit, earlierLosses, accrued: entered.minus(own), isSmall: company.smallProfit === true },
    asked.law,
  )
  return working(asked, 'incomeTax', {
    base: found.taxable,
    rate: `${found.percent.toString()}%`,
    amount: found.due,
    working: `本年利润总额 ${amountText(profit)} − 弥补亏损 ${amountText(earlierLosses)}，应纳税额 ${amountText(found.yearTax)} − 已计提 ${amountText(entered.minus(own))}`,
    source: sourceOf(
      asked.law.incomeTaxPercent,
      found.percent.eq(asked.law.incomeTaxPercent.value) ? undefined : asked.law.smallProfit,
    ),
  })
}

const difference = (lines: readonly TaxWorking[]): Decimal =>
  lines
    .filter((line) => !line.tax.startsWith('vat'))
    .reduce((all, line) => all.plus(line.amount).minus(line.accrued), zero)

/**
 * The taxes of a month as they follow from the books on its last day, each with its working: VAT of the month or quarter, what is
 * levied on it, and at the end of a quarter stamp duty and income tax of the year so far. Reads only.
 */
export const monthTaxes = async (work: Work, period: Period): Promise<readonly TaxWorking[]> => {
  const company = settingsOf(work.settings)
  const month = monthSpan(period)
  const law = taxLaw(month.to, company.taxPlace)
  const asked: Asked = { work, period, law, accrued: await accruedOf(work, period, period) }
  const isSmallScale = company.taxpayer === 'smallScale'
  const halves = isSmallScale || company.smallProfit === true
  const byQuarter = company.vatPeriod === 'quarter'
  const quarterEnds = endsQuarter(period)
  const vat =
    byQuarter && !quarterEnds
      ? undefined
      : await (isSmallScale ? smallVat : generalVat)(asked, byQuarter ? quarterSpan(period) : month)
  const levied = vat === undefined ? [] : [...vat.lines, ...surchargeLines(asked, vat, halves)]
  if (!quarterEnds) return levied
  const stamp = await stampLine(asked, quarterSpan(period), company, halves)
  const before = [...levied, stamp]
  const relief = before.find((line) => line.tax === 'vatRelief')
  const income = relief === undefined ? zero : relief.amount.minus(relief.accrued)
  return [...before, await incomeTaxLine(asked, month, company, difference(before).minus(income))]
}
