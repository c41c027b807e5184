import { amountText } from '../rules/amount-text.ts'
import { isPeriod } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { taxKinds } from '../documents/tax-line.ts'
import { monthTaxes } from '../processes/month-taxes.ts'
import { taxWorking } from './tax-working.ts'

/** The month asked for, this one unless told. */
export const taxPeriodOf = (work: Work, asked: string | null | undefined): Period => {
  const period = asked || work.clock.today(settingsOf(work.settings).zone).slice(0, 7)
  if (isPeriod(period)) return period
  throw invalid('税款所属期应写作 2026-01', 'The period is written 2026-01', [
    fieldProblem('period', '应写作 2026-01', 'must be a month like 2026-01'),
  ])
}

export const taxWorkingRun = defineReportRun(taxWorking, async (parameters, work) => {
  const period = taxPeriodOf(work, parameters.period)
  const taxes = await monthTaxes(work, period)
  return {
    rows: taxes.map((each) => ({
      tax: taxKinds[each.tax],
      base: amountText(each.base),
      rate: each.rate,
      amount: amountText(each.amount),
      accrued: amountText(each.accrued),
      left: amountText(each.amount.minus(each.accrued)),
      working: each.working,
      source: each.source,
    })),
    notes: [`税款所属期 ${period}`],
  }
})
