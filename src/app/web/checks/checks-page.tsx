import { useQuery } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { download } from '../frame/download.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import '../../../ui/list/list-page.css'
import './checks-page.css'

type Check = {
  readonly name: string
  readonly label: string
  readonly ok: boolean
  readonly detail: string
  readonly first?: string
}

function CheckRow({ check }: { check: Check }): React.JSX.Element {
  return (
    <li className={check.ok ? 'check is-ok' : 'check is-broken'}>
      <Icon name={check.ok ? 'check' : 'alert'} />
      <div>
        <b>{check.label}</b>
        {check.ok ? null : <p>{check.first ?? check.detail}</p>}
      </div>
      <span className="faint small">{check.name}</span>
    </li>
  )
}

/** 账务体检: the invariants of the books, run now. */
export function ChecksPage(): React.JSX.Element {
  usePageTitle(t('checks.title'))
  const session = useSession()
  const checks = useQuery({
    queryKey: ['checks'],
    queryFn: ({ signal }) => requestJson<readonly Check[]>('checks', { signal }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  const found = checks.data ?? []
  const broken = found.filter((check) => !check.ok).length
  return (
    <div className="page-scroll">
      <BusyBar busy={checks.isFetching} />
      <header className="page-head">
        <h1>{t('checks.title')}</h1>
        {checks.data === undefined ? null : (
          <span className={broken === 0 ? 'is-positive' : 'is-negative'} role="status">
            {broken === 0 ? t('checks.sound', { count: found.length }) : t('checks.broken', { count: broken })}
          </span>
        )}
        <div className="page-actions">
          {checks.dataUpdatedAt > 0 ? (
            <span className="faint small">{formatMoment(new Date(checks.dataUpdatedAt).toISOString())}</span>
          ) : null}
          {session.may('diagnostics.read') ? (
            <Button icon="download" onClick={() => void download('diagnostics', {}, 'diagnostics.zip')}>
              {t('checks.bundle')}
            </Button>
          ) : null}
          <Button icon="refresh" busy={checks.isFetching} onClick={() => void checks.refetch()}>
            {t('checks.run')}
          </Button>
        </div>
      </header>
      <p className="checks-about muted">{t('checks.about')}</p>
      {checks.error ? <PageProblem error={checks.error} onRetry={() => void checks.refetch()} /> : null}
      <ul className="checks">
        {[...found.filter((one) => !one.ok), ...found.filter((one) => one.ok)].map((check) => (
          <CheckRow key={check.name} check={check} />
        ))}
      </ul>
    </div>
  )
}
