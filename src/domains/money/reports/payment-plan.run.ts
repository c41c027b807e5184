import { sum } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { dueRows, dueState, dueStates, overdueDays } from '../plans/due-rows.ts'
import { paymentPlan } from './payment-plan.ts'
import { todayOf } from '../../../ledgers/today.ts'

export const runPaymentPlan = defineReportRun(paymentPlan, async (parameters, work) => {
  const today = todayOf(work)
  const { from, to, overdue, withPaid } = parameters
  const all = await dueRows(work, parameters.side ?? 'payable', parameters.party ?? null)
  const rows = all.filter((row) => {
    const state = dueState(row, today)
    if (overdue === true) return state === 'overdue'
    if (state === 'paid' && withPaid !== true) return false
    return (!from || (row.dueOn ?? '') >= from) && (!to || (row.dueOn ?? '9999') <= to)
  })
  return {
    rows: rows.map((row) => ({
      dueOn: row.dueOn,
      stateName: dueState(row, today),
      state: dueStates[dueState(row, today)],
      overdueDays: overdueDays(row, today),
      party: row.party,
      partyName: row.partyName,
      what: row.what,
      number: row.number,
      documentType: row.documentType,
      documentId: row.documentId,
      amount: row.amount.toString(),
      paid: row.amount.minus(row.open).toString(),
      open: row.open.toString(),
    })),
    totals: {
      amount: sum(rows.map((row) => row.amount)).toString(),
      paid: sum(rows.map((row) => row.amount.minus(row.open))).toString(),
      open: sum(rows.map((row) => row.open)).toString(),
    },
    notes: [`截至 ${today}`],
  }
})
