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

type ScopePartProps = { scope: Scope; onChange: (scope: Scope) => void; problems: Readonly<Record<string, string>> }

/** Whose records a user is shown, and of which warehouses: 数据范围. */
export function ScopePart({ scope, onChange, problems }: ScopePartProps): React.JSX.Element {
  const employees = useNamed('employee')
  const warehouses = useNamed('warehouse')
  const places = scope.chosen['warehouse']
  const choosePlaces = (ids: readonly string[] | undefined): void =>
    onChange({ ...scope, chosen: ids === undefined ? {} : { warehouse: ids } })
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
      <Checkbox
        label={t('scope.onlyWarehouses')}
        labelShown
        checked={places !== undefined}
        onChange={(on) => choosePlaces(on ? [] : undefined)}
      />
      {places === undefined ? null : (
        <div className="settings-roles" role="group" aria-label={t('scope.onlyWarehouses')}>
          {warehouses.map((one) => (
            <Checkbox
              key={one.id}
              label={one.name}
              labelShown
              checked={places.includes(one.id)}
              onChange={(on) => choosePlaces(on ? [...places, one.id] : places.filter((id) => id !== one.id))}
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}
