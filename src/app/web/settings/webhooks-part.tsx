import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import type { TagTone } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { labelOf } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useSession } from '../session/session.ts'
import { useRows } from './use-rows.ts'
import type { Rows } from './use-rows.ts'

type Webhook = {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly events: readonly string[]
  readonly enabled: boolean
  readonly user: string
  readonly stoppedBecause: string | null
  readonly waiting: number
  readonly failed: number
}

type Delivery = {
  readonly id: string
  readonly event: string
  readonly label: string
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  readonly attempts: number
  readonly status: number | null
  readonly error: string | null
  readonly at: string
}

const tones: Readonly<Record<Delivery['state'], TagTone>> = {
  waiting: 'warning',
  sending: 'neutral',
  sent: 'positive',
  failed: 'negative',
}

const eventsIn = (text: string): string[] => text.split(/[\s,，、]+/).filter((one) => one !== '')

type FieldProps = {
  readonly word: string
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
  readonly list?: string
}

function Field({ word, value, problem, onChange, list }: FieldProps): React.JSX.Element {
  return (
    <label>
      <span>{word}</span>
      <span className="input-box">
        <input value={value} list={list} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      </span>
      {problem === undefined ? null : <small className="is-negative">{problem}</small>}
    </label>
  )
}

/** What may be listened to: every type of document and master data, and posting it. */
function EventNames(): React.JSX.Element {
  const catalogue = useCatalogue()
  return (
    <datalist id="webhook-events">
      {[...catalogue.types.values()]
        .filter((type) => !type.internal && type.name === type.definition)
        .map(({ name, sort, ...type }) => (
          <option key={name} value={sort === 'document' ? `${name}.post` : `${name}.*`}>
            {labelOf(type, name)}
          </option>
        ))}
    </datalist>
  )
}

function Secret({ secret }: { secret: string }): React.JSX.Element {
  return (
    <>
      <p>{t('webhooks.once')}</p>
      <code className="secret">{secret}</code>
      <Button icon="copy" onClick={() => void navigator.clipboard.writeText(secret)}>
        {t('keys.copy')}
      </Button>
    </>
  )
}

function NewWebhookDialog({ onClose }: { onClose: (made: boolean) => void }): React.JSX.Element {
  const [values, setValues] = useState({ name: '', url: 'https://', events: '' })
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [secret, setSecret] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const set = (name: keyof typeof values) => (value: string) => setValues((was) => ({ ...was, [name]: value }))
  const make = async (): Promise<void> => {
    setSending(true)
    setProblems({})
    try {
      const body = { name: values.name, url: values.url, events: eventsIn(values.events) }
      setSecret((await requestJson<{ secret: string }>('webhooks', { method: 'POST', body })).secret)
    } catch (error) {
      if (error instanceof ApiProblem && error.errors.length > 0)
        setProblems(Object.fromEntries(error.errors.map((one) => [one.path.split('.')[0] ?? '', one.message])))
      else showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <Dialog
      open
      title={t('webhooks.new')}
      onClose={() => onClose(secret !== null)}
      actions={
        secret === null ? (
          <>
            <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
            <Button look="primary" disabled={sending} onClick={() => void make()}>
              {t('save')}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={() => onClose(true)}>
            {t('close')}
          </Button>
        )
      }
    >
      {secret === null ? (
        <div className="settings-form">
          <Field word={t('webhooks.name')} value={values.name} problem={problems['name']} onChange={set('name')} />
          <Field word={t('webhooks.url')} value={values.url} problem={problems['url']} onChange={set('url')} />
          <Field
            word={t('webhooks.events')}
            value={values.events}
            problem={problems['events']}
            onChange={set('events')}
            list="webhook-events"
          />
          <small className="muted">{t('webhooks.eventsHelp')}</small>
          <EventNames />
        </div>
      ) : (
        <Secret secret={secret} />
      )}
    </Dialog>
  )
}

/** 推送记录: what one address was told, newest first. */
function Told({ webhook, onClose }: { webhook: Webhook; onClose: () => void }): React.JSX.Element {
  const { rows, send } = useRows<Delivery>(`webhooks/${webhook.id}/deliveries`)
  const mayChange = useSession().may('webhook.update')
  const again = (delivery: string): void =>
    void send(`webhooks/${webhook.id}/replay`, { method: 'POST', body: { delivery } })
  return (
    <Dialog
      open
      width={720}
      title={webhook.name}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {rows.length === 0 ? <p className="muted">{t('webhooks.nothing')}</p> : null}
      <ul className="message-log">
        {rows.map((row) => (
          <li key={row.id}>
            <Tag tone={tones[row.state]}>{t(`messages.state.${row.state}`)}</Tag>
            <span>
              {row.label}
              <small className="muted">
                {[row.event, formatMoment(row.at), row.status, row.error].filter(Boolean).join(' · ')}
              </small>
            </span>
            {mayChange && row.state !== 'sending' ? (
              <Button size="small" onClick={() => again(row.id)}>
                {t('messages.retry')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

type RowProps = { webhook: Webhook; send: Rows<Webhook>['send']; onOpen: () => void }

function WebhookRow({ webhook, send, onOpen }: RowProps): React.JSX.Element {
  const session = useSession()
  const turn = (): void => void send(`webhooks/${webhook.id}`, { method: 'PATCH', body: { enabled: !webhook.enabled } })
  return (
    <tr>
      <td>
        <Button look="text" size="small" onClick={onOpen}>
          {webhook.name}
        </Button>
      </td>
      <td className="muted webhook-url">{webhook.url}</td>
      <td className="muted">{webhook.events.join(', ')}</td>
      <td>
        <Tag tone={webhook.enabled ? 'positive' : webhook.stoppedBecause === null ? 'neutral' : 'negative'}>
          {t(webhook.enabled ? 'messages.on' : 'messages.off')}
        </Tag>
        {webhook.waiting > 0 ? (
          <small className="muted"> {t('webhooks.waiting', { count: webhook.waiting })}</small>
        ) : null}
        {webhook.stoppedBecause === null ? null : <small className="is-negative"> {webhook.stoppedBecause}</small>}
      </td>
      <td>
        {session.may('webhook.update') ? (
          <Button size="small" look="text" onClick={turn}>
            {t(webhook.enabled ? 'webhooks.stop' : 'webhooks.start')}
          </Button>
        ) : null}
        {session.may('webhook.delete') ? (
          <Button
            size="small"
            look="text"
            danger
            onClick={() => void send(`webhooks/${webhook.id}`, { method: 'DELETE' })}
          >
            {t('record.delete')}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}

/** 事件推送: other systems that are told of changes as they happen. */
export function WebhooksPart(): React.JSX.Element {
  const session = useSession()
  const client = useQueryClient()
  const { rows, send } = useRows<Webhook>('webhooks')
  const [making, setMaking] = useState(false)
  const [opened, setOpened] = useState<Webhook | null>(null)
  return (
    <div className="page-scroll">
      <p className="muted settings-about">{t('webhooks.about')}</p>
      <table className="settings-table">
        <thead>
          <tr>
            <th>{t('webhooks.name')}</th>
            <th>{t('webhooks.url')}</th>
            <th>{t('webhooks.events')}</th>
            <th>{t('webhooks.state')}</th>
            <th>
              {session.may('webhook.create') ? (
                <Button look="primary" size="small" icon="plus" onClick={() => setMaking(true)}>
                  {t('webhooks.new')}
                </Button>
              ) : null}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} send={send} onOpen={() => setOpened(webhook)} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="report-empty muted">{t('webhooks.none')}</p> : null}
      {making ? (
        <NewWebhookDialog
          onClose={(made) => {
            setMaking(false)
            if (made) void client.invalidateQueries({ queryKey: ['settings', 'webhooks'] })
          }}
        />
      ) : null}
      {opened === null ? null : <Told webhook={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}
