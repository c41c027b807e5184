import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { useSession } from '../session/session.ts'

type Delegation = {
  readonly id: string
  readonly fromUser: string
  readonly fromName: string
  readonly toName: string
  readonly fromDate: string
  readonly toDate: string
  readonly revokedAt: string | null
}
type Answer = {
  readonly rows: readonly Delegation[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

const lent = { approvals: ['*.read', '*.approve', '*.reject'], everything: ['*'] } as const
type Lent = keyof typeof lent

/** Who stands in for this person, and for whom they stand in. */
export function DelegationPart(): React.JSX.Element {
  const session = useSession()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['delegations'],
    queryFn: ({ signal }) => requestJson<Answer>('delegations', { signal }),
  })
  const [draft, setDraft] = useState({ to: '', fromDate: session.today, toDate: session.today })
  const [what, setWhat] = useState<Lent>('approvals')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const sent = (work: Promise<unknown>): void => {
    work.then(
      () => {
        setProblems({})
        void client.invalidateQueries({ queryKey: ['delegations'] })
      },
      (error: unknown) => {
        const errors = error instanceof ApiProblem ? error.errors : []
        setProblems(Object.fromEntries(errors.map((one) => [one.path, one.message])))
        if (errors.length === 0) showToast('error', error instanceof Error ? error.message : String(error))
      },
    )
  }
  const lend = (event: React.FormEvent): void => {
    event.preventDefault()
    sent(requestJson('delegations', { method: 'POST', body: { ...draft, rights: lent[what] } }))
  }
  const issue = (name: string): React.JSX.Element | null =>
    problems[name] === undefined ? null : <small className="is-negative">{problems[name]}</small>
  return (
    <>
      {session.standsFor.length === 0 ? null : (
        <p>{t('delegation.standsFor', { names: session.standsFor.map((one) => one.name).join('、') })}</p>
      )}
      <ul className="settings-companies">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <span className="grow">
              {t('delegation.line', { from: row.fromName, to: row.toName, start: row.fromDate, end: row.toDate })}
            </span>
            {row.revokedAt !== null ? (
              <span className="faint">{t('delegation.ended')}</span>
            ) : row.fromUser === session.user.id ? (
              <Button size="small" onClick={() => sent(requestJson(`delegations/${row.id}`, { method: 'DELETE' }))}>
                {t('delegation.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <form className="settings-form delegation-form" onSubmit={lend}>
        <label>
          <span>{t('delegation.to')}</span>
          <span className="input-box">
            <select value={draft.to} onChange={(event) => setDraft({ ...draft, to: event.target.value })}>
              <option value="">{t('delegation.choose')}</option>
              {data?.people
                .filter((one) => one.id !== session.user.id)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
            </select>
          </span>
          {issue('to')}
        </label>
        {(['fromDate', 'toDate'] as const).map((name) => (
          <label key={name}>
            <span>{t(name === 'fromDate' ? 'delegation.from' : 'delegation.until')}</span>
            <span className="input-box">
              <input
                type="date"
                value={draft[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
              />
            </span>
            {issue(name)}
          </label>
        ))}
        <label>
          <span>{t('delegation.what')}</span>
          <span className="input-box">
            <select
              value={what}
              onChange={(event) => setWhat(event.target.value === 'everything' ? 'everything' : 'approvals')}
            >
              <option value="approvals">{t('delegation.approvals')}</option>
              <option value="everything">{t('delegation.everything')}</option>
            </select>
          </span>
        </label>
        <Button type="submit" disabled={draft.to === ''}>
          {t('delegation.new')}
        </Button>
      </form>
    </>
  )
}
