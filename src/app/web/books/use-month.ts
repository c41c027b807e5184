import { addMonths, firstOfMonth, lastOfMonth, monthOf } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { usePage } from '../frame/page.ts'
import { useSession } from '../session/session.ts'

export type Month = {
  /** 2026-01 */
  readonly month: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly turn: (months: number) => void
}

/** The month a page is about, kept in its address; this month unless told. */
export function useMonth(): Month {
  const session = useSession()
  const { search, setSearch } = usePage()
  const asked = search.get('month')
  const month = asked !== null && /^\d{4}-\d{2}$/.test(asked) ? asked : session.today.slice(0, 7)
  const from = firstOfMonth(`${month}-01` as CalendarDate)
  return {
    month,
    from,
    to: lastOfMonth(from),
    turn: (months) => {
      const next = new URLSearchParams(search)
      next.set('month', monthOf(addMonths(from, months)))
      setSearch(next)
    },
  }
}
