import { isCalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, integer, money, percent, ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settlementLine } from '../../money/index.ts'
import { discountDays, discountInterest } from '../rules/discount-interest.ts'
import { eventKinds, isContingent, isDiscount } from '../rules/event-kinds.ts'
import { readSubBills, subBills, writeSubBills } from '../rules/sub-bills.ts'

const head = {
  kind: choice({ label: '处理', english: 'Event', options: eventKinds, required: true, indexed: true }),
  supplier: ref(party, {
    label: '背书给',
    english: 'Endorsed to',
    facet: 'supplier',
    indexed: true,
    help: '背书转让时填写；票据抵付其应付款，多出的转预付',
  }),
  cashAccount: ref(cashAccount, { label: '资金账户', help: '贴现、托收收款，兑付、被追索付款' }),
  rate: percent({ label: '贴现年利率%', english: 'Discount rate % a year' }),
  extraDays: integer({ label: '异地加天', english: 'Days added', help: '纸票异地加 3 天；电票不加' }),
  fee: money({ label: '手续费', english: 'Fee' }),
  margin: money({ label: '退回保证金', english: 'Margin given back', help: '兑付时从保证金账户转回资金账户' }),
  marginAccount: ref(cashAccount, { label: '保证金账户', english: 'Margin account' }),
} as const

/** A bill, or the part of it that is passed on. */
const eventLine = {
  billNumber: text({ label: '票据号码', english: 'Bill number', searched: true, indexed: true, maxLength: 40 }),
  party: ref(party, { label: '往来单位', help: '票据的前手或收款人' }),
  maturesOn: date({ label: '到期日', english: 'Matures on' }),
  amount: money({ label: '处理金额', english: 'Amount', required: true }),
  days: integer({ label: '贴现天数', english: 'Days', computed: true }),
  interest: money({ label: '贴现利息', english: 'Interest', help: '票面 × 年利率 ÷ 360 × 天数；可改' }),
  firstSubBill: text({ label: '子票起号', english: 'First sub-bill', maxLength: 15, hidden: true }),
  subRange: text({ label: '子票区间', english: 'Sub-bills', computed: true, maxLength: 40 }),
  contingent: boolean({ label: '或有负债', english: 'Contingent', computed: true, hidden: true }),
} as const

const rangeOf = ({ firstSubBill, amount }: Draft<typeof eventLine>): string | null => {
  if (!firstSubBill || !amount) return null
  const from = readSubBills(`${firstSubBill}-${firstSubBill}`)
  return from === undefined ? null : writeSubBills(subBills(from.first, amount))
}

const deriveLine = (line: Draft<typeof eventLine>, context: DeriveContext): Partial<Draft<typeof eventLine>> => {
  const { kind, rate, extraDays } = context.header as Draft<typeof head>
  if (line.amount && line.amount.lte(0)) {
    throw new FieldRefusal('amount', '处理金额应大于零', 'must be more than nothing')
  }
  const passed = { contingent: isContingent(kind), subRange: rangeOf(line) }
  const day = context.header['date']
  if (!isDiscount(kind)) return { ...passed, days: null, interest: null }
  if (!line.amount || !line.maturesOn || !rate || typeof day !== 'string' || !isCalendarDate(day)) return passed
  const days = discountDays(day, line.maturesOn, extraDays ?? 0)
  return { ...passed, days, interest: line.interest ?? discountInterest(line.amount, rate, days) }
}

/** 票据处理: what becomes of bills: passed on, discounted, collected, refused, paid; and of what we answered for. */
export const noteEvent = defineDocument({
  name: 'noteEvent',
  label: '票据处理',
  english: 'Bill event',
  numbering: 'PJCL-{yyyyMM}-{seq:4}',
  header: {
    ...head,
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    totalAmount: money({ label: '处理金额合计', english: 'Total', computed: true }),
    totalInterest: money({ label: '利息合计', english: 'Interest', computed: true }),
    totalSettled: money({ label: '核销合计', english: 'Settled', computed: true }),
    net: money({ label: '实收金额', english: 'Net', computed: true }),
  },
  tables: {
    lines: lineTable({ label: '票据', atLeast: 1, fields: eventLine, derive: deriveLine }),
    settlements: lineTable({
      label: '核销应付',
      fields: settlementLine,
      derive: (line) => ({ kind: line.kind ?? 'payable' }),
    }),
  },
  derive: (header, { tables }) => {
    const totalAmount = totalOf(tables.lines, 'amount')
    const totalInterest = totalOf(tables.lines, 'interest')
    const totalSettled = totalOf(tables.settlements, 'amount')
    if (totalSettled.gt(totalAmount)) {
      const over = totalSettled.minus(totalAmount).toString()
      throw new FieldRefusal(
        'totalSettled',
        `核销金额比票据多 ${over}`,
        `${over} more is settled than the bills are worth`,
      )
    }
    const isMoney = isDiscount(header.kind) || header.kind === 'collect'
    const net = isMoney ? totalAmount.minus(totalInterest).minus(header.fee ?? zero) : null
    return { totalAmount, totalInterest, totalSettled, net }
  },
  list: ['kind', 'supplier', 'cashAccount', 'totalAmount', 'totalInterest', 'net'],
  totals: ['amount', 'interest'],
})
