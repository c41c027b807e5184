import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fromCents } from '../../../base/fixed-point.ts'
import { previous } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { carriedOnReturns } from '../processes/carried-figures.ts'
import { monthTaxes } from '../processes/month-taxes.ts'
import { monthAddition } from '../processes/month-addition.ts'
import { accruedOf, bookFigures } from '../processes/tax-figures.ts'
import { taxLaw } from '../rates/tax-law.ts'
import { incomeTax } from '../rules/income-tax.ts'
import { endsQuarter, monthSpan, quarterSpan } from '../rules/tax-period.ts'
import type { TaxSpan } from '../rules/tax-period.ts'
import { incomeChecks, incomePrepayment } from './income-prepayment.ts'
import { stampChecks, stampReturn, statementChecks, statementsReturn } from './other-returns.ts'
import type { ReturnKind } from './return-kinds.ts'
import { deductedAt, salesDeductions } from './sales-deductions.ts'
import { figuresOf } from './tax-form.ts'
import type { BuiltReturn, FormCell, FormCheck } from './tax-form.ts'
import { salesByRate, vatFigures } from './vat-figures.ts'
import { vatGeneralChecks, vatGeneralReturn } from './vat-general.ts'
import { vatSmallChecks, vatSmallReturn } from './vat-small.ts'

/** A return as the books say it now, and its rules, to be asked of the figures that stand on the document. */
export interface AskedReturn extends BuiltReturn {
  checksOf(cells: readonly StatedCell[]): readonly FormCheck[]
}

export type StatedCell = Pick<FormCell, 'form' | 'row' | 'column' | 'amount' | 'working'>

const refusePeriod = (zh: string, en: string) =>
  invalid('这个所属期不能申报', 'Nothing is filed for this period', [fieldProblem('period', zh, en)])

const spanOf = (work: Work, period: Period): TaxSpan => {
  if (settingsOf(work.settings).vatPeriod !== 'quarter') return monthSpan(period)
  if (endsQuarter(period)) return quarterSpan(period)
  throw refusePeriod('按季申报，请填季末月，如 2026-03', 'the last month of a quarter is filed')
}

const yearTo = (span: TaxSpan): TaxSpan => ({ ...span, from: `${span.to.slice(0, 4)}-01-01` as TaxSpan['from'] })

const vat = async (work: Work, period: Period): Promise<AskedReturn> => {
  const span = spanOf(work, period)
  const taxes = await monthTaxes(work, period)
  if (settingsOf(work.settings).taxpayer === 'smallScale') return smallVat(work, span, period)
  const [month, year] = [await vatFigures(work, span), await vatFigures(work, yearTo(span))]
  const plain = vatGeneralReturn(month, year, taxes)
  const addition = await monthAddition(work, span, figuresOf(plain.cells)('VAT-M', '19', 'month'))
  const before = await accruedOf(work, `${period.slice(0, 4)}-01`, previous(period))
  const earlier = period.endsWith('-01') ? zero : (before.get('vatAddition') ?? zero)
  return {
    ...(addition === undefined
      ? plain
      : vatGeneralReturn(month, year, taxes, { month: addition, year: earlier.plus(addition.used) })),
    checksOf: (cells) => vatGeneralChecks(cells, month, taxes),
  }
}

const smallVat = async (work: Work, span: TaxSpan, period: Period): Promise<AskedReturn> => {
  const [taxes, { sales }, figures] = [
    await monthTaxes(work, period),
    await salesByRate(work, 'simpleVat', span),
    await bookFigures(work, span),
  ]
  const relief = taxes.find((each) => each.tax === 'vatRelief')
  const charged = sales.reduce((sum, sale) => sum.plus(sale.tax), zero)
  const isFree = relief !== undefined && relief.working.includes('未超过免税标准')
  const deductions = await salesDeductions(work, span)
  const carried = await carriedOnReturns(work, span.from.slice(0, 7) as Period)
  const small = { sales, isFree, prepaid: fromCents(figures.debits('vatPaid')), deductions, carried }
  const booked = charged.minus(deductedAt(deductions, 'tax')).minus(relief?.amount ?? zero)
  return { ...vatSmallReturn(small, taxes), checksOf: (cells) => vatSmallChecks(cells, booked, small) }
}

const rowsOf = async (
  work: Work,
  report: string,
  period: Period,
  span: 'month' | 'quarter',
): Promise<readonly ReportRow[]> => {
  const run = work.installed.reports.get(report)
  // An empty statement would pass its rules: a report that is not there must not look like one without figures.
  if (run === undefined) throw new Error(`no report ${report} to declare`)
  return (await run.run({ period, span, unbooked: true }, work)).rows
}

/** Declared for the earlier quarters of the year; what was accrued for them where nothing was filed here. */
const prepaidBefore = async (work: Work, period: Period): Promise<Decimal> => {
  const year = period.slice(0, 4)
  const [row] = await work.tx.rows<{ filed: string | null; accrued: string | null }>(
    `select (select sum(l.amount) from tax_return h join tax_return_dues l on l.company_id = $1 and l.owner_id = h.id
       where h.company_id = $1 and h.kind = 'incomeTax' and h.filing = 'filed' and h.period >= $2 and h.period < $3) as filed,
     (select sum(l.amount) from tax_accrual h join tax_accrual_line l on l.company_id = $1 and l.owner_id = h.id
       where h.company_id = $1 and h.state in ('posted', 'closed') and l.tax = 'incomeTax' and h.period >= $2 and h.period < $3) as accrued`,
    [work.company, `${year}-01`, period],
  )
  return decimal(row?.filed ?? row?.accrued ?? '0')
}

const quarterOnly = (period: Period): void => {
  if (!endsQuarter(period))
    throw refusePeriod('按季申报，请填季末月，如 2026-03', 'the last month of a quarter is filed')
}

const income = async (work: Work, period: Period): Promise<AskedReturn> => {
  quarterOnly(period)
  const company = settingsOf(work.settings)
  const law = taxLaw(monthSpan(period).to, company.taxPlace)
  const [taxes, statement, prepaid] = [
    await monthTaxes(work, period),
    await rowsOf(work, 'incomeStatement', period, 'quarter'),
    await prepaidBefore(work, period),
  ]
  const isSmall = company.smallProfit === true
  const percentOf = (taxable: Decimal) =>
    incomeTax({ profit: taxable, earlierLosses: zero, accrued: zero, isSmall }, law).percent
  const standard = company.standard === 'enterprise' ? 'enterprise' : 'smallBusiness'
  return {
    ...incomePrepayment({ standard, statement, earlierLosses: company.earlierLosses ?? zero, prepaid, percentOf }),
    checksOf: (cells) => incomeChecks(cells, taxes),
  }
}

const stamp = async (work: Work, period: Period): Promise<AskedReturn> => {
  quarterOnly(period)
  const taxes = await monthTaxes(work, period)
  return { ...stampReturn(taxes), checksOf: (cells) => stampChecks(cells, taxes) }
}

const statements = async (work: Work, period: Period): Promise<AskedReturn> => {
  const span = endsQuarter(period) ? 'quarter' : 'month'
  const built = statementsReturn({
    balanceSheet: await rowsOf(work, 'balanceSheet', period, span),
    incomeStatement: await rowsOf(work, 'incomeStatement', period, span),
    cashFlow: await rowsOf(work, 'cashFlow', period, span),
  })
  return { ...built, checksOf: statementChecks }
}

const builders: Readonly<Record<ReturnKind, (work: Work, period: Period) => Promise<AskedReturn>>> = {
  vat,
  incomeTax: income,
  stampDuty: stamp,
  statements,
}

/** A return of a kind for a period, as the books say it now. */
export const buildReturn = (work: Work, kind: ReturnKind, period: Period): Promise<AskedReturn> =>
  builders[kind](work, period)
