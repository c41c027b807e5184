import { useEffect, useState } from 'react'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, IconButton } from '../../../ui/control/button.tsx'
import { focusOnMount } from '../../../ui/control/focus-on-mount.ts'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { BrandMark, Icon } from '../../../ui/icons/icon.tsx'
import { chooseLanguage, currentLanguage, languageChoices, t } from '../../../ui/language.ts'
import { useTheme } from '../../../ui/theme/use-theme.ts'
import { signIn, type Session } from './session.ts'
import '../../../ui/form/form.css'
import './sign-in.css'

/** The door: a name and a password. Where one was going is kept in the address and gone to afterwards. */
export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }): React.JSX.Element {
  const theme = useTheme()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  /** Asked for once the password was right and there is a second factor. */
  const [code, setCode] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('product')}`
  }, [])
  const submit = (event: React.FormEvent): void => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    signIn(username.trim(), password, code ?? undefined).then(onSignedIn, (error: unknown) => {
      setBusy(false)
      const asksCode = error instanceof ApiProblem && error.errors.some((one) => one.path === 'code')
      setCode(asksCode ? '' : null)
      if (!asksCode) setPassword('')
      if (asksCode && code === null) return
      setProblem(error instanceof Error ? error.message : String(error))
    })
  }
  return (
    <main className="sign-in">
      <div className="sign-in-tools">
        <Segmented
          label={t('signIn.language')}
          value={currentLanguage()}
          onChange={chooseLanguage}
          options={languageChoices().map(({ value, name }) => ({ value, label: name }))}
        />
        <IconButton
          icon={theme.mode === 'dark' ? 'sun' : 'moon'}
          label={t(theme.mode === 'dark' ? 'shell.light' : 'shell.dark')}
          onClick={theme.toggle}
        />
      </div>
      <form className="sign-in-form" onSubmit={submit}>
        <header>
          <BrandMark size={36} />
          <h1>{t('product')}</h1>
          <p className="muted">{t('signIn.claim')}</p>
        </header>
        <label>
          <span>{t('signIn.username')}</span>
          <span className="input-box">
            <input
              ref={focusOnMount}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          </span>
        </label>
        <label>
          <span>{t('signIn.password')}</span>
          <span className="input-box">
            <input
              name="password"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </span>
        </label>
        {code === null ? null : (
          <label>
            <span>{t('signIn.code')}</span>
            <span className="input-box">
              <input
                ref={focusOnMount}
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            </span>
          </label>
        )}
        <p className="sign-in-problem" role="alert">
          {problem === null ? null : (
            <>
              <Icon name="alert" size={14} />
              {problem}
            </>
          )}
        </p>
        <Button
          look="primary"
          size="large"
          type="submit"
          busy={busy}
          disabled={username.trim() === '' || password === ''}
        >
          {t('signIn.enter')}
        </Button>
      </form>
    </main>
  )
}
