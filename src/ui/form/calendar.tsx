import { useState } from 'react'
import { IconButton } from '../control/button.tsx'
import { daysInMonth, isoDate, shiftDate } from '../field/read-date.ts'
import { currentLanguage, t } from '../language.ts'
import './form.css'

export type CalendarProps = { value: string | null; today: string; onPick: (date: string) => void }

function monthTitle(year: number, month: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month - 1, 1)),
  )
}

/** The first day shown: the Monday on or before the first of the month. */
function firstShown(year: number, month: number): string {
  const weekday = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  return shiftDate(isoDate(year, month, 1), -weekday)
}

/** One month of days, Monday first as in Chinese calendars. */
export function Calendar({ value, today, onPick }: CalendarProps): React.JSX.Element {
  const [startYear = 2000, startMonth = 1] = (value ?? today).split('-').map(Number)
  const [page, setPage] = useState({ year: startYear, month: startMonth })
  const turn = (months: number): void => {
    const index = page.year * 12 + page.month - 1 + months
    setPage({ year: Math.floor(index / 12), month: (index % 12) + 1 })
  }
  const first = firstShown(page.year, page.month)
  const prefix = isoDate(page.year, page.month, 1).slice(0, 7)
  const weeks = Math.ceil(
    (daysInMonth(page.year, page.month) + ((new Date(Date.UTC(page.year, page.month - 1, 1)).getUTCDay() + 6) % 7)) / 7,
  )
  return (
    <div className="calendar">
      <header className="calendar-head">
        <IconButton icon="chevronLeft" size={14} label={t('calendar.previous')} onClick={() => turn(-1)} />
        <b aria-live="polite">{monthTitle(page.year, page.month)}</b>
        <IconButton icon="chevronRight" size={14} label={t('calendar.next')} onClick={() => turn(1)} />
      </header>
      <div className="calendar-days">
        {t('calendar.weekdays')
          .split(' ')
          .map((name) => (
            <span key={name} className="calendar-weekday">
              {name}
            </span>
          ))}
        {Array.from({ length: weeks * 7 }, (_, offset) => {
          const date = shiftDate(first, offset)
          const classes = [
            'calendar-day',
            date === value ? 'is-on' : '',
            date === today ? 'is-today' : '',
            date.startsWith(prefix) ? '' : 'is-outside',
          ]
          return (
            <button
              key={date}
              type="button"
              className={classes.filter(Boolean).join(' ')}
              aria-label={date}
              aria-pressed={date === value}
              onClick={() => onPick(date)}
            >
              {Number(date.slice(8))}
            </button>
          )
        })}
      </div>
      <footer className="calendar-foot">
        <button type="button" className="link-button" onClick={() => onPick(today)}>
          {t('calendar.today')}
        </button>
        <span className="faint small">{t('calendar.typing')}</span>
      </footer>
    </div>
  )
}
