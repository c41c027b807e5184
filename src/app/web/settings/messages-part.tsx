import { useState } from 'react'
import type { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { FormSection } from '../../../ui/form/field-grid.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { useSession } from '../session/session.ts'
import { DeliveryLog } from './delivery-log.tsx'
import type { Delivery } from './delivery-log.tsx'
import { LabelledInput } from './labelled-input.tsx'
import { useRows } from './use-rows.ts'

type Setting = {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly required?: boolean
  readonly secret: boolean
  readonly isSet: boolean
  readonly options: Readonly<Record<string, string>> | null
  readonly value: string
}

type Channel = {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly enabled: boolean
  readonly settings: readonly Setting[]
}

type MessageDelivery = Delivery & {
  readonly channel: string
  readonly address: string | null
  readonly user: string
  readonly text: string
}

const called = (one: { readonly label: string; readonly english: string }): string =>
  currentLanguage() === 'en' ? one.english : one.label

type SettingFieldProps = { setting: Setting; value: string; problem?: string; onChange: (value: string) => void }

function SettingField({ setting, value, problem, onChange }: SettingFieldProps): React.JSX.Element {
  return (
    <label>
      <span>
        {called(setting)}
        {setting.required === true ? ' *' : ''}
      </span>
      <span className="input-box">
        {setting.options === null ? (
          <input
            type={setting.secret ? 'password' : 'text'}
            autoComplete="off"
            placeholder={setting.secret && setting.isSet ? t('messages.kept') : ''}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <select value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">–</option>
            {Object.entries(setting.options).map(([key, label]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        )}
      </span>
      {problem === undefined ? null : <small className="is-negative">{problem}</small>}
    </label>
  )
}

type ChannelFormProps = { channel: Channel; send: ReturnType<typeof useRows<Channel>>['send'] }

/** One channel: its settings, whether it is on, and a message to try it. */
function ChannelForm({ channel, send }: ChannelFormProps): React.JSX.Element {
  const mayChange = useSession().may('messageChannel.update')
  const [values, setValues] = useState(() => Object.fromEntries(channel.settings.map((one) => [one.name, one.value])))
  const [enabled, setEnabled] = useState(channel.enabled)
  const [open, setOpen] = useState(false)
  const [address, setAddress] = useState('')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const refused = (problem: ApiProblem): void =>
    setProblems(Object.fromEntries(problem.errors.map((one) => [one.path, one.message])))
  const path = `notices/channels/${channel.name}`
  const save = (event: React.FormEvent): void => {
    event.preventDefault()
    setProblems({})
    void send(path, { method: 'PUT', body: { enabled, settings: values } }, refused).then((done) => {
      if (done) showToast('done', t('messages.saved'))
    })
  }
  const tryIt = (): void => {
    setProblems({})
    void send(`${path}/try`, { method: 'POST', body: { address } }, refused).then((done) => {
      if (done) showToast('done', t('messages.queued'))
    })
  }
  return (
    <details className="message-channel" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{called(channel)}</b>
        <Tag tone={channel.enabled ? 'positive' : 'neutral'}>{t(channel.enabled ? 'messages.on' : 'messages.off')}</Tag>
      </summary>
      <form className="settings-form" onSubmit={save}>
        <Checkbox checked={enabled} label={t('messages.enabled')} labelShown onChange={setEnabled} />
        {channel.settings.map((setting) => (
          <SettingField
            key={setting.name}
            setting={setting}
            value={values[setting.name] ?? ''}
            problem={problems[`settings.${setting.name}`]}
            onChange={(value) => setValues((was) => ({ ...was, [setting.name]: value }))}
          />
        ))}
        {mayChange ? (
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
        ) : null}
        {mayChange && channel.enabled ? (
          <>
            <LabelledInput
              label={t('messages.tryAddress')}
              value={address}
              onChange={setAddress}
              problem={problems['address']}
            />
            <Button icon="mail" onClick={tryIt}>
              {t('messages.try')}
            </Button>
          </>
        ) : null}
      </form>
    </details>
  )
}

/** 发送记录: what went out, and what became of it. */
function MessageLog(): React.JSX.Element {
  const { rows, send } = useRows<MessageDelivery>('notices/deliveries')
  return (
    <FormSection title={t('messages.log')}>
      <DeliveryLog
        rows={rows}
        empty={t('messages.none')}
        textOf={(row) => row.text}
        detailOf={(row) => [row.channel, row.user, row.address]}
        mayRetry={(row) => row.state === 'failed' || row.state === 'waiting'}
        onRetry={({ id }) => void send(`notices/deliveries/${id}/retry`, { method: 'POST', body: {} })}
      />
    </FormSection>
  )
}

/** 消息通道: how notices leave the product, and what became of those that did. */
export function MessagesPart(): React.JSX.Element {
  const { rows, send } = useRows<Channel>('notices/channels')
  return (
    <div className="settings-messages">
      <p className="muted">{t('messages.about')}</p>
      {rows.map((channel) => (
        <ChannelForm key={channel.name} channel={channel} send={send} />
      ))}
      <MessageLog />
    </div>
  )
}
