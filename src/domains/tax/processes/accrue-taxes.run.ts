import { amountText } from '../rules/amount-text.ts'
import { isPeriod, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { ClosePart, Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { taxAccrual } from '../documents/tax-accrual.ts'
import { taxKinds } from '../documents/tax-line.ts'
import { accrueTaxesProcess } from './accrue-taxes.ts'
import { monthTaxes } from './month-taxes.ts'
import type { TaxWorking } from './month-taxes.ts'

const missing = (workings: readonly TaxWorking[]): readonly TaxWorking[] =>
  workings.filter((each) => !each.amount.eq(each.accrued))

/** Enters what is missing and answers the document's number; null where nothing is. */
export const accrueTaxes = async (work: Work, period: Period): Promise<string | null> => {
  const lines = missing(await monthTaxes(work, period)).map((each) => ({
    tax: each.tax,
    base: amountText(each.base),
    rate: each.rate,
    amount: amountText(each.amount.minus(each.accrued)),
    working: each.working,
  }))
  if (lines.length === 0) return null
  const draft = await createDocument(work, taxAccrual, { date: lastDay(period), period, lines })
  return String((await postDocument(work, taxAccrual, draft)).header['number'])
}

export const runAccrueTaxes = defineProcessRun(accrueTaxesProcess, async ({ period }, inWork, progress) => {
  if (typeof period !== 'string' || !isPeriod(period))
    throw invalid('请填写税款所属期', 'Say which month', [fieldProblem('period', '如 2026-01', 'as 2026-01')])
  await progress.report(0, 1)
  const document = await inWork((work) => accrueTaxes(work, period))
  await progress.report(1, 1)
  return { document }
})

/** What the close does: taxes of the month are entered by themselves where the company wants it, and told of where it does not. */
export const taxClose: ClosePart = {
  name: 'taxesAccrued',
  label: '税金已计提',
  blocking: false,
  report: 'taxWorking',
  late: true,
  settle: async (work, period) => {
    if (settingsOf(work.settings).accrueTaxes === true) await accrueTaxes(work, period)
  },
  made: async (work, period) => {
    const rows = await work.tx.rows<{ id: string }>(
      `select id from tax_accrual where company_id = $1 and period = $2 and state = 'posted'`,
      [work.company, period],
    )
    return rows.map((row) => row.id)
  },
  remains: async (work, period) => {
    const left = missing(await monthTaxes(work, period))
    if (left.length === 0) return null
    const what = `未计提：${left.map((each) => `${taxKinds[each.tax]} ${amountText(each.amount.minus(each.accrued))}`).join('，')}`
    return settingsOf(work.settings).accrueTaxes === true ? { byClose: what } : what
  },
}
