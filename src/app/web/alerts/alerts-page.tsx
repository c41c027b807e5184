import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useReport } from '../../../ui/api/hooks.ts'
import { Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { said } from '../../../ui/language/said.ts'
import { useNavigate } from '../../../ui/shell/navigation.tsx'
import { useCatalogue, type CatalogueReport } from '../catalogue/catalogue.ts'
import { PageProblem, UnknownPage } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { askedOf, searchOf } from '../report/parameter-state.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { ReportParameters } from '../report/report-parameters.tsx'
import { useSession } from '../session/session.ts'
import { bringBack, draftFor, type AlertRow, type MendingDeed } from './alert-deeds.ts'
import { AlertList } from './alert-list.tsx'
import { AsideDialog } from './aside-dialog.tsx'
import '../../../ui/list/list-page.css'
import '../../../ui/report/report.css'
import './alerts.css'

/** What is done about alerts: a draft is opened where it was written, what is set aside or brought back is asked again. */
function useDeeds() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState<string | null>(null)
  const again = (): Promise<void> =>
    client.invalidateQueries({
      predicate: (query) => ['report', 'list', 'notices'].includes(String(query.queryKey[0])),
    })
  const attempt = async (key: string, deed: () => Promise<void>): Promise<void> => {
    setBusy(key)
    try {
      await deed()
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(null)
      await again()
    }
  }
  const mend = (keys: readonly string[], deed: MendingDeed): Promise<void> =>
    attempt(keys[0] ?? '', async () => {
      const made = await draftFor(keys, deed)
      navigate(`/doc/${made.address}/${made.id}`)
    })
  const back = (key: string): Promise<void> => attempt(key, async () => void (await bringBack(key)))
  return { busy, again, mend, back }
}

function Alerts({ report }: { report: CatalogueReport }): React.JSX.Element {
  const session = useSession()
  const { search, setSearch, active } = usePage()
  const asked = useMemo(() => askedOf(report, search, session.today), [report, search, session.today])
  const answer = useReport<ReportAnswer>(report.address, active ? asked : null)
  const { busy, again, mend, back } = useDeeds()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [aside, setAside] = useState<AlertRow | null>(null)
  const rows = answer.data?.rows ?? []
  const picked = rows.map((row) => cell(row, 'key')).filter((key) => chosen.has(key))
  const choose = (key: string, wanted: boolean): void =>
    setChosen((was) => new Set(wanted ? [...was, key] : [...was].filter((one) => one !== key)))
  return (
    <div className="page-scroll alerts">
      <BusyBar busy={answer.isFetching} />
      <header className="page-head">
        <h1>{definitionLabel(report)}</h1>
        <span className="faint small clip">{(answer.data?.notes ?? []).map(said).join('　')}</span>
        <div className="page-actions">
          {picked.length === 0 ? null : (
            <Button
              look="primary"
              busy={busy !== null}
              onClick={() => void mend(picked, 'request').then(() => setChosen(new Set()))}
            >
              {t('alerts.requestAll', { count: picked.length })}
            </Button>
          )}
        </div>
      </header>
      <ReportParameters
        report={report}
        asked={asked}
        today={session.today}
        onAsk={(next) => setSearch(searchOf(next))}
      />
      {answer.error ? <PageProblem error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {answer.data !== undefined && rows.length === 0 ? <p className="alerts-none muted">{t('alerts.none')}</p> : null}
      <AlertList
        rows={rows}
        session={session}
        busy={busy}
        chosen={chosen}
        onChoose={choose}
        onDeed={(row, deed) => void mend([cell(row, 'key')], deed)}
        onAside={setAside}
        onBack={(row) => void back(cell(row, 'key'))}
      />
      {answer.data === undefined ? null : (
        <p className="alerts-foot faint small">
          {t('report.rows', { count: rows.length })}　{t('alerts.about')}
        </p>
      )}
      {aside === null ? null : (
        <AsideDialog
          row={aside}
          today={session.today}
          onClose={() => setAside(null)}
          onDone={() => {
            setAside(null)
            void again()
          }}
        />
      )}
    </div>
  )
}

/** 预警中心: what is wrong with the stock, and for each the button that mends it. */
export function AlertsPage(): React.JSX.Element {
  const report = useCatalogue().reports.get('stock-alerts')
  const { path } = usePage()
  usePageTitle(report === undefined ? '' : definitionLabel(report))
  return report === undefined ? <UnknownPage path={path} /> : <Alerts report={report} />
}
