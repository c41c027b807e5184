import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { TaxSpan } from '../rules/tax-period.ts'

/** What was deducted from the sales of one rate: the amount with its tax, and the tax of it. */
export interface DeductionOfRate {
  /** Percent. */
  readonly rate: string
  readonly gross: Decimal
  readonly tax: Decimal
}

/** 差额扣除单 of the days, by rate. */
export const salesDeductions = async (
  work: Work,
  { from, to }: Pick<TaxSpan, 'from' | 'to'>,
): Promise<DeductionOfRate[]> => {
  const rows = await work.tx.rows<{ rate: string; gross: string; tax: string }>(
    `select trim_scale(l.tax_rate)::text as rate, sum(case when h.reverses is null then l.gross else -l.gross end) as gross,
       sum(case when h.reverses is null then l.tax else -l.tax end) as tax
     from sales_deduction h join sales_deduction_line l on l.company_id = $1 and l.owner_id = h.id
     where h.company_id = $1 and h.state in ('posted', 'closed') and h.date between $2::date and $3::date
     group by 1 order by 1`,
    [work.company, from, to],
  )
  return rows.map(({ rate, gross, tax }) => ({ rate, gross: decimal(gross), tax: decimal(tax) }))
}

/** The sum of one figure of deductions, of some rates or of all. */
export const deductedAt = (
  deductions: readonly DeductionOfRate[],
  figure: 'gross' | 'tax',
  rates?: readonly string[],
): Decimal =>
  deductions
    .filter(({ rate }) => rates === undefined || rates.includes(rate))
    .reduce((sum, each) => sum.plus(each[figure]), zero)
