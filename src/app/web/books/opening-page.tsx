import { useReport } from '../../../ui/api/hooks.ts'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import '../../../ui/list/list-page.css'
import './books.css'

/** Where each step is taken: the process or a new document. */
const places: Readonly<Record<string, string>> = {
  setUp: '/process/set-up-books',
  openingStock: '/new/opening-stock',
  assetOpening: '/new/asset-opening',
  openingBalance: '/new/opening-balance',
  cashFlows: '/list/opening-balance',
}

/** 期初建账: the steps by which a company's books begin, and whether what was opened ties. */
export function OpeningPage(): React.JSX.Element {
  usePageTitle(t('books.opening'))
  const report = useReport<ReportAnswer>('opening-check', {})
  const rows = report.data?.rows ?? []
  return (
    <div className="page-scroll books">
      <BusyBar busy={report.isFetching} />
      <header className="page-head">
        <h1>{t('books.opening')}</h1>
        <span className="muted" role="status">
          {report.data?.notes[0] ?? ''}
        </span>
      </header>
      <p className="books-about muted">{t('books.openingAbout')}</p>
      {report.error ? <PageProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      <ul className="books-checks">
        {rows.map((row) => {
          const name = cell(row, 'name')
          const place = places[name]
          const ok = row['ok'] === true
          return (
            <li key={name} className="books-check">
              <span className={ok ? 'is-positive' : 'is-warning'}>
                <Icon name={ok ? 'check' : 'alert'} />
              </span>
              <div>
                <b>{cell(row, 'label')}</b>
                <p className="muted">{cell(row, 'detail')}</p>
              </div>
              {['', '0.00'].includes(cell(row, 'debit')) ? null : (
                <span className="num muted">
                  {t('voucher.debit')} {formatMoneyText(cell(row, 'debit'))}　{t('voucher.credit')}{' '}
                  {formatMoneyText(cell(row, 'credit'))}
                </span>
              )}
              {place === undefined ? null : <Go to={place}>{t('books.openingGo')}</Go>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
