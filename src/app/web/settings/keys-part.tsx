import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { useSession } from '../session/session.ts'
import { LabelledInput } from './labelled-input.tsx'
import { MakeSecretDialog } from './make-secret-dialog.tsx'
import { SettingsTable } from './settings-table.tsx'
import { useRows } from './use-rows.ts'

type Key = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly addresses: readonly string[]
  readonly user: string
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly lastAddress: string | null
  readonly revokedAt: string | null
}

type Reach = 'read' | 'all' | 'chosen'

const readScopes = ['*.read', 'report.*', 'ledger.*']

const listIn = (text: string): string[] => text.split(/[\s,，、]+/).filter((one) => one !== '')

function NewKeyDialog({ onClose }: { onClose: (made: boolean) => void }): React.JSX.Element {
  const [values, setValues] = useState({ name: '', scopes: '', addresses: '', expires: '' })
  const [reach, setReach] = useState<Reach>('read')
  const set = (name: keyof typeof values) => (value: string) => setValues((was) => ({ ...was, [name]: value }))
  const make = async (): Promise<string> => {
    const scopes = reach === 'all' ? ['*'] : reach === 'read' ? readScopes : listIn(values.scopes)
    const body = {
      name: values.name,
      scopes,
      addresses: listIn(values.addresses),
      // Through the end of the day that is named.
      ...(values.expires === '' ? {} : { expiresAt: new Date(`${values.expires}T23:59:59`).toISOString() }),
    }
    return (await requestJson<{ key: string }>('keys', { method: 'POST', body })).key
  }
  return (
    <MakeSecretDialog
      title={t('keys.new')}
      once={t('keys.once')}
      action={t('keys.make')}
      ready={values.name.trim() !== '' && (reach !== 'chosen' || values.scopes.trim() !== '')}
      onMake={make}
      onClose={onClose}
    >
      {(problems) => (
        <>
          <LabelledInput label={t('keys.name')} value={values.name} problem={problems['name']} onChange={set('name')} />
          <Segmented
            label={t('keys.reach')}
            value={reach}
            onChange={setReach}
            options={[
              { value: 'read', label: t('keys.read') },
              { value: 'all', label: t('keys.all') },
              { value: 'chosen', label: t('keys.chosen') },
            ]}
          />
          {reach === 'chosen' ? (
            <LabelledInput
              label={t('keys.scopes')}
              value={values.scopes}
              problem={problems['scopes']}
              onChange={set('scopes')}
              help={t('keys.scopesHelp')}
            />
          ) : null}
          <LabelledInput
            label={t('keys.expires')}
            type="date"
            value={values.expires}
            problem={problems['expiresAt']}
            onChange={set('expires')}
          />
          <LabelledInput
            label={t('keys.addresses')}
            value={values.addresses}
            problem={problems['addresses']}
            onChange={set('addresses')}
            help={t('keys.addressesHelp')}
          />
        </>
      )}
    </MakeSecretDialog>
  )
}

function Use({ apiKey }: { apiKey: Key }): React.JSX.Element {
  if (apiKey.lastUsedAt === null) return <span className="faint">{t('keys.unused')}</span>
  return (
    <>
      {formatMoment(apiKey.lastUsedAt)} <small className="muted">{apiKey.lastAddress}</small>
    </>
  )
}

type KeyRowProps = { readonly apiKey: Key; readonly now: number; readonly onRevoke: () => void }

function KeyRow({ apiKey, now, onRevoke }: KeyRowProps): React.JSX.Element {
  const session = useSession()
  const expired = apiKey.expiresAt !== null && new Date(apiKey.expiresAt).getTime() < now
  return (
    <tr>
      <td>{apiKey.name}</td>
      <td className="muted">
        {apiKey.scopes.join(', ')}
        {apiKey.addresses.length === 0 ? null : <small> · {apiKey.addresses.join(', ')}</small>}
      </td>
      <td className="muted">{apiKey.user}</td>
      <td className="muted">{formatMoment(apiKey.createdAt)}</td>
      <td className="muted">{apiKey.expiresAt === null ? '–' : formatMoment(apiKey.expiresAt).slice(0, 10)}</td>
      <td className="muted">
        <Use apiKey={apiKey} />
      </td>
      <td>
        {apiKey.revokedAt !== null ? <Tag>{t('keys.revoked')}</Tag> : null}
        {apiKey.revokedAt === null && expired ? <Tag tone="warning">{t('keys.expired')}</Tag> : null}
        {apiKey.revokedAt === null && session.may('key.delete') ? (
          <Button size="small" look="text" danger onClick={onRevoke}>
            {t('keys.revoke')}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}

/** Keys by which other programs use the interface in someone's name. */
export function KeysPart(): React.JSX.Element {
  const session = useSession()
  const client = useQueryClient()
  const keys = useRows<Key>('keys')
  const [making, setMaking] = useState(false)
  const [now] = useState(() => Date.now())
  return (
    <>
      <SettingsTable
        heads={[
          t('keys.name'),
          t('keys.reach'),
          t('keys.user'),
          t('keys.created'),
          t('keys.expires'),
          t('keys.lastUsed'),
        ]}
        empty={t('keys.none')}
        count={keys.rows.length}
        action={
          session.may('key.create') ? (
            <Button look="primary" size="small" icon="plus" onClick={() => setMaking(true)}>
              {t('keys.new')}
            </Button>
          ) : null
        }
      >
        {keys.rows.map((key) => (
          <KeyRow
            key={key.id}
            apiKey={key}
            now={now}
            onRevoke={() => void keys.send(`keys/${key.id}`, { method: 'DELETE' })}
          />
        ))}
      </SettingsTable>
      {making ? (
        <NewKeyDialog
          onClose={(made) => {
            setMaking(false)
            if (made) void client.invalidateQueries({ queryKey: ['settings', 'keys'] })
          }}
        />
      ) : null}
    </>
  )
}
