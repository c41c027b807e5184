import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'

type OpenSession = {
  readonly id: string
  readonly device: string | null
  readonly address: string | null
  readonly since: string
  readonly isThis: boolean
}
type Security = {
  readonly secondFactor: { readonly on: boolean; readonly recoveryLeft: number }
  readonly sessions: readonly OpenSession[]
}

function messageOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.errors[0]?.message ?? error.message
  return error instanceof Error ? error.message : String(error)
}

type AskProps = {
  label: string
  action: string
  type: 'password' | 'text'
  onSend: (value: string) => Promise<unknown>
}

/** One line that is asked for, and the deed that it allows. */
function AskLine({ label, action, type, onSend }: AskProps): React.JSX.Element {
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const send = (event: React.FormEvent): void => {
    event.preventDefault()
    onSend(value).then(
      () => setValue(''),
      (error: unknown) => setProblem(messageOf(error)),
    )
  }
  return (
    <form className="settings-form" onSubmit={send}>
      <label>
        <span>{label}</span>
        <span className="input-box">
          <input
            type={type}
            autoComplete={type === 'password' ? 'current-password' : 'one-time-code'}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        </span>
        {problem === null ? null : <small className="is-negative">{problem}</small>}
      </label>
      <Button type="submit" disabled={value === ''}>
        {action}
      </Button>
    </form>
  )
}

type SecondFactorProps = { state: Security['secondFactor']; onChanged: () => void }

/** 两步验证: an authenticator app beside the password, and codes for when the phone is lost. */
function SecondFactor({ state, onChanged }: SecondFactorProps): React.JSX.Element {
  const [secret, setSecret] = useState<{ readonly secret: string; readonly uri: string } | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const begin = async (password: string): Promise<void> =>
    setSecret(
      await requestJson<{ secret: string; uri: string }>('session/second-factor', {
        method: 'POST',
        body: { password },
      }),
    )
  const confirm = async (code: string): Promise<void> => {
    const answer = await requestJson<{ recoveryCodes: readonly string[] }>('session/second-factor/confirm', {
      method: 'POST',
      body: { code },
    })
    setCodes(answer.recoveryCodes)
    setSecret(null)
    onChanged()
  }
  const remove = async (password: string): Promise<void> => {
    await requestJson('session/second-factor/remove', { method: 'POST', body: { password } })
    setCodes([])
    onChanged()
  }
  if (codes.length > 0)
    return (
      <>
        <p>{t('factor.keepCodes')}</p>
        <div className="secret">{codes.join('　')}</div>
        <Button onClick={() => setCodes([])}>{t('factor.kept')}</Button>
      </>
    )
  if (secret !== null)
    return (
      <>
        <p>{t('factor.scan')}</p>
        <a className="secret" href={secret.uri}>
          {secret.secret.replace(/(.{4})/g, '$1 ').trim()}
        </a>
        <AskLine label={t('signIn.code')} action={t('factor.confirm')} type="text" onSend={confirm} />
      </>
    )
  return state.on ? (
    <>
      <p>{t('factor.on', { count: state.recoveryLeft })}</p>
      <AskLine label={t('signIn.password')} action={t('factor.remove')} type="password" onSend={remove} />
    </>
  ) : (
    <>
      <p className="muted">{t('factor.off')}</p>
      <AskLine label={t('signIn.password')} action={t('factor.begin')} type="password" onSend={begin} />
    </>
  )
}

/** `Mozilla/5.0 (…)` in two words: what it runs on, and which browser it is. */
function deviceName(agent: string | null): string {
  const system = /Windows|Mac OS X|Android|iPhone|iPad|Linux/.exec(agent ?? '')?.[0] ?? ''
  const browser = /Edg|MicroMessenger|Firefox|Chrome|Safari/.exec(agent ?? '')?.[0] ?? ''
  return [system, browser].filter((word) => word !== '').join(' · ') || t('sessions.unknown')
}

/** How this person signs in, and where they are signed in now. */
export function SecurityPart(): React.JSX.Element | null {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['security'],
    queryFn: ({ signal }) => requestJson<Security>('session/security', { signal }),
  })
  const again = (): void => void client.invalidateQueries({ queryKey: ['security'] })
  const end = (path: string): void => {
    requestJson(path, { method: 'DELETE' }).then(again, (error: unknown) => showToast('error', messageOf(error)))
  }
  if (data === undefined) return null
  return (
    <>
      <h3>{t('factor.title')}</h3>
      <SecondFactor state={data.secondFactor} onChanged={again} />
      <h3>{t('sessions.title')}</h3>
      <ul className="settings-companies">
        {data.sessions.map((one) => (
          <li key={one.id}>
            <span className="grow">
              {deviceName(one.device)} <span className="muted">{one.address}</span>
            </span>
            <span className="muted num">{one.since.slice(0, 16).replace('T', ' ')}</span>
            {one.isThis ? (
              <span className="faint">{t('sessions.this')}</span>
            ) : (
              <Button size="small" onClick={() => end(`session/others/${one.id}`)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.sessions.length > 1 ? (
        <Button onClick={() => end('session/others')}>{t('sessions.endOthers')}</Button>
      ) : null}
    </>
  )
}
