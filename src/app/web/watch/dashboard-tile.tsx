import { useMemo } from 'react'
import { calendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { kebab } from '../../../kernel/definition/define.ts'
import { figureOf } from '../../../kernel/watch/figure.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { filledColumns, reportColumns, reportRows } from '../../../ui/derive/report-rows.ts'
import { t } from '../../../ui/language.ts'
import { formatDecimalText, formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { ChartPane } from '../../../ui/report/chart-pane.tsx'
import { ReportTable } from '../../../ui/report/report-table.tsx'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useCatalogue, type CatalogueReport } from '../catalogue/catalogue.ts'
import { chartOf } from '../report/report-chart.ts'
import type { ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { askedOn, pathOf } from './question-form.ts'
import type { Tile } from './watch-data.ts'

const mostRows = 8

function Figure({ tile, answer }: { tile: Tile; answer: ReportAnswer }): React.JSX.Element {
  const value = figureOf({ ...answer, totals: answer.totals }, tile.measure, tile.figure)
  const isMoney = answer.columns.find((column) => column.name === tile.figure)?.kind === 'money'
  if (value === undefined) return <p className="faint">{t('watch.noFigure')}</p>
  const text = decimal(value).toString()
  return (
    <p className="tile-figure">
      {isMoney && tile.measure !== 'count' ? formatMoneyText(text, true) : formatDecimalText(text, { max: 2 })}
    </p>
  )
}

function Body({
  tile,
  report,
  answer,
}: {
  tile: Tile
  report: CatalogueReport
  answer: ReportAnswer
}): React.JSX.Element {
  const columns = useMemo(
    () => reportColumns(filledColumns(answer.columns, answer.rows)).slice(0, tile.width * 3),
    [answer, tile.width],
  )
  const rows = useMemo(
    () => reportRows(answer.columns, { ...answer, totals: undefined, rows: answer.rows.slice(0, mostRows) }),
    [answer],
  )
  const chart = useMemo(() => (tile.kind === 'chart' ? chartOf(report, answer) : null), [tile.kind, report, answer])
  if (tile.kind === 'figure') return <Figure tile={tile} answer={answer} />
  if (answer.rows.length === 0) return <p className="faint">{t('watch.noRows')}</p>
  if (chart !== null) return <ChartPane bare title="" data={chart} height={180} />
  return (
    <div className="tile-table">
      <ReportTable label={tile.title} columns={columns} rows={rows} busy={false} />
    </div>
  )
}

/** One thing on a dashboard, asked with the rights of whoever looks; its title leads to the whole report. */
export function DashboardTile({ tile }: { tile: Tile }): React.JSX.Element {
  const session = useSession()
  const report = useCatalogue().reports.get(kebab(tile.question.report))
  const today = calendarDate(session.today)
  const may = report !== undefined && session.may(`report.${report.name}`)
  const asked = useMemo(
    () => (report === undefined ? null : askedOn(tile.question, report.parameters, today)),
    [report, tile.question, today],
  )
  const answer = useReport<ReportAnswer>(kebab(tile.question.report), may ? asked : null)
  return (
    <>
      <h2 className="tile-title">
        {report !== undefined && may ? (
          <Go to={pathOf(tile.question, report.parameters, today)}>{tile.title}</Go>
        ) : (
          tile.title
        )}
        <span className="faint small">{tile.question.span === null ? '' : t(`span.${tile.question.span}`)}</span>
      </h2>
      {report === undefined || !may ? <p className="faint">{t('watch.notForYou')}</p> : null}
      {answer.error ? <p className="is-negative small">{answer.error.message}</p> : null}
      {report !== undefined && answer.data !== undefined ? (
        <Body tile={tile} report={report} answer={answer.data} />
      ) : null}
    </>
  )
}
