import { useState } from 'react'
import { calendarDate } from '../../../base/calendar-date.ts'
import { kebab } from '../../../kernel/definition/define.ts'
import { Button, IconButton, Tag } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { pathOf } from './question-form.ts'
import {
  useAlertRules,
  useRuns,
  useSubscriptions,
  useWatchDeeds,
  type AlertRule,
  type Rhythm,
  type Subscription,
} from './watch-data.ts'
import '../../../ui/list/list-page.css'
import './watch.css'

function AlertRow({ rule }: { rule: AlertRule }): React.JSX.Element {
  const send = useWatchDeeds()
  const { today } = useSession()
  const report = useCatalogue().reports.get(kebab(rule.question.report))
  const at = `alert-rules/${rule.id}`
  return (
    <li className="watch-row">
      <div className="grow">
        <span>
          {report === undefined ? (
            rule.name
          ) : (
            <Go to={pathOf(rule.question, report.parameters, calendarDate(today))}>{rule.name}</Go>
          )}
          {rule.tripped ? <Tag tone="warning">{t('watch.tripped')}</Tag> : null}
          {rule.enabled ? null : <Tag tone="neutral">{t('watch.off')}</Tag>}
        </span>
        <small className="faint">
          {t('watch.ruleLine', {
            measure: t(`watch.measure.${rule.measure}`),
            comparison: t(`watch.${rule.comparison}`),
            threshold: rule.threshold.replace(/\.?0+$/, ''),
          })}
          {rule.value === null ? null : <span>{t('watch.now', { value: rule.value })}</span>}
          {rule.error === null ? null : <span className="is-negative">{rule.error}</span>}
        </small>
      </div>
      <Button size="small" onClick={() => void send(at, 'PATCH', { enabled: !rule.enabled })}>
        {t(rule.enabled ? 'watch.turnOff' : 'watch.turnOn')}
      </Button>
      <IconButton
        icon="trash"
        size={14}
        label={t('watch.remove', { title: rule.name })}
        onClick={() => void send(at, 'DELETE')}
      />
    </li>
  )
}

function rhythmWords({ every, day, time }: Rhythm): string {
  if (every === 'day') return t('watch.daily', { time })
  return t(every === 'week' ? 'watch.weekly' : 'watch.monthly', { day, time })
}

function RunLog({ id, onClose }: { id: string; onClose: () => void }): React.JSX.Element {
  const rows = useRuns(id).data?.rows ?? []
  return (
    <Dialog open title={t('watch.log')} onClose={onClose}>
      {rows.length === 0 ? <p className="faint">{t('watch.noRuns')}</p> : null}
      <ul className="watch-log">
        {rows.map((run) => (
          <li key={run.id}>
            <span>{run.dueOn}</span>
            <span className={run.state === 'failed' ? 'is-negative' : undefined}>{t(`watch.state.${run.state}`)}</span>
            <small className="faint">{run.error ?? run.answer ?? ''}</small>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function SubscriptionRow({ one }: { one: Subscription }): React.JSX.Element {
  const send = useWatchDeeds()
  const [log, setLog] = useState(false)
  const at = `subscriptions/${one.id}`
  const now = async (): Promise<void> => {
    if ((await send(`${at}/send`, 'POST')) === null) showToast('done', t('watch.queued'))
  }
  return (
    <li className="watch-row">
      <div className="grow">
        <span>
          {one.name}
          {one.enabled ? null : <Tag tone="neutral">{t('watch.off')}</Tag>}
          {one.lastState === 'failed' ? <Tag tone="negative">{t('watch.state.failed')}</Tag> : null}
        </span>
        <small className="faint">
          <span>{rhythmWords(one.rhythm)}</span>
          <span>{one.address}</span>
          {one.lastSentAt === null ? null : <span>{t('watch.lastSent', { at: formatMoment(one.lastSentAt) })}</span>}
          {one.lastError === null ? null : <span className="is-negative">{one.lastError}</span>}
        </small>
      </div>
      <Button size="small" look="text" onClick={() => setLog(true)}>
        {t('watch.log')}
      </Button>
      <Button size="small" look="text" onClick={() => void now()}>
        {t('watch.sendNow')}
      </Button>
      <Button size="small" onClick={() => void send(at, 'PATCH', { enabled: !one.enabled })}>
        {t(one.enabled ? 'watch.turnOff' : 'watch.turnOn')}
      </Button>
      <IconButton
        icon="trash"
        size={14}
        label={t('watch.remove', { title: one.name })}
        onClick={() => void send(at, 'DELETE')}
      />
      {log ? <RunLog id={one.id} onClose={() => setLog(false)} /> : null}
    </li>
  )
}

/** 预警与订阅: the figures that are watched for this person, and the reports that are mailed to them. */
export function WatchPage(): React.JSX.Element {
  usePageTitle(t('watch.page'))
  const rules = useAlertRules()
  const subscriptions = useSubscriptions()
  const failed = rules.error ?? subscriptions.error
  return (
    <div className="page-scroll">
      <header className="page-head">
        <h1>{t('watch.page')}</h1>
      </header>
      {failed ? <PageProblem error={failed} onRetry={() => void rules.refetch()} /> : null}
      <div className="watch-body">
        <p className="muted">{t('watch.about')}</p>
        <h2>{t('watch.rules')}</h2>
        {rules.data?.rows.length === 0 ? <p className="faint">{t('watch.noRules')}</p> : null}
        <ul>
          {rules.data?.rows.map((rule) => (
            <AlertRow key={rule.id} rule={rule} />
          ))}
        </ul>
        <h2>{t('watch.mails')}</h2>
        {subscriptions.data?.rows.length === 0 ? <p className="faint">{t('watch.noMails')}</p> : null}
        <ul>
          {subscriptions.data?.rows.map((one) => (
            <SubscriptionRow key={one.id} one={one} />
          ))}
        </ul>
      </div>
    </div>
  )
}
