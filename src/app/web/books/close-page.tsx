import { kebab } from '../../../kernel/definition/define.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { MonthTurner } from './month-turner.tsx'
import { useMonth, type Month } from './use-month.ts'
import { useProcess } from './use-process.ts'
import '../../../ui/list/list-page.css'
import './books.css'

/** Where a point is settled: the desk for vouchers, the report that it names for the rest. */
function placeOf(row: ReportRow, month: Month): string | null {
  const earlier = /\d{4}-\d{2}/.exec(cell(row, 'detail'))
  if (cell(row, 'name') === 'earlierPeriods' && earlier !== null) return `/close?month=${earlier[0]}`
  const [report, list] = [cell(row, 'report'), cell(row, 'list')]
  if (list !== '')
    return `/list/${kebab(list)}${cell(row, 'name') === 'documentsPosted' ? '?state=draft,submitted' : ''}`
  if (report === '') return null
  if (report === 'voucherList') return `/voucher-desk?month=${month.month}`
  return `/report/${kebab(report)}?from=${month.from}&to=${month.to}&asOf=${month.to}&period=${month.month}`
}

type Weight = 'negative' | 'warning' | 'neutral'

/** What stands in the way, what is only told, and what the close does by itself. */
const toneOf = (row: ReportRow): Weight =>
  row['byClose'] === true ? 'neutral' : row['blocking'] === true ? 'negative' : 'warning'

const words = { negative: 'books.must', warning: 'books.told', neutral: 'books.byClose' } as const
const looks = { negative: 'is-negative', warning: 'is-warning', neutral: 'muted' } as const
const weights: readonly Weight[] = ['negative', 'warning', 'neutral']

function CheckLine({ row, month }: { row: ReportRow; month: Month }): React.JSX.Element {
  const ok = row['ok'] === true
  const tone = toneOf(row)
  const place = ok ? null : placeOf(row, month)
  return (
    <li className="books-check">
      <span className={ok ? 'is-positive' : looks[tone]}>
        <Icon name={ok ? 'check' : tone === 'neutral' ? 'refresh' : 'alert'} />
      </span>
      <div>
        <b>{cell(row, 'label')}</b>
        {ok ? null : <p className="muted">{cell(row, 'detail')}</p>}
      </div>
      {ok ? null : <Tag tone={tone}>{t(words[tone])}</Tag>}
      {place === null ? null : <Go to={place}>{t('books.open')}</Go>}
    </li>
  )
}

/** 月末结账: what a close looks at, with the way to what is not done, and the close itself. */
export function ClosePage(): React.JSX.Element {
  usePageTitle(t('books.close'))
  const session = useSession()
  const month = useMonth()
  const report = useReport<ReportAnswer>('close-checklist', { period: month.month })
  const { busy, take } = useProcess()
  const rows = report.data?.rows ?? []
  const isClosed = rows.some((row) => row['closed'] === true)
  const blocking = rows.filter((row) => row['ok'] !== true && toneOf(row) === 'negative')
  const left = weights.flatMap((weight) => rows.filter((row) => row['ok'] !== true && toneOf(row) === weight))
  const onlyVouchers = blocking.every((row) => cell(row, 'name') === 'vouchersBooked')
  const close = (bookAll: boolean) => void take('close-period', t('books.close'), { period: month.month, bookAll })
  return (
    <div className="page-scroll books">
      <BusyBar busy={report.isFetching || busy !== null} />
      <header className="page-head">
        <h1>{t('books.close')}</h1>
        <MonthTurner month={month} />
        {report.data === undefined || isClosed ? null : (
          <span className={blocking.length === 0 ? 'is-positive' : 'is-negative'} role="status">
            {blocking.length === 0 ? t('books.closeReady') : t('books.closeBlocked', { count: blocking.length })}
          </span>
        )}
        {isClosed ? <Tag tone="positive">{t('books.closed')}</Tag> : null}
        {isClosed && session.may('process.reopenPeriod') ? (
          <div className="page-actions">
            <Go to={`/process/reopen-period?period=${month.month}`} className="button button-outlined">
              {t('books.reopen')}
            </Go>
          </div>
        ) : null}
        {!isClosed && session.may('process.closePeriod') ? (
          <div className="page-actions">
            <Button disabled={busy !== null || !onlyVouchers} onClick={() => close(true)}>
              {t('books.closeAndBook')}
            </Button>
            <Button
              look="primary"
              disabled={busy !== null || blocking.length > 0}
              busy={busy === 'close-period'}
              onClick={() => close(false)}
            >
              {t('books.closeNow')}
            </Button>
          </div>
        ) : null}
      </header>
      <p className="books-about muted">{t('books.closeAbout')}</p>
      {report.error ? <PageProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      <ul className="books-checks">
        {[...left, ...rows.filter((row) => row['ok'] === true)].map((row) => (
          <CheckLine key={cell(row, 'name')} row={row} month={month} />
        ))}
      </ul>
    </div>
  )
}
