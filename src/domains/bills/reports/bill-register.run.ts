import { daysBetween, weekdayOf } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText } from '../../../base/fixed-point.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { billKinds } from '../documents/bill-line.ts'
import { billRegister, billsDue } from './bill-register.ts'
import { readBills } from './read-bills.ts'
import type { Bill } from './read-bills.ts'
import { todayOf } from '../../../ledgers/today.ts'

const measures = ['amount', 'open', 'endorsed', 'discounted', 'collected', 'refused', 'contingent'] as const

const cell = (amount: bigint): string | null => (amount === 0n ? null : centsText(amount))

const stateOf = (bill: Bill, today: CalendarDate): string => {
  if (bill.open > 0n) {
    if (bill.maturesOn <= today) return bill.side === 'received' ? '已到期待收' : '已到期待付'
    return bill.side === 'received' ? '在手' : '未到期'
  }
  if (bill.contingent > 0n) return bill.endorsed > 0n ? '已背书' : '已贴现'
  return bill.refused > 0n ? '未兑付' : '已结清'
}

const isShown = (bill: Bill, show: 'open' | 'contingent' | 'all' | null | undefined): boolean => {
  if (show === 'all') return true
  return show === 'contingent' ? bill.contingent > 0n : bill.open > 0n
}

const isWithin = (day: CalendarDate, from: CalendarDate | null | undefined, to: CalendarDate | null | undefined) =>
  (!from || day >= from) && (!to || day <= to)

export const runBillRegister = defineReportRun(billRegister, async (parameters, work) => {
  const today = todayOf(work)
  const shown = (await readBills(work)).filter(
    (bill) =>
      isShown(bill, parameters.show ?? 'open') &&
      (!parameters.side || bill.side === parameters.side) &&
      (!parameters.party || bill.party === parameters.party) &&
      isWithin(bill.maturesOn, parameters.from, parameters.to),
  )
  const total = (name: (typeof measures)[number]) => centsText(shown.reduce((sum, bill) => sum + bill[name], 0n))
  return {
    rows: shown.map((bill) => ({
      documentType: bill.side === 'received' ? 'noteReceived' : 'noteIssued',
      documentId: bill.documentId,
      billNumber: bill.number,
      kind: billKinds[bill.kind],
      state: stateOf(bill, today),
      maturesOn: bill.maturesOn,
      daysLeft: daysBetween(today, bill.maturesOn),
      partyName: bill.partyName,
      acceptor: bill.acceptor,
      drawer: bill.drawer,
      subRange: bill.subRange,
      issuedOn: bill.issuedOn,
      ...Object.fromEntries(measures.map((name) => [name, cell(bill[name])])),
    })),
    totals: { billNumber: '合计', ...Object.fromEntries(measures.map((name) => [name, total(name)])) },
    notes: [`截至 ${today}，共 ${shown.length} 张；或有负债为已背书、附追索贴现而承兑人尚未付款的票据`],
  }
})

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']

export const runBillsDue = defineReportRun(billsDue, async ({ from, to }, work) => {
  const today = todayOf(work)
  const live = (await readBills(work)).filter(
    (bill) => (bill.open > 0n || bill.contingent > 0n) && isWithin(bill.maturesOn, from, to),
  )
  const sum = (bills: readonly Bill[], pick: (bill: Bill) => bigint) =>
    bills.reduce((all, bill) => all + pick(bill), 0n)
  const figures = (bills: readonly Bill[]) => ({
    bills: bills.length,
    receivable: cell(sum(bills, (bill) => (bill.side === 'received' ? bill.open : 0n))),
    payable: cell(sum(bills, (bill) => (bill.side === 'issued' ? bill.open : 0n))),
    contingent: cell(sum(bills, (bill) => bill.contingent)),
  })
  return {
    rows: [...Map.groupBy(live, (bill) => bill.maturesOn)].map(([maturesOn, bills]) => ({
      maturesOn,
      show: 'all',
      weekday: weekdays[weekdayOf(maturesOn)] ?? '',
      daysLeft: daysBetween(today, maturesOn),
      ...figures(bills),
    })),
    totals: { maturesOn: '合计', ...figures(live) },
    notes: [`截至 ${today}；到期日为休息日的顺延至下一工作日`],
  }
})
