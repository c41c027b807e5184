import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { useSession } from '../session/session.ts'
import { useRows } from './use-rows.ts'

type Key = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly user: string
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}

type Reach = 'read' | 'all'

function NewKeyDialog({ onClose }: { onClose: () => void }): React.JSX.Element {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [reach, setReach] = useState<Reach>('read')
  const [secret, setSecret] = useState<string | null>(null)
  const make = (): void => {
    const scopes = reach === 'all' ? ['*'] : ['*.read', 'report.*', 'ledger.*']
    requestJson<{ key: string }>('keys', { method: 'POST', body: { name, scopes } }).then(
      async ({ key }) => {
        setSecret(key)
        await client.invalidateQueries({ queryKey: ['settings', 'keys'] })
      },
      (error: unknown) => showToast('error', error instanceof Error ? error.message : String(error)),
    )
  }
  return (
    <Dialog
      open
      title={t('keys.new')}
      onClose={onClose}
      actions={
        secret === null ? (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="primary" disabled={name.trim() === ''} onClick={make}>
              {t('keys.make')}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onClose}>
            {t('close')}
          </Button>
        )
      }
    >
      {secret === null ? (
        <div className="settings-form">
          <label>
            <span>{t('keys.name')}</span>
            <span className="input-box">
              <input value={name} onChange={(event) => setName(event.target.value)} />
            </span>
          </label>
          <Segmented
            label={t('keys.reach')}
            value={reach}
            onChange={setReach}
            options={[
              { value: 'read', label: t('keys.read') },
              { value: 'all', label: t('keys.all') },
            ]}
          />
        </div>
      ) : (
        <>
          <p>{t('keys.once')}</p>
          <code className="secret">{secret}</code>
          <Button icon="copy" onClick={() => void navigator.clipboard.writeText(secret)}>
            {t('keys.copy')}
          </Button>
        </>
      )}
    </Dialog>
  )
}

/** Keys by which other programs use the interface in someone's name. */
export function KeysPart(): React.JSX.Element {
  const session = useSession()
  const keys = useRows<Key>('keys')
  const [making, setMaking] = useState(false)
  return (
    <div className="page-scroll">
      <table className="settings-table">
        <thead>
          <tr>
            <th>{t('keys.name')}</th>
            <th>{t('keys.reach')}</th>
            <th>{t('keys.user')}</th>
            <th>{t('keys.created')}</th>
            <th>
              {session.may('key.create') ? (
                <Button look="primary" size="small" icon="plus" onClick={() => setMaking(true)}>
                  {t('keys.new')}
                </Button>
              ) : null}
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.rows.map((key) => (
            <tr key={key.id}>
              <td>{key.name}</td>
              <td className="muted">{key.scopes.join(', ')}</td>
              <td className="muted">{key.user}</td>
              <td className="muted">{formatMoment(key.createdAt)}</td>
              <td>
                {key.revokedAt !== null ? (
                  <Tag>{t('keys.revoked')}</Tag>
                ) : session.may('key.delete') ? (
                  <Button
                    size="small"
                    look="text"
                    danger
                    onClick={() => void keys.send(`keys/${key.id}`, { method: 'DELETE' })}
                  >
                    {t('keys.revoke')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {keys.rows.length === 0 ? <p className="report-empty muted">{t('keys.none')}</p> : null}
      {making ? <NewKeyDialog onClose={() => setMaking(false)} /> : null}
    </div>
  )
}
