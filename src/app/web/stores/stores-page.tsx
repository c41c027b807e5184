import { useReport } from '../../../ui/api/hooks.ts'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { formatDecimalText, formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import './stores-page.css'

type Row = ReportAnswer['rows'][number]

function Figure({ label, value, warning }: { label: string; value: string; warning?: boolean }): React.JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={warning === true ? 'is-warning' : undefined}>{value}</dd>
    </div>
  )
}

function Sellers({ row }: { row: Row }): React.JSX.Element {
  const best = ['best1', 'best2', 'best3'].map((name) => cell(row, name)).filter((text) => text !== '')
  if (best.length === 0) return <p className="faint small">{t('stores.nothingSold')}</p>
  return (
    <ol className="store-best">
      {best.map((text) => {
        const at = text.lastIndexOf(' ')
        return (
          <li key={text}>
            <span className="clip">{text.slice(0, at)}</span>
            <b>{formatDecimalText(text.slice(at + 1))}</b>
          </li>
        )
      })}
    </ol>
  )
}

function StoreCard({ row, answer }: { row: Row; answer: ReportAnswer }): React.JSX.Element {
  const id = cell(row, 'warehouseId')
  const label = (name: string): string => answer.columns.find((column) => column.name === name)?.label ?? ''
  const quantities = ['quantity', 'available', 'supply', 'demand', 'held']
  const range = `from=${cell(row, 'from')}&to=${cell(row, 'to')}`
  return (
    <section className="store-card">
      <header>
        <h2>{cell(row, 'name')}</h2>
        <Go to={`/report/store-sellers?warehouse=${id}&${range}&asked=1`}>{t('stores.sellers')}</Go>
      </header>
      <p className="store-today">
        <span>{label('todayNet')}</span>
        <b>{formatMoneyText(cell(row, 'todayNet'), false)}</b>
        <span className="faint">{`${label('monthNet')} ${formatMoneyText(cell(row, 'monthNet'), false)}`}</span>
      </p>
      <dl className="store-five">
        {quantities.map((name) => (
          <Figure key={name} label={label(name)} value={formatDecimalText(cell(row, name)) || '0'} />
        ))}
      </dl>
      <dl className="store-facts">
        <Figure label={label('items')} value={cell(row, 'items')} />
        <Figure label={label('out')} value={cell(row, 'out')} warning={cell(row, 'out') !== '0'} />
        {cell(row, 'value') === '' ? null : (
          <Figure label={label('value')} value={formatMoneyText(cell(row, 'value'), false)} />
        )}
      </dl>
      <h3>{t('stores.best')}</h3>
      <Sellers row={row} />
      <footer>
        <Go to={`/report/stock-on-hand?warehouse=${id}`}>{t('stores.stock')}</Go>
        <Go to={`/report/stock-turnover?warehouse=${id}`}>{t('stores.turnover')}</Go>
      </footer>
    </section>
  )
}

/** 门店看板: each store on a card, live: what it sold, what it holds, what sells best. */
export function StoresPage(): React.JSX.Element {
  const { active } = usePage()
  const { today } = useSession()
  const report = useCatalogue().reports.get('store-board')
  const title = report === undefined ? '' : definitionLabel(report)
  usePageTitle(title)
  const answer = useReport<ReportAnswer>('store-board', active ? { day: today } : null)
  return (
    <div className="stores">
      <header className="page-head">
        <h1>{title}</h1>
        <span className="faint small clip">{(answer.data?.notes ?? []).join('　')}</span>
        <div className="page-actions">
          <Go to="/report/store-board">{t('report.table')}</Go>
        </div>
      </header>
      <BusyBar busy={answer.isFetching} />
      {answer.error ? <PageProblem error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      <div className="store-cards">
        {answer.data?.rows.map((row) => (
          <StoreCard key={cell(row, 'warehouseId')} row={row} answer={answer.data} />
        ))}
      </div>
    </div>
  )
}
