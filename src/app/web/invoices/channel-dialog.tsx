import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import '../settings/settings.css'

export type Channel = {
  readonly kind: 'local' | 'leqi' | null
  readonly url: string
  readonly platform: string
  readonly user: string
  readonly ability: string
  readonly useCase: string
  readonly isSandbox: boolean
  readonly hasKey: boolean
  readonly isReady: boolean
}

const texts = ['url', 'platform', 'user', 'ability', 'useCase', 'key'] as const

/** 开票通道: which bureau, and how it is reached. */
export function ChannelDialog(props: {
  channel: Channel
  onClose: () => void
  onSaved: () => void
}): React.JSX.Element {
  const { channel, onClose, onSaved } = props
  const [draft, setDraft] = useState({ ...channel, kind: channel.kind ?? 'local', key: '' })
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const save = async (): Promise<void> => {
    const { kind, url, platform, user, ability, useCase, key, isSandbox } = draft
    try {
      await requestJson('calls/save-invoice-platform', {
        method: 'POST',
        body: { kind, url, platform, user, ability, useCase, key, isSandbox },
      })
      onSaved()
    } catch (error) {
      if (error instanceof ApiProblem && error.errors.length > 0) {
        setProblems(Object.fromEntries(error.errors.map((one) => [one.path, one.message])))
      } else showToast('error', error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Dialog
      open
      title={t('issuing.channel')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" onClick={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="settings-form">
        <label>
          <span>{t('issuing.kind')}</span>
          <span className="input-box">
            <select
              value={draft.kind}
              onChange={(event) => setDraft({ ...draft, kind: event.target.value === 'leqi' ? 'leqi' : 'local' })}
            >
              <option value="local">{t('issuing.local')}</option>
              <option value="leqi">{t('issuing.leqi')}</option>
            </select>
          </span>
        </label>
        {draft.kind === 'local'
          ? null
          : texts.map((name) => (
              <label key={name}>
                <span>{t(`issuing.${name}`)}</span>
                <span className="input-box">
                  <input
                    type={name === 'key' ? 'password' : 'text'}
                    autoComplete="off"
                    placeholder={name === 'key' && channel.hasKey ? t('issuing.keyKept') : undefined}
                    value={draft[name]}
                    onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
                  />
                </span>
                {problems[name] === undefined ? null : <small className="is-negative">{problems[name]}</small>}
              </label>
            ))}
        {draft.kind === 'local' ? null : (
          <Checkbox
            label={t('issuing.sandbox')}
            labelShown
            checked={draft.isSandbox}
            onChange={(isSandbox) => setDraft({ ...draft, isSandbox })}
          />
        )}
      </div>
    </Dialog>
  )
}
