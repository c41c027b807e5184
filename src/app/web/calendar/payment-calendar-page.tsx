import { addMonths, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { IconButton, Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { addDecimalTexts, formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { earlierOf, monthIn, weeksOf, type DueDay, type Earlier } from './calendar-days.ts'
import '../../../ui/list/list-page.css'
import './payment-calendar.css'

type Side = 'receivable' | 'payable'

const planPath = (side: Side, from: string, to: string): string =>
  `/report/payment-plan?${new URLSearchParams({ side, ...(from === '' ? {} : { from }), to }).toString()}`

function Amount({ side, amount, from, to }: { side: Side; amount: string; from: string; to: string }) {
  if (amount === '') return null
  return (
    <Go to={planPath(side, from, to)} className={`due due-${side}`}>
      <span>{t(`calendar.${side}Short`)}</span>
      <b>{formatMoneyText(amount, false)}</b>
    </Go>
  )
}

function Day({ day, today }: { day: DueDay; today: string }): React.JSX.Element {
  const classes = ['calendar-day', day.inMonth ? '' : 'is-outside', day.day === today ? 'is-today' : '']
  const isLate = day.day < today && (day.receivable !== '' || day.payable !== '')
  return (
    <td className={[...classes, isLate ? 'is-late' : ''].filter(Boolean).join(' ')}>
      <time dateTime={day.day}>{Number(day.day.slice(8))}</time>
      {day.inMonth ? (
        <>
          <Amount side="receivable" amount={day.receivable} from={day.day} to={day.day} />
          <Amount side="payable" amount={day.payable} from={day.day} to={day.day} />
        </>
      ) : null}
    </td>
  )
}

function EarlierLine({ earlier }: { earlier: Earlier }): React.JSX.Element {
  return (
    <p className="calendar-earlier">
      <b>{t('calendar.earlier')}</b>
      <Amount side="receivable" amount={earlier.receivable} from="" to={earlier.to} />
      <Amount side="payable" amount={earlier.payable} from="" to={earlier.to} />
    </p>
  )
}

const weekdays = (): readonly string[] =>
  currentLanguage() === 'en'
    ? ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
    : ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** 收付款日历: a month as a wall calendar, with what is due in and out on each day. */
export function PaymentCalendarPage(): React.JSX.Element {
  usePageTitle(t('calendar.title'))
  const { search, setSearch } = usePage()
  const { today } = useSession()
  const month = monthIn(search.get('month'), today)
  const report = useReport<ReportAnswer>('payment-calendar', { from: month, to: lastOfMonth(month) })
  const rows = report.data?.rows ?? []
  const earlier = earlierOf(month, rows)
  const go = (to: CalendarDate): void => setSearch(new URLSearchParams({ month: to.slice(0, 7) }))
  const total = (side: Side): string =>
    formatMoneyText(addDecimalTexts(rows.map((row) => cell(row, side)).filter((text) => text !== '')), false)
  return (
    <div className="page-scroll">
      <BusyBar busy={report.isFetching} />
      <header className="page-head">
        <h1>{t('calendar.title')}</h1>
        <span className="calendar-month">
          <IconButton icon="chevronLeft" label={t('calendar.before')} onClick={() => go(addMonths(month, -1))} />
          <b>{month.slice(0, 7)}</b>
          <IconButton icon="chevronRight" label={t('calendar.after')} onClick={() => go(addMonths(month, 1))} />
        </span>
        <span className="calendar-totals">
          <span>
            {t('calendar.receivable')} <b className="is-positive">{total('receivable')}</b>
          </span>
          <span>
            {t('calendar.payable')} <b>{total('payable')}</b>
          </span>
        </span>
        <div className="page-actions">
          <Button onClick={() => go(monthIn(null, today))}>{t('calendar.thisMonth')}</Button>
          <Go to="/report/payment-plan?overdue=true" className="button button-outlined">
            {t('calendar.overdue')}
          </Go>
        </div>
      </header>
      {report.error ? <PageProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {earlier === null ? null : <EarlierLine earlier={earlier} />}
      <table className="calendar">
        <thead>
          <tr>
            {weekdays().map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, rows).map((week) => (
            <tr key={week[0]?.day}>
              {week.map((day) => (
                <Day key={day.day} day={day} today={today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
