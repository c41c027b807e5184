import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'

/** What has happened to goods sold, as far as it is known. */
export interface SaleOccasions {
  readonly deliveredOn: CalendarDate
  readonly invoicedOn?: CalendarDate | null | undefined
  readonly receivedOn?: CalendarDate | null | undefined
  /** The payment date of a written contract (赊销, 分期收款). */
  readonly contractPaymentOn?: CalendarDate | null | undefined
  /** Goods on consignment: the day of the 代销清单, null while there is none; left out for ordinary sales. */
  readonly consignmentStatementOn?: CalendarDate | null | undefined
}

const earliest = (days: readonly (CalendarDate | null | undefined)[], last: CalendarDate): CalendarDate =>
  days.reduce<CalendarDate>((first, day) => (day !== null && day !== undefined && day < first ? day : first), last)

/** Money in advance of the goods does not make VAT due; money after them does. */
const receivedAfter = ({ deliveredOn, receivedOn }: SaleOccasions) =>
  receivedOn !== null && receivedOn !== undefined && receivedOn >= deliveredOn ? receivedOn : null

/**
 * 增值税纳税义务发生时间 (增值税暂行条例 第十九条, 实施细则 第三十八条): the earliest of the invoice, money received after delivery, and
 * the payment date of a written contract, in its absence the delivery. Consignment: the 代销清单, money, or day 180.
 */
export const vatDueOn = (sale: SaleOccasions): CalendarDate =>
  sale.consignmentStatementOn === undefined
    ? earliest([sale.invoicedOn, receivedAfter(sale)], sale.contractPaymentOn ?? sale.deliveredOn)
    : earliest([sale.invoicedOn, receivedAfter(sale), sale.consignmentStatementOn], addDays(sale.deliveredOn, 180))
