import { useQuery } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { t } from '../../../ui/language.ts'
import { peopleChoices, type PeopleScope } from './scope-words.ts'

export type Scope = {
  readonly employee: string | null
  readonly people: PeopleScope | null
  readonly chosen: Readonly<Record<string, readonly string[]>>
}

export const wholeScope: Scope = { employee: null, people: null, chosen: {} }

type Named = { readonly id: string; readonly code: string; readonly name: string }

function useNamed(address: string): readonly Named[] {
  const { data } = useQuery({
    queryKey: ['settings', 'scope', address],
    queryFn: ({ signal }) => requestJson<{ rows: readonly Named[] }>(`${address}?limit=500&sort=code`, { signal }),
  })
  return data?.rows ?? []
}

/** What a user may be bounded to by name, and the words for it. */
const placeKinds = [
  { name: 'branch', address: 'branch', label: 'scope.onlyBranches' },
  { name: 'warehouse', address: 'warehouse', label: 'scope.onlyWarehouses' },
  { name: 'cashAccount', address: 'cash-account', label: 'scope.onlyAccounts' },
] as const

type ChosenProps = { kind: (typeof placeKinds)[number]; scope: Scope; onChange: (scope: Scope) => void }

/** The records of one kind that a user is bounded to; nothing where the company has none. */
function ChosenPlaces({ kind, scope, onChange }: ChosenProps): React.JSX.Element | null {
  const records = useNamed(kind.address)
  const chosen = scope.chosen[kind.name]
  const choose = (ids: readonly string[] | undefined): void => {
    const { [kind.name]: _before, ...others } = scope.chosen
    onChange({ ...scope, chosen: ids === undefined ? others : { ...others, [kind.name]: ids } })
  }
  if (records.length === 0 && chosen === undefined) return null
  return (
    <>
      <Checkbox
        label={t(kind.label)}
        labelShown
        checked={chosen !== undefined}
        onChange={(on) => choose(on ? [] : undefined)}
      />
      {chosen === undefined ? null : (
        <div className="settings-roles" role="group" aria-label={t(kind.label)}>
          {records.map((one) => (
            <Checkbox
              key={one.id}
              label={one.name}
              labelShown
              checked={chosen.includes(one.id)}
              onChange={(on) => choose(on ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
            />
          ))}
        </div>
      )}
    </>
  )
}

type ScopePartProps = { scope: Scope; onChange: (scope: Scope) => void; problems: Readonly<Record<string, string>> }

/** Whose records a user is shown, and of which branches, warehouses and cash accounts: 数据范围. */
export function ScopePart({ scope, onChange, problems }: ScopePartProps): React.JSX.Element {
  const employees = useNamed('employee')
  return (
    <fieldset className="settings-scope">
      <legend>{t('scope.title')}</legend>
      <label>
        <span>{t('scope.employee')}</span>
        <span className="input-box">
          <select
            value={scope.employee ?? ''}
            onChange={(event) => onChange({ ...scope, employee: event.target.value || null })}
          >
            <option value="">{t('scope.noEmployee')}</option>
            {employees.map((one) => (
              <option key={one.id} value={one.id}>
                {one.code} {one.name}
              </option>
            ))}
          </select>
        </span>
        {problems['employee'] === undefined ? null : <small className="is-negative">{problems['employee']}</small>}
      </label>
      <label>
        <span>{t('scope.people')}</span>
        <span className="input-box">
          <select
            value={scope.people ?? ''}
            onChange={(event) =>
              onChange({
                ...scope,
                people: peopleChoices().find((one) => one.value === event.target.value)?.value ?? null,
              })
            }
          >
            <option value="">{t('scope.asRoles')}</option>
            {peopleChoices().map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        </span>
      </label>
      {placeKinds.map((kind) => (
        <ChosenPlaces key={kind.name} kind={kind} scope={scope} onChange={onChange} />
      ))}
    </fieldset>
  )
}
