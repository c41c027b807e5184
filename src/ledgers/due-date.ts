import { addDays, addMonths, firstOfMonth, isCalendarDate, lastOfMonth } from '../base/calendar-date.ts'
import type { CalendarDate } from '../base/calendar-date.ts'
import type { Id } from '../base/id.ts'
import type { DeriveContext } from '../kernel/definition/record.ts'
import { party } from './dimensions/party.ts'
import { paymentTerms } from './dimensions/payment-terms.ts'
import type { PaymentTerms } from './dimensions/payment-terms.ts'

/** A day of a month; one that the month does not have is its last. */
const dayIn = (month: CalendarDate, day: number): CalendarDate => {
  const wanted = addDays(firstOfMonth(month), Math.max(day, 1) - 1)
  const last = lastOfMonth(month)
  return wanted > last ? last : wanted
}

/** What of the terms says when. */
export type DueTerms = Pick<PaymentTerms, 'kind' | 'days' | 'months' | 'dayOfMonth' | 'instalments'>

/** 月结: on a day of a later month, or so many days after the month's end. */
const monthly = (day: CalendarDate, { months, dayOfMonth, days }: DueTerms): CalendarDate =>
  dayOfMonth === null
    ? addDays(lastOfMonth(addMonths(firstOfMonth(day), months ?? 0)), days ?? 0)
    : dayIn(addMonths(firstOfMonth(day), months ?? 1), dayOfMonth)

/** When all of a delivery or invoice of a day is due under the terms: of instalments, with the last that it starts. */
export const dueUnder = (day: CalendarDate, terms: DueTerms): CalendarDate => {
  if (terms.kind === 'monthly') return monthly(day, terms)
  if (terms.kind === 'days') return addDays(day, terms.days ?? 0)
  const days = terms.instalments.filter((part) => part.event !== 'order').map((part) => part.days ?? 0)
  return addDays(day, Math.max(0, ...days))
}

interface Agreed {
  readonly terms?: Id<'paymentTerms'> | null | undefined
  readonly party?: Id<'party'> | null | undefined
}

/** The terms in force: the document's own, else the party's; undefined where only 账期 days are agreed. */
export const termsOf = (context: Pick<DeriveContext, 'lookup'>, agreed: Agreed): PaymentTerms | undefined =>
  context.lookup(paymentTerms, agreed.terms ?? context.lookup(party, agreed.party)?.paymentTerms)

/**
 * 到期日 by the terms of the document or the party, else 单据日期 + 账期; without either the day itself (货到即付). Undefined while
 * the day is not known.
 */
export const dueDate = (
  context: Pick<DeriveContext, 'header' | 'lookup'>,
  agreed: Agreed,
): CalendarDate | undefined => {
  const day = context.header['date']
  if (typeof day !== 'string' || !isCalendarDate(day)) return undefined
  const terms = termsOf(context, agreed)
  if (terms !== undefined) return dueUnder(day, terms)
  return addDays(day, context.lookup(party, agreed.party)?.paymentDays ?? 0)
}
