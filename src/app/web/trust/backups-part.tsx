import { useState } from 'react'
import { request } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import type { TagTone } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { useSession } from '../session/session.ts'
import { sizeText, useBackups } from './backup-data.ts'
import type { BackupRun, BackupState } from './backup-data.ts'
import { BackupSettingsForm } from './backup-settings-form.tsx'

const tones: Readonly<Record<BackupRun['state'], TagTone>> = {
  waiting: 'neutral',
  running: 'warning',
  done: 'positive',
  failed: 'negative',
}

const oldAfter = 2 * 86_400_000

function Result({ run, ledgers }: { run: BackupRun; ledgers: BackupState['ledgers'] }): React.JSX.Element {
  const { outcome } = run
  const sums = outcome?.ledgers ?? {}
  const same = Object.values(sums).filter((value) => value === true).length
  return (
    <>
      {run.error === null ? null : <p className="is-negative">{run.error}</p>}
      {run.kind === 'drill' && run.state === 'done' ? <p>{t('backup.ledgers', { count: same - 1 })}</p> : null}
      {run.kind === 'backup' && outcome !== null && run.state === 'done' ? (
        <details>
          <summary>
            {t('backup.holds', {
              tables: outcome.tables ?? 0,
              files: outcome.files ?? 0,
              size: sizeText(outcome.bytes ?? 0),
            })}
          </summary>
          <ul className="backup-hashes" aria-label={t('backup.ledgerHashes')}>
            {ledgers.map(({ name, label }) => (
              <li key={name}>
                {label} <code>{String(sums[name] ?? '').slice(0, 16)}</code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {run.file === null || run.kind === 'drill' ? null : (
        <small className="muted backup-file">{run.isThere ? run.file : t('backup.gone')}</small>
      )}
    </>
  )
}

function Runs({ state }: { state: BackupState }): React.JSX.Element {
  if (state.runs.length === 0) return <p className="report-empty muted">{t('backup.none')}</p>
  return (
    <ul className="backup-runs" aria-label={t('backup.runs')}>
      {state.runs.map((run) => (
        <li key={run.id}>
          <div className="backup-run-head">
            <Tag tone={tones[run.state]}>{t(`backup.state.${run.state}`)}</Tag>
            <b>{t(`backup.kind.${run.kind}`)}</b>
            <span className="muted">{t(`backup.reason.${run.reason}`)}</span>
            <span className="muted">{run.actor}</span>
            <time className="muted">{formatMoment(run.createdAt)}</time>
            {run.size === null ? null : <span className="backup-size">{sizeText(run.size)}</span>}
          </div>
          <Result run={run} ledgers={state.ledgers} />
        </li>
      ))}
    </ul>
  )
}

/** What one wants to know at a glance: when the last good one was, whether it came back, how much room there is. */
function Standing({ state, now }: { state: BackupState; now: number }): React.JSX.Element {
  const last = (kind: BackupRun['kind']) => state.runs.find((run) => run.kind === kind && run.state === 'done')
  const backup = last('backup')
  const drill = last('drill')
  const isOld = backup !== undefined && now - new Date(backup.createdAt).getTime() > oldAfter
  return (
    <dl className="backup-standing">
      <dt>{t('backup.lastGood')}</dt>
      <dd className={isOld ? 'is-negative' : undefined}>
        {backup === undefined ? t('backup.never') : formatMoment(backup.createdAt)}
        {isOld ? <small>{t('backup.old')}</small> : null}
      </dd>
      <dt>{t('backup.lastDrill')}</dt>
      <dd>{drill === undefined ? t('backup.never') : formatMoment(drill.createdAt)}</dd>
      {state.folders.map(({ path, free }) => (
        <dd key={path} className={free === null ? 'is-negative backup-room' : 'muted backup-room'}>
          {free === null ? t('backup.unreachable', { path }) : t('backup.free', { path, size: sizeText(free) })}
        </dd>
      ))}
    </dl>
  )
}

/** 备份与恢复: how the installation is backed up, which backups there are, and whether they can be brought back. */
export function BackupsPart(): React.JSX.Element {
  const session = useSession()
  const { state, readAt, error, again } = useBackups()
  const [asking, setAsking] = useState(false)
  const ask = async (path: string): Promise<void> => {
    setAsking(true)
    try {
      await request(path, { method: 'POST' })
      await again()
    } catch (problem) {
      showToast('error', problem instanceof Error ? problem.message : String(problem))
    } finally {
      setAsking(false)
    }
  }
  if (error) return <PageProblem error={error} onRetry={() => void again()} />
  if (state === undefined) return <BusyBar busy />
  const busy = asking || state.runs.some((run) => run.state === 'waiting' || run.state === 'running')
  return (
    <div className="page-scroll backups">
      <BusyBar busy={busy} />
      <div className="backup-main">
        <p className="muted">{t('backup.about')}</p>
        {state.hasPassphrase ? null : (
          <p className="backup-warning" role="status">
            {t('backup.noPassphrase')}
          </p>
        )}
        <Standing state={state} now={readAt} />
        {session.may('backup.create') ? (
          <div className="backup-deeds">
            <Button look="primary" icon="download" busy={busy} onClick={() => void ask('backups')}>
              {t('backup.now')}
            </Button>
            <Button icon="refresh" busy={busy} onClick={() => void ask('backups/drill')}>
              {t('backup.drillNow')}
            </Button>
          </div>
        ) : null}
        <h2>{t('backup.runs')}</h2>
        <Runs state={state} />
      </div>
      <section className="backup-side">
        <h2>{t('backup.settings')}</h2>
        <BackupSettingsForm
          key={JSON.stringify(state.settings)}
          settings={state.settings}
          hasPassphrase={state.hasPassphrase}
          mayChange={session.may('backup.update')}
          onSaved={() => void again()}
        />
      </section>
    </div>
  )
}
