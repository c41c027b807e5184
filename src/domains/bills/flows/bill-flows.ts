import { toCents } from '../../../base/fixed-point.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { defineFlow } from '../../../kernel/definition/flow.ts'
import type { Id } from '../../../base/id.ts'
import { noteEvent } from '../documents/note-event.ts'
import { noteIssued } from '../documents/note-issued.ts'
import { noteReceived } from '../documents/note-received.ts'
import { readSubBills } from '../rules/sub-bills.ts'

const measure = { quantity: 'amount', base: 'amount' } as const

interface Held {
  readonly billNumber: string | null
  readonly maturesOn: CalendarDate | null
  readonly amount: Decimal
  readonly subRange: string | null
}

/** What is left of a bill; its sub-bills begin behind those that were passed on. */
const left = (bill: Held, open: Decimal) => {
  const range = readSubBills(bill.subRange)
  const taken = bill.amount.minus(open)
  return {
    billNumber: bill.billNumber,
    maturesOn: bill.maturesOn,
    amount: open,
    firstSubBill: range === undefined ? null : String(range.first + toCents(taken.toString())),
  }
}

/** A bill in hand is endorsed, discounted, collected or refused, whole or (new generation) in parts. */
export const receivedToEvent = defineFlow({
  name: 'noteReceivedToEvent',
  label: '下推票据处理',
  english: 'Pass on or collect',
  from: noteReceived,
  to: noteEvent,
  measure,
  header: () => ({}),
  line: (line, open, { header }) => ({
    ...left(line, open.baseQuantity),
    party: header['customer'] as Id<'party'>,
  }),
})

/** Our own bill is paid at maturity, or not. */
export const issuedToEvent = defineFlow({
  name: 'noteIssuedToEvent',
  label: '下推票据兑付',
  english: 'Pay at maturity',
  from: noteIssued,
  to: noteEvent,
  measure,
  header: () => ({ kind: 'honour' as const }),
  line: (line, open, { header }) => ({
    ...left(line, open.baseQuantity),
    party: header['supplier'] as Id<'party'>,
  }),
})

/** What we answered for ends: the acceptor paid, or we had to. */
export const eventToEvent = defineFlow({
  name: 'noteEventToEvent',
  label: '下推到期结清',
  english: 'End the liability',
  from: noteEvent,
  to: noteEvent,
  measure,
  opens: (line) => line.contingent === true,
  header: () => ({ kind: 'discharge' as const }),
  line: (line, open) => ({ ...left(line, open.baseQuantity), party: line.party }),
})
