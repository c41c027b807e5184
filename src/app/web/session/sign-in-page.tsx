import { useEffect, useState } from 'react'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { focusOnMount } from '../../../ui/control/focus-on-mount.ts'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { DoorFrame } from './door-frame.tsx'
import { ProviderDoors, refusalInAddress } from './provider-doors.tsx'
import { canUsePasskeys, signInByPasskey, signWithPasskey } from './passkey.ts'
import { signIn, type Session } from './session.ts'
import '../../../ui/form/form.css'
import './sign-in.css'

/** What is asked beside the password, once that was right. */
type Asked = { readonly code: boolean; readonly passkey: boolean }

const nothingAsked: Asked = { code: false, passkey: false }

const askedBy = (error: unknown): Asked => {
  const paths = error instanceof ApiProblem ? error.errors.map((one) => one.path) : []
  return { code: paths.includes('code'), passkey: paths.includes('passkey') && canUsePasskeys() }
}

type FieldProps = React.InputHTMLAttributes<HTMLInputElement> & {
  readonly label: string
  readonly onValue: (value: string) => void
  readonly focused?: boolean
}

function DoorField({ label, onValue, focused = false, ...input }: FieldProps): React.JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <span className="input-box">
        <input {...input} ref={focused ? focusOnMount : undefined} onChange={(event) => onValue(event.target.value)} />
      </span>
    </label>
  )
}

/** The door: a name and a password, or a passkey. Where one was going is kept in the address and gone to afterwards. */
export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }): React.JSX.Element {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(nothingAsked)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(refusalInAddress)
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('product')}`
  }, [])
  const refused = (error: unknown): void => {
    setBusy(false)
    setProblem(error instanceof Error ? error.message : String(error))
  }
  const attempt = (entering: Promise<Session>): void => {
    setBusy(true)
    setProblem(null)
    entering.then(onSignedIn, (error: unknown) => {
      const wanted = askedBy(error)
      const isFirst = (wanted.code || wanted.passkey) && !asked.code && !asked.passkey
      setCode('')
      if (error instanceof ApiProblem) setAsked(wanted)
      if (error instanceof ApiProblem && !wanted.code && !wanted.passkey) setPassword('')
      if (isFirst) setBusy(false)
      else refused(error)
    })
  }
  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    attempt(signIn(username.trim(), password, asked.code && code !== '' ? { code } : {}))
  }
  const confirmByPasskey = (): void =>
    attempt(signWithPasskey().then((passkey) => signIn(username.trim(), password, { passkey })))
  const enterByPasskey = (): void => {
    setBusy(true)
    setProblem(null)
    signInByPasskey().then(onSignedIn, refused)
  }
  return (
    <DoorFrame>
      <form className="sign-in-form" onSubmit={submit}>
        <DoorField
          label={t('signIn.username')}
          name="username"
          autoComplete="username webauthn"
          autoCapitalize="none"
          focused
          value={username}
          onValue={setUsername}
        />
        <DoorField
          label={t('signIn.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onValue={setPassword}
        />
        {asked.code ? (
          <DoorField
            label={t('signIn.code')}
            name="code"
            autoComplete="one-time-code"
            focused
            value={code}
            onValue={setCode}
          />
        ) : null}
        <p className="sign-in-problem" role="alert">
          {problem === null ? null : (
            <>
              <Icon name="alert" size={14} />
              {problem}
            </>
          )}
        </p>
        {asked.passkey ? (
          <Button
            look={asked.code ? undefined : 'primary'}
            size="large"
            icon="key"
            busy={busy}
            onClick={confirmByPasskey}
          >
            {t('signIn.confirmByPasskey')}
          </Button>
        ) : null}
        {asked.passkey && !asked.code ? null : (
          <Button
            look="primary"
            size="large"
            type="submit"
            busy={busy}
            disabled={username.trim() === '' || password === ''}
          >
            {t('signIn.enter')}
          </Button>
        )}
        {canUsePasskeys() && !asked.code && !asked.passkey ? (
          <Button size="large" icon="key" disabled={busy} onClick={enterByPasskey}>
            {t('signIn.byPasskey')}
          </Button>
        ) : null}
        {asked.code || asked.passkey ? null : <ProviderDoors />}
      </form>
    </DoorFrame>
  )
}
