import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { AskLine } from './ask-line.tsx'

type Identity = { readonly id: string; readonly name: string; readonly linkedAt: string | null }

/** 单点登录: which identity providers say who this person is. Nothing is shown where the company has none. */
export function IdentitiesPart(): React.JSX.Element | null {
  const client = useQueryClient()
  const [asked, setAsked] = useState<Identity | null>(null)
  const { data } = useQuery({
    queryKey: ['identities'],
    queryFn: ({ signal }) => requestJson<{ rows: readonly Identity[] }>('session/identities', { signal }),
  })
  if (data === undefined || data.rows.length === 0) return null
  const send = async (password: string): Promise<void> => {
    if (asked === null) return
    const path = `session/identities/${asked.id}${asked.linkedAt === null ? '' : '/remove'}`
    const answer = await requestJson<{ readonly next: string } | null>(path, { method: 'POST', body: { password } })
    if (answer !== null) {
      globalThis.location.assign(answer.next)
      return
    }
    setAsked(null)
    await client.invalidateQueries({ queryKey: ['identities'] })
  }
  return (
    <>
      <h3>{t('identities.title')}</h3>
      <ul className="settings-companies">
        {data.rows.map((one) => (
          <li key={one.id}>
            <span className="grow">{one.name}</span>
            <span className="muted num">{one.linkedAt === null ? '' : formatMoment(one.linkedAt)}</span>
            <Button size="small" onClick={() => setAsked(one)}>
              {t(one.linkedAt === null ? 'identities.link' : 'identities.unlink')}
            </Button>
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <Dialog open title={asked.name} onClose={() => setAsked(null)}>
          <AskLine
            label={t('signIn.password')}
            action={t(asked.linkedAt === null ? 'identities.link' : 'identities.unlink')}
            type="password"
            onSend={send}
          />
        </Dialog>
      )}
    </>
  )
}
