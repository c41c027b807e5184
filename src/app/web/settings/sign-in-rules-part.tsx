import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { useSession } from '../session/session.ts'
import { LabelledInput } from './labelled-input.tsx'
import { ProvidersPart } from './providers-part.tsx'
import type { Problems } from './make-secret-dialog.tsx'
import { useRows } from './use-rows.ts'

type Rules = {
  readonly factorFor: readonly string[]
  readonly graceDays: number
  readonly idleMinutes: number
  readonly longestHours: number
}
type Role = { readonly name: string; readonly label: string }

const figures = ['graceDays', 'idleMinutes', 'longestHours'] as const

function RulesForm({ rules, roles }: { rules: Rules; roles: readonly Role[] }): React.JSX.Element {
  const client = useQueryClient()
  const mayChange = useSession().may('signInPolicy.update')
  const [factorFor, setFactorFor] = useState(rules.factorFor)
  const [values, setValues] = useState({
    graceDays: String(rules.graceDays),
    idleMinutes: String(rules.idleMinutes),
    longestHours: String(rules.longestHours),
  })
  const [problems, setProblems] = useState<Problems>({})
  const everyone = factorFor.includes('*')
  const turn = (role: string, on: boolean): void =>
    setFactorFor((was) => (on ? [...was, role] : was.filter((one) => one !== role)))
  const save = (event: React.FormEvent): void => {
    event.preventDefault()
    setProblems({})
    const body = {
      factorFor: everyone ? ['*'] : factorFor,
      ...Object.fromEntries(figures.map((name) => [name, /^\d+$/.test(values[name]) ? Number(values[name]) : -1])),
    }
    requestJson('sign-in-policy', { method: 'PUT', body }).then(
      () => {
        showToast('done', t('signInRules.saved'))
        void client.invalidateQueries({ queryKey: ['session'] })
      },
      (error: unknown) => {
        if (error instanceof ApiProblem && error.errors.length > 0)
          setProblems(Object.fromEntries(error.errors.map((one) => [one.path.split('.')[0] ?? '', one.message])))
        else showToast('error', error instanceof Error ? error.message : String(error))
      },
    )
  }
  return (
    <form className="settings-form sign-in-rules" onSubmit={save}>
      <h3>{t('signInRules.factor')}</h3>
      <p className="muted">{t('signInRules.factorAbout')}</p>
      <Checkbox label={t('signInRules.everyone')} labelShown checked={everyone} onChange={(on) => turn('*', on)} />
      {everyone ? null : (
        <div className="settings-roles" role="group" aria-label={t('settings.roles')}>
          {roles.map((role) => (
            <Checkbox
              key={role.name}
              label={role.label}
              labelShown
              checked={factorFor.includes(role.name)}
              onChange={(on) => turn(role.name, on)}
            />
          ))}
        </div>
      )}
      {figures.map((name) => (
        <div key={name}>
          {name === 'idleMinutes' ? <h3>{t('signInRules.sessions')}</h3> : null}
          <LabelledInput
            label={t(`signInRules.${name}`)}
            value={values[name]}
            problem={problems[name]}
            onChange={(value) => setValues((was) => ({ ...was, [name]: value }))}
          />
        </div>
      ))}
      {mayChange ? (
        <Button type="submit" look="primary">
          {t('save')}
        </Button>
      ) : null}
    </form>
  )
}

/** 登录规则: of whom the company asks a second factor, and how long sessions last. */
export function SignInRulesPart(): React.JSX.Element {
  const roles = useRows<Role>('roles', useSession().may('role.read'))
  const { data } = useQuery({
    queryKey: ['settings', 'sign-in-policy'],
    queryFn: ({ signal }) => requestJson<Rules>('sign-in-policy', { signal }),
  })
  return (
    <div className="page-scroll">
      <div className="settings-messages">
        {data === undefined ? null : <RulesForm key={JSON.stringify(data)} rules={data} roles={roles.rows} />}
        <ProvidersPart roles={roles.rows} />
      </div>
    </div>
  )
}
