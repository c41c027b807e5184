import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { labelOf } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useSession } from '../session/session.ts'
import { DeliveryLog } from './delivery-log.tsx'
import type { Delivery } from './delivery-log.tsx'
import { LabelledInput } from './labelled-input.tsx'
import { MakeSecretDialog } from './make-secret-dialog.tsx'
import { SettingsTable } from './settings-table.tsx'
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

type WebhookDelivery = Delivery & { readonly event: string; readonly label: string; readonly status: number | null }

const eventsIn = (text: string): string[] => text.split(/[\s,，、]+/).filter((one) => one !== '')

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

function NewWebhookDialog({ onClose }: { onClose: (made: boolean) => void }): React.JSX.Element {
  const [values, setValues] = useState({ name: '', url: 'https://', events: '' })
  const make = async (): Promise<string> => {
    const body = { name: values.name, url: values.url, events: eventsIn(values.events) }
    return (await requestJson<{ secret: string }>('webhooks', { method: 'POST', body })).secret
  }
  const set = (name: keyof typeof values) => (value: string) => setValues((was) => ({ ...was, [name]: value }))
  return (
    <MakeSecretDialog
      title={t('webhooks.new')}
      once={t('webhooks.once')}
      action={t('save')}
      ready
      onMake={make}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <LabelledInput
            label={t('webhooks.name')}
            value={values.name}
            problem={problems['name']}
            onChange={set('name')}
          />
          <LabelledInput label={t('webhooks.url')} value={values.url} problem={problems['url']} onChange={set('url')} />
          <LabelledInput
            label={t('webhooks.events')}
            value={values.events}
            problem={problems['events']}
            onChange={set('events')}
            list="webhook-events"
            help={t('webhooks.eventsHelp')}
          />
          <EventNames />
        </>
      )}
    </MakeSecretDialog>
  )
}

/** 推送记录: what one address was told. */
function Told({ webhook, onClose }: { webhook: Webhook; onClose: () => void }): React.JSX.Element {
  const { rows, send } = useRows<WebhookDelivery>(`webhooks/${webhook.id}/deliveries`)
  const mayChange = useSession().may('webhook.update')
  return (
    <Dialog
      open
      width={720}
      title={webhook.name}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <DeliveryLog
        rows={rows}
        empty={t('webhooks.nothing')}
        textOf={(row) => row.label}
        detailOf={(row) => [row.event, row.status]}
        mayRetry={(row) => mayChange && row.state !== 'sending'}
        onRetry={({ id: delivery }) =>
          void send(`webhooks/${webhook.id}/replay`, { method: 'POST', body: { delivery } })
        }
      />
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
    <>
      <SettingsTable
        about={t('webhooks.about')}
        heads={[t('webhooks.name'), t('webhooks.url'), t('webhooks.events'), t('webhooks.state')]}
        empty={t('webhooks.none')}
        count={rows.length}
        action={
          session.may('webhook.create') ? (
            <Button look="primary" size="small" icon="plus" onClick={() => setMaking(true)}>
              {t('webhooks.new')}
            </Button>
          ) : null
        }
      >
        {rows.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} send={send} onOpen={() => setOpened(webhook)} />
        ))}
      </SettingsTable>
      {making ? (
        <NewWebhookDialog
          onClose={(made) => {
            setMaking(false)
            if (made) void client.invalidateQueries({ queryKey: ['settings', 'webhooks'] })
          }}
        />
      ) : null}
      {opened === null ? null : <Told webhook={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
