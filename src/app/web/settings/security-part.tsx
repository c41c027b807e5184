import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { AskLine, messageOf } from './ask-line.tsx'
import { deviceName } from './device-name.ts'
import { IdentitiesPart } from './identities-part.tsx'
import { Passkeys } from './passkeys-part.tsx'
import type { Passkey } from './passkeys-part.tsx'

type OpenSession = {
  readonly id: string
  readonly device: string | null
  readonly address: string | null
  readonly since: string
  readonly isThis: boolean
}
type SignIn = {
  readonly at: string
  readonly device: string
  readonly address: string
  readonly way: 'password' | 'code' | 'passkey' | 'provider' | 'trusted'
}
type Security = {
  readonly secondFactor: { readonly on: boolean; readonly recoveryLeft: number }
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly OpenSession[]
  readonly signIns: readonly SignIn[]
}

type Square = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Begun = {
  readonly secret: string
  readonly uri: string
  readonly code: { readonly across: number; readonly down: number; readonly dark: readonly Square[] } | null
}

/** Cameras want the quiet margin round the squares, and dark on light in either theme. */
function QrCode({ code }: { code: NonNullable<Begun['code']> }): React.JSX.Element {
  const path = code.dark.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h-${width}z`).join('')
  return (
    <svg
      className="qr-code"
      viewBox={`-4 -4 ${code.across + 8} ${code.down + 8}`}
      role="img"
      aria-label={t('factor.qrCode')}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}

type SecondFactorProps = { state: Security['secondFactor']; onChanged: () => void }

/** 两步验证: an authenticator app beside the password, and codes for when the phone is lost. */
function SecondFactor({ state, onChanged }: SecondFactorProps): React.JSX.Element {
  const [secret, setSecret] = useState<Begun | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const begin = async (password: string): Promise<void> =>
    setSecret(
      await requestJson<Begun>('session/second-factor', {
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
  }
  const remove = async (password: string): Promise<void> => {
    await requestJson('session/second-factor/remove', { method: 'POST', body: { password } })
    setCodes([])
    onChanged()
  }
  const kept = (): void => {
    setCodes([])
    onChanged()
  }
  if (codes.length > 0)
    return (
      <>
        <p>{t('factor.keepCodes')}</p>
        <div className="secret">{codes.join('　')}</div>
        <Button onClick={kept}>{t('factor.kept')}</Button>
      </>
    )
  if (secret !== null)
    return (
      <>
        <p>{t('factor.scan')}</p>
        {secret.code === null ? null : <QrCode code={secret.code} />}
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

function Sessions({ sessions, onChanged }: { sessions: readonly OpenSession[]; onChanged: () => void }) {
  const end = (path: string): void => {
    requestJson(path, { method: 'DELETE' }).then(onChanged, (error: unknown) => showToast('error', messageOf(error)))
  }
  return (
    <>
      <ul className="settings-companies">
        {sessions.map((one) => (
          <li key={one.id}>
            <span className="grow">
              {deviceName(one.device)} <span className="muted">{one.address}</span>
            </span>
            <span className="muted num">{formatMoment(one.since)}</span>
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
      {sessions.length > 1 ? <Button onClick={() => end('session/others')}>{t('sessions.endOthers')}</Button> : null}
    </>
  )
}

/** What one sets up to open the door: a second factor and passkeys. */
export function DoorPart({ onChanged }: { onChanged?: () => void }): React.JSX.Element | null {
  const { data, again } = useSecurity()
  if (data === undefined) return null
  const changed = (): void => {
    again()
    onChanged?.()
  }
  return (
    <>
      <h3>{t('factor.title')}</h3>
      <SecondFactor state={data.secondFactor} onChanged={changed} />
      <h3>{t('passkeys.title')}</h3>
      <Passkeys passkeys={data.passkeys} onChanged={changed} />
    </>
  )
}

function useSecurity(): { readonly data: Security | undefined; readonly again: () => void } {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['security'],
    queryFn: ({ signal }) => requestJson<Security>('session/security', { signal }),
  })
  return { data, again: () => void client.invalidateQueries({ queryKey: ['security'] }) }
}

/** How this person signs in, and where they are signed in now. */
export function SecurityPart(): React.JSX.Element | null {
  const { data, again } = useSecurity()
  if (data === undefined) return null
  return (
    <div className="security-part">
      <DoorPart />
      <IdentitiesPart />
      <h3>{t('sessions.title')}</h3>
      <Sessions sessions={data.sessions} onChanged={again} />
      <details className="sign-in-log">
        <summary>{t('signIns.title')}</summary>
        <ul className="settings-companies">
          {data.signIns.map((one) => (
            <li key={one.at}>
              <span className="grow">
                {deviceName(one.device)} <span className="muted">{one.address}</span>
              </span>
              <span className="muted">{t(`signIns.way.${one.way}`)}</span>
              <span className="muted num">{formatMoment(one.at)}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
