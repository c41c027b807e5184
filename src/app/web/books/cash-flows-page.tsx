import { useState } from 'react'
import { useReport } from '../../../ui/api/hooks.ts'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { MonthTurner } from './month-turner.tsx'
import { useMonth } from './use-month.ts'
import { useProcess } from './use-process.ts'
import '../../../ui/list/list-page.css'
import './books.css'

const scopes = [
  { value: 'untagged', word: 'books.flowsUntagged' },
  { value: 'hand', word: 'books.flowsHand' },
  { value: 'all', word: 'books.all' },
] as const
type Scope = (typeof scopes)[number]['value']

type Item = { readonly line: string; readonly label: string }

/** The items that flows may count under: lines of the statement that are no sums and no balances. */
function itemsOf(rows: readonly ReportRow[]): readonly Item[] {
  return rows
    .filter((row) => row['strong'] !== true && row['rowKind'] === undefined && !cell(row, 'item').startsWith('加：'))
    .map((row) => ({ line: cell(row, 'line'), label: cell(row, 'item').trim() }))
}

/** 现金流量指定: each flow of money with its item, which may be chosen here. */
export function CashFlowsPage(): React.JSX.Element {
  usePageTitle(t('books.cashFlows'))
  const month = useMonth()
  const [scope, setScope] = useState<Scope>('all')
  const report = useReport<ReportAnswer>('cash-flow-items', { from: month.from, to: month.to, which: scope })
  const statement = useReport<ReportAnswer>('cash-flow', { period: month.month })
  const { busy, take } = useProcess()
  const items = itemsOf(statement.data?.rows ?? [])
  const rows = report.data?.rows ?? []
  const choose = (row: ReportRow, line: string) =>
    void take('tag-cash-flow', t('books.cashFlows'), {
      entries: cell(row, 'entries').split(','),
      line: line === '' ? null : Number(line),
    })
  return (
    <div className="page-scroll books">
      <BusyBar busy={report.isFetching || busy !== null} />
      <header className="page-head">
        <h1>{t('books.cashFlows')}</h1>
        <MonthTurner month={month} />
        <Segmented
          label={t('books.item')}
          value={scope}
          onChange={setScope}
          options={scopes.map(({ value, word }) => ({ value, label: t(word) }))}
        />
      </header>
      <p className="books-about muted">{t('books.flowsAbout')}</p>
      {report.error ? <PageProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.data !== undefined && rows.length === 0 ? (
        <p className="books-about faint">{t('books.flowsNone')}</p>
      ) : (
        <div className="books-scroll">
          <table className="books-table">
            <thead>
              <tr>
                <th>{t('books.date')}</th>
                <th>{t('books.number')}</th>
                <th>{t('books.summary')}</th>
                <th>{t('books.against')}</th>
                <th className="num">{t('books.in')}</th>
                <th className="num">{t('books.out')}</th>
                <th>{t('books.item')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={cell(row, 'entries')}>
                  <td>{cell(row, 'date')}</td>
                  <td>
                    <Go to={`/voucher/${cell(row, 'voucher')}`}>{cell(row, 'number')}</Go>
                  </td>
                  <td className="books-wide">{cell(row, 'summary')}</td>
                  <td>{`${cell(row, 'code')} ${cell(row, 'name')}`}</td>
                  <td className="num">{formatMoneyText(cell(row, 'received'))}</td>
                  <td className="num">{formatMoneyText(cell(row, 'paid'))}</td>
                  <td>
                    <select
                      aria-label={`${t('books.item')} ${cell(row, 'number')}`}
                      value={cell(row, 'item') === '' ? '' : cell(row, 'line')}
                      disabled={busy !== null}
                      onChange={(event) => choose(row, event.target.value)}
                    >
                      <option value="">{cell(row, 'item') === '' ? t('books.noItem') : t('books.automatic')}</option>
                      {items.map((item) => (
                        <option key={item.line} value={item.line}>
                          {item.label}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
