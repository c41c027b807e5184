import { addDays } from '../base/calendar-date.ts'
import type { CalendarDate } from '../base/calendar-date.ts'
import { sum, zero } from '../base/decimal.ts'
import type { Decimal } from '../base/decimal.ts'
import { allocate, cents } from '../base/money.ts'
import { choice, date, integer, money, percent, text } from '../kernel/definition/field.ts'
import type { Draft } from '../kernel/definition/field.ts'
import { fieldProblem } from '../kernel/definition/problem.ts'
import type { FieldProblem } from '../kernel/definition/problem.ts'
import { instalmentEvents } from './dimensions/payment-terms.ts'
import type { InstalmentEvent } from './dimensions/payment-terms.ts'

/** A part of what an order is paid in: 订金、到货款、质保金. */
export const instalmentLine = {
  name: text({ label: '名称', english: 'Name', required: true, maxLength: 40 }),
  percent: percent({ label: '比例%', english: 'Percent' }),
  amount: money({ label: '金额', english: 'Amount', help: '空则按比例' }),
  event: choice({ label: '起算', english: 'From', options: instalmentEvents, initial: 'order' }),
  days: integer({ label: '之后天数', english: 'Days after' }),
  dueOn: date({ label: '到期日', english: 'Due on', help: '填了以此为准；空则按起算日加天数' }),
} as const

type InstalmentDraft = Draft<typeof instalmentLine>

/** The amounts of instalments by their percents of a total; what was typed stays. Percents that make 100 share it to the cent. */
export const spreadInstalments = <Line extends InstalmentDraft>(
  lines: readonly Line[],
  total: Decimal,
): (Line & Pick<InstalmentDraft, 'amount'>)[] => {
  const percents = lines.map((line) => line.percent ?? zero)
  const isWhole = sum(percents).eq(100) && lines.every((line) => !line.amount)
  const shares = isWhole
    ? allocate(cents(total), percents)
    : percents.map((share) => cents(total.times(share).div(100)))
  return lines.map((line, index) => ({ ...line, amount: line.amount ?? shares[index] ?? null }))
}

/** A plan that does not add up to what is ordered would leave money that nobody waits for. */
export const unevenInstalments = (lines: readonly InstalmentDraft[], total: Decimal | null): FieldProblem[] => {
  const planned = sum(lines.map((line) => line.amount ?? zero))
  return lines.length === 0 || planned.eq(total ?? zero)
    ? []
    : [
        fieldProblem(
          `instalments.${lines.length - 1}.amount`,
          `分期合计 ${planned.toString()} 与价税合计 ${(total ?? zero).toString()} 不等`,
          `the instalments make ${planned.toString()} of ${(total ?? zero).toString()}`,
        ),
      ]
}

/** When the events of an order were, or are promised for. */
export interface OrderDays {
  readonly order: CalendarDate
  readonly delivery: CalendarDate | null
  readonly invoice: CalendarDate | null
  /** The delivery has not been yet: its day, and what counts from it, is a promise. */
  readonly isPromised: boolean
}

/** A part of a plan as it is agreed. */
export interface PlannedPart {
  readonly name: string
  readonly amount: Decimal
  readonly event: InstalmentEvent
  readonly days: number
  readonly dueOn: CalendarDate | null
}

/** A part with its day and what of it is paid. */
export interface DuePart extends PlannedPart {
  readonly paid: Decimal
  readonly open: Decimal
  /** The day may move: what it counts from has not happened. */
  readonly isExpected: boolean
}

const dayOf = (part: PlannedPart, days: OrderDays): CalendarDate | null => {
  if (part.dueOn !== null) return part.dueOn
  const from = part.event === 'order' ? days.order : part.event === 'delivery' ? days.delivery : days.invoice
  return from === null ? null : addDays(from, part.days)
}

/** A plan as it stands: parts by their day, the earliest paid first; what has no day yet comes last. */
export const duePlan = (parts: readonly PlannedPart[], days: OrderDays, paid: Decimal): DuePart[] => {
  let left = paid
  return parts
    .map((part) => ({ ...part, dueOn: dayOf(part, days), isFixed: part.dueOn !== null || part.event === 'order' }))
    .toSorted((one, other) => ((one.dueOn ?? '9999') < (other.dueOn ?? '9999') ? -1 : 1))
    .map(({ isFixed, ...part }) => {
      const covered = left.lt(part.amount) ? left : part.amount
      left = left.minus(covered)
      const isExpected =
        !isFixed && (part.event === 'invoice' ? days.invoice === null || days.isPromised : days.isPromised)
      return { ...part, paid: covered, open: part.amount.minus(covered), isExpected }
    })
}
