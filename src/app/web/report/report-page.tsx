import { useEffect, useMemo, useRef, useState } from 'react'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { definitionLabel, labelOf } from '../../../ui/derive/label.ts'
import { filledColumns, reportColumns, reportRows } from '../../../ui/derive/report-rows.ts'
import { t } from '../../../ui/language.ts'
import { said } from '../../../ui/language/said.ts'
import { ChartPane } from '../../../ui/report/chart-pane.tsx'
import { ReportFoot, ReportHead } from '../../../ui/report/report-head.tsx'
import { ReportTable } from '../../../ui/report/report-table.tsx'
import type { ReportRow } from '../../../ui/report/report-table-model.ts'
import { useCatalogue, type CatalogueReport } from '../catalogue/catalogue.ts'
import { download } from '../frame/download.ts'
import { PageProblem, UnknownPage } from '../frame/frame-states.tsx'
import { KeepMenu } from '../watch/keep-menu.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import { useSession } from '../session/session.ts'
import { askedOf, missing, remember, searchOf, type Asked } from './parameter-state.ts'
import type { ReportAnswer } from './report-answer.ts'
import { chartOf } from './report-chart.ts'
import { ReportParameters } from './report-parameters.tsx'
import { StatementView } from './statement-view.tsx'

/** A voucher has a page of its own. */
function voucherPath(path: string): string {
  const [before, search = ''] = path.split('?')
  const id = new URLSearchParams(search).get('voucher')
  return before === '/report/voucher-lines' && id !== null ? `/voucher/${id}` : path
}

function withVoucherPages(row: ReportRow): ReportRow {
  if (row.drill === undefined) return row
  return {
    ...row,
    drill: Object.fromEntries(Object.entries(row.drill).map(([name, path]) => [name, voucherPath(path)])),
  }
}

type Look = 'table' | 'both'

function TableView({
  report,
  answer,
  busy,
  look,
}: {
  report: CatalogueReport
  answer: ReportAnswer
  busy: boolean
  look: Look
}): React.JSX.Element {
  const label = definitionLabel(report)
  const columns = useMemo(() => reportColumns(filledColumns(answer.columns, answer.rows)), [answer])
  const rows = useMemo(() => reportRows(answer.columns, answer).map(withVoucherPages), [answer])
  const chart = useMemo(() => (look === 'both' ? chartOf(report, answer) : null), [look, report, answer])
  const table = useRef<HTMLDivElement>(null)
  // Whoever drilled down to here by the keyboard goes on from the first line that leads further.
  useEffect(() => {
    if (document.activeElement === document.body) table.current?.querySelector<HTMLElement>('tbody a')?.focus()
  }, [])
  return (
    <div className="report-view" ref={table}>
      {chart === null ? null : <ChartPane title={label} data={chart} height={148} />}
      <ReportTable label={label} columns={columns} rows={answer.rows.length === 0 ? [] : rows} busy={busy} />
      <ReportFoot end={report.help === null ? null : said(report.help)}>
        {t('report.rows', { count: answer.rows.length })}
      </ReportFoot>
    </div>
  )
}

/** What was asked does not do: the parameters say what is wanted, and asking again would not help. */
const asksForMore = (error: Error | null): error is ApiProblem => error instanceof ApiProblem && error.status === 422

function share(): void {
  const address = globalThis.location.href
  void navigator.clipboard.writeText(address).then(
    () => showToast('done', t('report.linkCopied')),
    () => showToast('info', address),
  )
}

function OneReport({ report }: { report: CatalogueReport }): React.JSX.Element {
  const session = useSession()
  const { search, setSearch, active } = usePage()
  const label = definitionLabel(report)
  usePageTitle(label)
  const asked = useMemo(() => askedOf(report, search, session.today), [report, search, session.today])
  const [look, setLook] = useState<Look>(report.chart === null ? 'table' : 'both')
  const [exporting, setExporting] = useState(false)
  const lacking = missing(report, asked)
  const answer = useReport<ReportAnswer>(report.address, lacking.length === 0 && active ? asked : null)
  useEffect(() => {
    if (answer.data !== undefined) remember(report, asked)
  }, [report, asked, answer.data])
  const isStatement = report.layout === 'balanceSheet' || report.layout === 'statement'
  const ask = (next: Asked): void => setSearch(searchOf(next))
  const notes = answer.data?.notes ?? []
  return (
    <>
      <ReportHead
        title={label}
        note={isStatement ? undefined : notes.map(said).join('　')}
        onShare={share}
        tools={<KeepMenu report={report} asked={asked} columns={answer.data?.columns ?? report.columns} />}
        exportFormats={report.files.map((file) => ({
          key: file.format,
          label: labelOf({ label: file.label, english: file.english ?? undefined }, file.format),
          extension: file.extension,
        }))}
        onExport={({ key, extension }) => {
          setExporting(true)
          void download(`reports/${report.address}`, { ...asked, format: key }, `${label}.${extension}`).finally(() =>
            setExporting(false),
          )
        }}
        exporting={exporting}
      />
      <ReportParameters report={report} asked={asked} today={session.today} onAsk={ask}>
        {report.chart === null || isStatement ? null : (
          <Segmented
            label={t('report.look')}
            value={look}
            onChange={setLook}
            options={[
              { value: 'table', label: t('report.table'), icon: 'table' },
              { value: 'both', label: t('report.both'), icon: 'chart' },
            ]}
          />
        )}
      </ReportParameters>
      {lacking.length > 0 ? (
        <p className="report-ask">
          {t('report.choose', {
            labels: lacking
              .map((name) => {
                const field = report.parameters[name]
                return field === undefined ? name : labelOf(field, name)
              })
              .join('、'),
          })}
        </p>
      ) : null}
      {lacking.length === 0 && asksForMore(answer.error) ? (
        <p className="report-ask">{answer.error.errors.map((one) => one.message).join('；') || answer.error.message}</p>
      ) : null}
      {lacking.length === 0 && answer.error && !asksForMore(answer.error) ? (
        <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
      ) : null}
      {lacking.length === 0 && !answer.error && answer.data !== undefined ? (
        isStatement ? (
          <StatementView report={report} answer={answer.data} />
        ) : (
          <TableView report={report} answer={answer.data} busy={answer.isFetching} look={look} />
        )
      ) : null}
    </>
  )
}

/** A report at its address, all of it from the definition. */
export function ReportPage({ name }: PageParameters): React.JSX.Element {
  const report = useCatalogue().reports.get(name)
  const { path } = usePage()
  return report === undefined ? <UnknownPage path={path} /> : <OneReport report={report} />
}
