import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import type { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { goTo } from '../frame/navigate.ts'
import { beginSession } from '../session/begin-session.ts'
import { beginPreview, useSession } from '../session/session.ts'
import { ScopePart, wholeScope, type Scope } from './scope-part.tsx'
import { useRows } from './use-rows.ts'

type User = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly roles: readonly string[]
  readonly disabled: boolean
  readonly secondFactor: boolean
  readonly scope: Scope | null
}
type Role = { readonly name: string; readonly label: string }
type Draft = {
  username: string
  name: string
  password: string
  roles: readonly string[]
  disabled: boolean
  scope: Scope
}
type Problems = Readonly<Record<string, string>>

type UserDialogProps = {
  user: User | null
  roles: readonly Role[]
  onClose: () => void
  onSave: (draft: Draft, onRefused: (problems: Problems) => void) => void
  onResetFactor: () => void
}

function UserDialog({ user, roles, onClose, onSave, onResetFactor }: UserDialogProps): React.JSX.Element {
  const [draft, setDraft] = useState<Draft>({
    username: user?.username ?? '',
    name: user?.name ?? '',
    password: '',
    roles: user?.roles ?? [],
    disabled: user?.disabled ?? false,
    scope: user?.scope ?? wholeScope,
  })
  const [problems, setProblems] = useState<Problems>({})
  const set = (part: Partial<Draft>): void => setDraft((was) => ({ ...was, ...part }))
  const texts = [
    ['username', 'signIn.username', 'text'],
    ['name', 'users.name', 'text'],
    ['password', user === null ? 'signIn.password' : 'users.newPassword', 'password'],
  ] as const
  return (
    <Dialog
      open
      title={user === null ? t('users.new') : user.name}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" onClick={() => onSave(draft, setProblems)}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="settings-form">
        {texts.map(([name, word, type]) => (
          <label key={name}>
            <span>{t(word)}</span>
            <span className="input-box">
              <input
                type={type}
                autoComplete={type === 'password' ? 'new-password' : 'off'}
                value={draft[name]}
                onChange={(event) => set({ [name]: event.target.value })}
              />
            </span>
            {problems[name] === undefined ? null : <small className="is-negative">{problems[name]}</small>}
          </label>
        ))}
        <div className="settings-roles" role="group" aria-label={t('settings.roles')}>
          {roles.map((role) => (
            <Checkbox
              key={role.name}
              label={role.label}
              labelShown
              checked={draft.roles.includes(role.name)}
              onChange={(on) =>
                set({ roles: on ? [...draft.roles, role.name] : draft.roles.filter((one) => one !== role.name) })
              }
            />
          ))}
        </div>
        {problems['roles'] === undefined ? null : <small className="is-negative">{problems['roles']}</small>}
        <ScopePart scope={draft.scope} onChange={(scope) => set({ scope })} problems={problems} />
        {user === null ? null : (
          <Checkbox
            label={t('users.disabled')}
            labelShown
            checked={draft.disabled}
            onChange={(disabled) => set({ disabled })}
          />
        )}
        {user?.secondFactor === true ? (
          <div>
            <Button danger onClick={onResetFactor}>
              {t('users.resetFactor')}
            </Button>
            <small className="muted"> {t('users.resetFactorHelp')}</small>
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}

/** A user who was just added has no id here yet. */
async function idOf(username: string): Promise<string> {
  const { rows } = await requestJson<{ rows: readonly User[] }>('users')
  return rows.find((one) => one.username === username.normalize('NFKC').toLowerCase())?.id ?? ''
}

/** Who may sign in to this company, in which roles, and what they are shown. */
export function UsersPart(): React.JSX.Element {
  const session = useSession()
  const users = useRows<User>('users')
  const roles = useRows<Role>('roles', session.may('role.read'))
  const [edited, setEdited] = useState<User | 'new' | null>(null)
  const client = useQueryClient()
  const preview = (id: string): void => {
    void beginPreview(id).then(
      (next) => {
        beginSession(client, next)
        goTo('/')
      },
      (error: unknown) => showToast('error', error instanceof Error ? error.message : String(error)),
    )
  }
  const save = (draft: Draft, onRefused: (problems: Problems) => void): void => {
    const { password, scope, ...rest } = draft
    const before = edited === null || edited === 'new' ? null : edited
    const refused = (problem: ApiProblem): void =>
      onRefused(Object.fromEntries(problem.errors.map((one) => [one.path.split('.')[0] ?? '', one.message])))
    const method = before === null ? 'POST' : 'PATCH'
    const body = password === '' ? rest : { ...rest, password }
    const saveAll = async (): Promise<void> => {
      if (!(await users.send(before === null ? 'users' : `users/${before.id}`, { method, body }, refused))) return
      if (JSON.stringify(scope) !== JSON.stringify(before?.scope ?? wholeScope)) {
        const id = before?.id ?? (await idOf(draft.username))
        if (!(await users.send(`users/${id}/scope`, { method: 'PUT', body: scope }, refused))) return
      }
      setEdited(null)
    }
    void saveAll()
  }
  const resetFactor = (user: User | 'new'): void => {
    if (user === 'new') return
    void users.send(`users/${user.id}/second-factor`, { method: 'DELETE' }).then((done) => {
      if (!done) return
      setEdited(null)
      showToast('done', t('users.factorReset', { name: user.name }))
    })
  }
  const labels = new Map(roles.rows.map((role) => [role.name, role.label]))
  return (
    <div className="page-scroll">
      <div className="settings-table-scroll">
        <table className="settings-table">
          <thead>
            <tr>
              <th>{t('signIn.username')}</th>
              <th>{t('users.name')}</th>
              <th>{t('settings.roles')}</th>
              <th>
                {session.may('user.create') ? (
                  <Button look="primary" size="small" icon="plus" onClick={() => setEdited('new')}>
                    {t('users.new')}
                  </Button>
                ) : null}
              </th>
            </tr>
          </thead>
          <tbody>
            {users.rows.map((user) => (
              <tr key={user.id}>
                <td>{user.username}</td>
                <td>
                  {user.name} {user.disabled ? <Tag tone="warning">{t('record.isDisabled')}</Tag> : null}{' '}
                  {user.secondFactor ? <Tag tone="positive">{t('users.secondFactor')}</Tag> : null}
                </td>
                <td className="muted">{user.roles.map((role) => labels.get(role) ?? role).join('、')}</td>
                <td>
                  {session.may('user.update') ? (
                    <Button size="small" look="text" onClick={() => setEdited(user)}>
                      {t('edit')}
                    </Button>
                  ) : null}
                  {session.may('user.preview') && user.id !== session.user.id && !user.disabled ? (
                    <Button size="small" look="text" onClick={() => preview(user.id)}>
                      {t('users.preview')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {edited === null ? null : (
        <UserDialog
          user={edited === 'new' ? null : edited}
          roles={roles.rows}
          onClose={() => setEdited(null)}
          onSave={save}
          onResetFactor={() => resetFactor(edited)}
        />
      )}
    </div>
  )
}
