import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { FormSection } from '../../../ui/form/field-grid.tsx'
import { FormField } from '../../../ui/form/form-field.tsx'
import { chooseLanguage, currentLanguage, languageChoices, t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useTheme } from '../../../ui/theme/use-theme.ts'
import { goTo } from '../frame/navigate.ts'
import { usePageTitle } from '../frame/page.ts'
import { beginSession } from '../session/begin-session.ts'
import { enterCompany, signOut, useSession } from '../session/session.ts'
import { useInstall } from '../shell/keep-shell.ts'
import { SecurityPart } from './security-part.tsx'
import { DelegationPart } from './delegation-part.tsx'
import { NoticeChoices } from './notice-choices.tsx'
import '../../../ui/list/list-page.css'
import './settings.css'

function PasswordForm(): React.JSX.Element {
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const save = (event: React.FormEvent): void => {
    event.preventDefault()
    setBusy(true)
    requestJson('session/password', { method: 'POST', body: { current, password } })
      .then(
        () => {
          setCurrent('')
          setPassword('')
          setProblems({})
          showToast('done', t('me.passwordChanged'))
        },
        (error: unknown) => {
          const errors = error instanceof ApiProblem ? error.errors : []
          setProblems(Object.fromEntries(errors.map((one) => [one.path, one.message])))
          if (errors.length === 0) showToast('error', error instanceof Error ? error.message : String(error))
        },
      )
      .finally(() => setBusy(false))
  }
  return (
    <form className="settings-form" onSubmit={save}>
      {(['current', 'password'] as const).map((name) => (
        <label key={name}>
          <span>{t(name === 'current' ? 'me.currentPassword' : 'me.newPassword')}</span>
          <span className="input-box">
            <input
              type="password"
              autoComplete={name === 'current' ? 'current-password' : 'new-password'}
              value={name === 'current' ? current : password}
              onChange={(event) => (name === 'current' ? setCurrent : setPassword)(event.target.value)}
            />
          </span>
          {problems[name] === undefined ? null : <small className="is-negative">{problems[name]}</small>}
        </label>
      ))}
      <Button type="submit" busy={busy} disabled={current === '' || password === ''}>
        {t('me.changePassword')}
      </Button>
    </form>
  )
}

/** What concerns this person alone: who they are, how the product looks to them, the way out. */
export function MePage(): React.JSX.Element {
  usePageTitle(t('menu.me'))
  const session = useSession()
  const client = useQueryClient()
  const theme = useTheme()
  const install = useInstall()
  const fixed = { today: session.today, readOnly: true }
  const leave = (): void => {
    void signOut()
  }
  return (
    <div className="page-scroll settings">
      <header className="page-head">
        <h1>{t('menu.me')}</h1>
      </header>
      <div className="settings-body">
        <FormSection title={session.user.name}>
          <FormField
            {...fixed}
            field={{ key: 'username', label: t('signIn.username'), kind: 'text' }}
            value={session.user.username}
          />
          {session.companies.length > 1 ? (
            <ul className="settings-companies">
              {session.companies.map((company) => (
                <li key={company.id}>
                  <span className="grow">{company.name}</span>
                  {company.id === session.company?.id ? (
                    <span className="faint">{t('me.here')}</span>
                  ) : (
                    <Button
                      size="small"
                      onClick={() =>
                        void enterCompany(company.id).then((next) => {
                          beginSession(client, next)
                          goTo('/')
                        })
                      }
                    >
                      {t('me.enter')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          ) : (
            <FormField
              {...fixed}
              field={{ key: 'company', label: t('shell.company'), kind: 'text' }}
              value={session.company?.name ?? ''}
            />
          )}
        </FormSection>
        <FormSection title={t('me.look')}>
          <div className="settings-choices">
            <Segmented
              label={t('signIn.language')}
              value={currentLanguage()}
              onChange={chooseLanguage}
              options={languageChoices().map(({ value, name }) => ({ value, label: name }))}
            />
            <Segmented
              label={t('me.theme')}
              value={theme.mode}
              onChange={theme.choose}
              options={[
                { value: 'light', label: t('shell.light'), icon: 'sun' },
                { value: 'dark', label: t('shell.dark'), icon: 'moon' },
              ]}
            />
          </div>
        </FormSection>
        {install === null ? null : (
          <FormSection title={t('me.install')}>
            <p className="muted">{t('me.installAbout')}</p>
            <Button icon="download" onClick={install}>
              {t('me.install')}
            </Button>
          </FormSection>
        )}
        <FormSection title={t('delegation.title')}>
          <DelegationPart />
        </FormSection>
        <FormSection title={t('security.title')}>
          <SecurityPart />
        </FormSection>
        <NoticeChoices />
        <FormSection title={t('me.changePassword')}>
          <PasswordForm />
        </FormSection>
        <div className="settings-links">
          <Go to="/tasks">{t('task.page')}</Go>
          <Go to="/watch">{t('watch.page')}</Go>
          <Go to="/settings">{t('menu.settings')}</Go>
          <Button icon="signOut" onClick={leave}>
            {t('shell.signOut')}
          </Button>
        </div>
      </div>
    </div>
  )
}
