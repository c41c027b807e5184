import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { canUsePasskeys, makePasskey } from '../session/passkey.ts'
import { AskLine } from './ask-line.tsx'
import { deviceName } from './device-name.ts'
import { LabelledInput } from './labelled-input.tsx'

export type Passkey = {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly backedUp: boolean
}

type Doing =
  | { readonly what: 'add' }
  | { readonly what: 'rename'; readonly passkey: Passkey }
  | { readonly what: 'remove'; readonly passkey: Passkey }

function AddDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }): React.JSX.Element {
  const [name, setName] = useState(deviceName(navigator.userAgent))
  return (
    <Dialog open title={t('passkeys.add')} onClose={onClose}>
      <div className="settings-form">
        <p className="muted">{t('passkeys.how')}</p>
        <LabelledInput label={t('passkeys.name')} value={name} onChange={setName} />
      </div>
      <AskLine
        label={t('signIn.password')}
        action={t('passkeys.add')}
        type="password"
        onSend={(password) => makePasskey(password, name).then(onDone)}
      />
    </Dialog>
  )
}

type ChangeProps = { doing: Exclude<Doing, { what: 'add' }>; onDone: () => void; onClose: () => void }

function ChangeDialog({ doing: { what, passkey }, onDone, onClose }: ChangeProps): React.JSX.Element {
  const path = `session/passkeys/${passkey.id}`
  return (
    <Dialog open title={passkey.name} onClose={onClose}>
      {what === 'rename' ? (
        <AskLine
          label={t('passkeys.name')}
          action={t('save')}
          type="text"
          onSend={(name) => requestJson(path, { method: 'PATCH', body: { name } }).then(onDone)}
        />
      ) : (
        <>
          <p>{t('passkeys.removing')}</p>
          <AskLine
            label={t('signIn.password')}
            action={t('record.delete')}
            type="password"
            onSend={(password) => requestJson(`${path}/remove`, { method: 'POST', body: { password } }).then(onDone)}
          />
        </>
      )}
    </Dialog>
  )
}

/** 通行密钥: the fingerprint, face or PIN of one's own devices instead of a password. */
export function Passkeys({ passkeys, onChanged }: { passkeys: readonly Passkey[]; onChanged: () => void }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const done = (): void => {
    setDoing(null)
    onChanged()
  }
  return (
    <>
      <p className="muted">{t(passkeys.length === 0 ? 'passkeys.none' : 'passkeys.about')}</p>
      <ul className="settings-companies">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span className="grow">
              {passkey.name} {passkey.backedUp ? <Tag>{t('passkeys.backedUp')}</Tag> : null}
            </span>
            <span className="muted num passkey-use">
              {passkey.lastUsedAt === null
                ? t('passkeys.unused')
                : t('passkeys.lastUsed', { at: formatMoment(passkey.lastUsedAt) })}
            </span>
            <Button size="small" look="text" onClick={() => setDoing({ what: 'rename', passkey })}>
              {t('passkeys.rename')}
            </Button>
            <Button size="small" look="text" danger onClick={() => setDoing({ what: 'remove', passkey })}>
              {t('record.delete')}
            </Button>
          </li>
        ))}
      </ul>
      {canUsePasskeys() ? (
        <Button icon="plus" onClick={() => setDoing({ what: 'add' })}>
          {t('passkeys.add')}
        </Button>
      ) : (
        <p className="muted">{t('passkeys.cannot')}</p>
      )}
      {doing === null ? null : doing.what === 'add' ? (
        <AddDialog onDone={done} onClose={() => setDoing(null)} />
      ) : (
        <ChangeDialog doing={doing} onDone={done} onClose={() => setDoing(null)} />
      )}
    </>
  )
}
