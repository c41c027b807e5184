import { useState } from 'react'
import type { ApiProblem } from '../../../ui/api/problem.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { useSession } from '../session/session.ts'
import { LabelledInput } from './labelled-input.tsx'
import type { Problems } from './make-secret-dialog.tsx'
import { useRows } from './use-rows.ts'

type Provider = {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly enabled: boolean
  readonly usernameClaim: string
  readonly groupClaim: string
  readonly roles: Readonly<Record<string, string>>
  readonly defaultRoles: readonly string[]
  readonly creates: boolean
  readonly trusted: boolean
  readonly callback: string
}
type Role = { readonly name: string; readonly label: string }

const fresh = {
  name: '',
  issuer: 'https://',
  clientId: '',
  clientSecret: '',
  usernameClaim: 'preferred_username',
  groupClaim: 'groups',
}
const texts = ['name', 'issuer', 'clientId', 'clientSecret', 'usernameClaim', 'groupClaim'] as const
const switches = ['enabled', 'creates', 'trusted'] as const

/** `财务部 = accountant` by the line. */
const groupsText = (roles: Readonly<Record<string, string>>): string =>
  Object.entries(roles)
    .map(([group, role]) => `${group} = ${role}`)
    .join('\n')
const groupsIn = (text: string, roles: readonly Role[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => line.split(/\s*[=＝]\s*/))
      .filter(([group, role]) => group !== undefined && group.trim() !== '' && role !== undefined)
      .map(([group = '', role = '']) => [
        group.trim(),
        roles.find((one) => one.label === role.trim())?.name ?? role.trim(),
      ]),
  )

type DialogProps = {
  readonly provider: Provider | null
  readonly roles: readonly Role[]
  readonly onClose: () => void
  readonly onSave: (body: object, onRefused: (problem: ApiProblem) => void) => void
}

function ProviderDialog({ provider, roles, onClose, onSave }: DialogProps): React.JSX.Element {
  const [values, setValues] = useState({ ...fresh, ...(provider === null ? {} : pickTexts(provider)) })
  const [on, setOn] = useState({
    enabled: provider?.enabled ?? true,
    creates: provider?.creates ?? false,
    trusted: provider?.trusted ?? false,
  })
  const [groups, setGroups] = useState(groupsText(provider?.roles ?? {}))
  const [defaultRoles, setDefaultRoles] = useState(provider?.defaultRoles ?? [])
  const [problems, setProblems] = useState<Problems>({})
  const save = (): void => {
    setProblems({})
    onSave({ ...values, ...on, roles: groupsIn(groups, roles), defaultRoles }, (problem) =>
      setProblems(Object.fromEntries(problem.errors.map((one) => [one.path.split('.')[0] ?? '', one.message]))),
    )
  }
  return (
    <Dialog
      open
      width={520}
      title={provider?.name ?? t('providers.new')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="settings-form">
        {texts.map((name) => (
          <LabelledInput
            key={name}
            label={t(`providers.${name}`)}
            type={name === 'clientSecret' ? 'password' : 'text'}
            autoComplete={name === 'clientSecret' ? 'new-password' : 'off'}
            placeholder={name === 'clientSecret' && provider !== null ? t('messages.kept') : ''}
            value={values[name]}
            problem={problems[name]}
            onChange={(value) => setValues((was) => ({ ...was, [name]: value }))}
          />
        ))}
        {provider === null ? null : (
          <label>
            <span>{t('providers.callback')}</span>
            <code className="secret">{provider.callback}</code>
          </label>
        )}
        {switches.map((name) => (
          <Checkbox
            key={name}
            label={t(`providers.${name}`)}
            labelShown
            checked={on[name]}
            onChange={(value) => setOn((was) => ({ ...was, [name]: value }))}
          />
        ))}
        <label>
          <span>{t('providers.roles')}</span>
          <textarea
            className="settings-lines"
            rows={3}
            placeholder={t('providers.rolesExample')}
            value={groups}
            onChange={(event) => setGroups(event.target.value)}
          />
          {problems['roles'] === undefined ? null : <small className="is-negative">{problems['roles']}</small>}
        </label>
        <fieldset className="settings-scope">
          <legend>{t('providers.defaultRoles')}</legend>
          <div className="settings-roles">
            {roles.map((role) => (
              <Checkbox
                key={role.name}
                label={role.label}
                labelShown
                checked={defaultRoles.includes(role.name)}
                onChange={(value) =>
                  setDefaultRoles((was) => (value ? [...was, role.name] : was.filter((one) => one !== role.name)))
                }
              />
            ))}
          </div>
        </fieldset>
      </div>
    </Dialog>
  )
}

const pickTexts = ({ name, issuer, clientId, usernameClaim, groupClaim }: Provider) => ({
  name,
  issuer,
  clientId,
  usernameClaim,
  groupClaim,
})

/** 单点登录: the identity providers that the company's people may come by. */
export function ProvidersPart({ roles }: { roles: readonly Role[] }): React.JSX.Element {
  const mayChange = useSession().may('signInPolicy.update')
  const { rows, send } = useRows<Provider>('identity-providers')
  const [edited, setEdited] = useState<Provider | 'new' | null>(null)
  const save = (body: object, onRefused: (problem: ApiProblem) => void): void => {
    const before = edited === 'new' ? null : edited
    const path = before === null ? 'identity-providers' : `identity-providers/${before.id}`
    void send(path, { method: before === null ? 'POST' : 'PATCH', body }, onRefused).then((done) => {
      if (done) setEdited(null)
    })
  }
  const tryIt = (provider: Provider): void => {
    void send(`identity-providers/${provider.id}/try`, { method: 'POST', body: {} }, (problem) =>
      showToast('error', problem.errors[0]?.message ?? problem.message),
    ).then((done) => {
      if (done) showToast('done', t('providers.answers', { name: provider.name }))
    })
  }
  return (
    <section className="providers">
      <h3>{t('providers.title')}</h3>
      <p className="muted">{t('providers.about')}</p>
      <ul className="settings-companies">
        {rows.map((provider) => (
          <li key={provider.id}>
            <span className="grow">
              {provider.name} <span className="muted">{provider.issuer}</span>
            </span>
            <Tag tone={provider.enabled ? 'positive' : 'neutral'}>
              {t(provider.enabled ? 'messages.on' : 'messages.off')}
            </Tag>
            {mayChange ? (
              <>
                <Button size="small" look="text" onClick={() => tryIt(provider)}>
                  {t('providers.try')}
                </Button>
                <Button size="small" look="text" onClick={() => setEdited(provider)}>
                  {t('edit')}
                </Button>
                <Button
                  size="small"
                  look="text"
                  danger
                  onClick={() => void send(`identity-providers/${provider.id}`, { method: 'DELETE' })}
                >
                  {t('record.delete')}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <Button icon="plus" onClick={() => setEdited('new')}>
          {t('providers.new')}
        </Button>
      ) : null}
      {edited === null ? null : (
        <ProviderDialog
          provider={edited === 'new' ? null : edited}
          roles={roles}
          onClose={() => setEdited(null)}
          onSave={save}
        />
      )}
    </section>
  )
}
