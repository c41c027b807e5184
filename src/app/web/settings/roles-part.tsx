import { useMemo, useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Drawer } from '../../../ui/control/dialog.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { personalRight, sensitiveGroups, type SensitiveGroup } from '../../../kernel/definition/field.ts'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useSession } from '../session/session.ts'
import { nameableRights, opened, rightsGroups, shareRight, verbs, verbsOf, verbWord } from './role-rights.ts'
import { groupWords, peopleChoices, peopleWords, type PeopleScope } from './scope-words.ts'
import { useRows } from './use-rows.ts'

type Role = {
  readonly name: string
  readonly label: string
  readonly rights: readonly string[]
  readonly people: PeopleScope
}

type RoleEditorProps = { role: Role; onClose: () => void; onSave: (role: Role) => void }

function RoleEditor({ role, onClose, onSave }: RoleEditorProps): React.JSX.Element {
  const catalogue = useCatalogue()
  const nameable = useMemo(() => nameableRights(catalogue), [catalogue])
  const groups = useMemo(() => rightsGroups(catalogue), [catalogue])
  const [label, setLabel] = useState(role.label)
  const [people, setPeople] = useState(role.people)
  const [rights, setRights] = useState(() => opened(role.rights, nameable))
  const flip = (right: string, on: boolean): void =>
    setRights((was) => {
      const next = new Set(was)
      if (on) next.add(right)
      else next.delete(right)
      return next
    })
  const box = (right: string, name: string, shown = false): React.JSX.Element => (
    <Checkbox checked={rights.has(right)} label={name} labelShown={shown} onChange={(on) => flip(right, on)} />
  )
  const save = (): void => onSave({ ...role, label: label.trim(), rights: [...rights], people })
  return (
    <Drawer open title={role.label || t('roles.new')} onClose={onClose} width={860}>
      <div className="role-editor">
        <div className="role-head">
          <span className="input-box">
            <input
              aria-label={t('roles.name')}
              placeholder={t('roles.name')}
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
          </span>
          {Object.keys(sensitiveGroups).map((group) => (
            <span key={group}>{box(`${group}.see`, t(groupWords[group as SensitiveGroup]), true)}</span>
          ))}
          <span>{box(personalRight, t('role.personal'), true)}</span>
          <span>{box(shareRight, t('watch.shareRight'), true)}</span>
          <span className="grow" />
          <Button look="primary" disabled={label.trim() === ''} onClick={save}>
            {t('save')}
          </Button>
        </div>
        <div className="role-people">
          <span>{t('scope.people')}</span>
          <Segmented label={t('scope.people')} value={people} onChange={setPeople} options={peopleChoices()} />
          <small className="muted">{t('scope.roleHint')}</small>
        </div>
        <table className="settings-rights">
          <thead>
            <tr>
              <th scope="col">{t('roles.type')}</th>
              {verbs.map((verb) => (
                <th key={verb}>{verbWord(verb)}</th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.key}>
              <tr className="settings-rights-area">
                <td colSpan={verbs.length + 1}>{group.title}</td>
              </tr>
              {group.types.map((type) => (
                <tr key={type.name}>
                  <td>{definitionLabel(type)}</td>
                  {verbs.map((verb) => (
                    <td key={verb}>
                      {verbsOf(type).includes(verb)
                        ? box(`${type.name}.${verb}`, `${definitionLabel(type)} ${verbWord(verb)}`)
                        : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
        <h3 className="role-reports-title">{t('menu.reports')}</h3>
        <div className="role-reports">
          {[...catalogue.reports.values()].map((report) => (
            <span key={report.name}>{box(`report.${report.name}`, definitionLabel(report), true)}</span>
          ))}
        </div>
      </div>
    </Drawer>
  )
}

function newName(taken: readonly Role[]): string {
  let number = taken.length + 1
  while (taken.some((role) => role.name === `role${number}`)) number += 1
  return `role${number}`
}

/** The roles of the company and what each may do. */
export function RolesPart(): React.JSX.Element {
  const session = useSession()
  const roles = useRows<Role>('roles')
  const [edited, setEdited] = useState<Role | null>(null)
  const editable = session.may('role.update')
  const save = (role: Role): void => {
    void roles
      .send(`roles/${role.name}`, {
        method: 'PUT',
        body: { label: role.label, rights: role.rights, people: role.people },
      })
      .then((taken) => taken && setEdited(null))
  }
  return (
    <div className="page-scroll">
      <table className="settings-table">
        <thead>
          <tr>
            <th>{t('settings.roles')}</th>
            <th>{t('roles.rights')}</th>
            <th>
              {editable ? (
                <Button
                  look="primary"
                  size="small"
                  icon="plus"
                  onClick={() => setEdited({ name: newName(roles.rows), label: '', rights: [], people: 'all' })}
                >
                  {t('roles.new')}
                </Button>
              ) : null}
            </th>
          </tr>
        </thead>
        <tbody>
          {roles.rows.map((role) => (
            <tr key={role.name}>
              <td>{role.label}</td>
              <td className="muted">
                {role.rights.includes('*') ? t('roles.everything') : t('roles.count', { count: role.rights.length })}
                {role.people === 'all' ? '' : ` · ${t(peopleWords[role.people])}`}
              </td>
              <td>
                {editable && role.name !== 'administrator' ? (
                  <Button size="small" look="text" onClick={() => setEdited(role)}>
                    {t('edit')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edited === null ? null : (
        <RoleEditor key={edited.name} role={edited} onClose={() => setEdited(null)} onSave={save} />
      )}
    </div>
  )
}
