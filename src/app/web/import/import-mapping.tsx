import { labelOf } from '../../../ui/derive/label.ts'
import type { Fields } from '../../../kernel/definition/field.ts'
import { t } from '../../../ui/language.ts'
import type { RecordType } from '../catalogue/catalogue.ts'
import { formFieldsOf } from '../entity/entity-draft.ts'

type Mapping = Readonly<Record<string, string>>

export type ImportMappingProps = {
  type: RecordType
  /** Heads of the file that were not understood, or were mapped by hand. */
  unknown: readonly string[]
  mapping: Mapping
  onMapping: (mapping: Mapping) => void
}

type Target = { readonly value: string; readonly label: string }

function targetsIn(fields: Fields, part: string): Target[] {
  return Object.entries(fields)
    .filter(([, field]) => field.computed !== true && field.kind !== 'json')
    .map(([name, field]) => ({ value: `${part}.${name}`, label: labelOf(field, name) }))
}

function targetsOf(type: RecordType): readonly Target[] {
  if (type.sort === 'entity') return targetsIn(formFieldsOf(type), 'header')
  const lines = type.tables.find((table) => table.name === 'lines')?.fields ?? {}
  return [...targetsIn(type.fields, 'header'), ...targetsIn(lines, 'lines')]
}

/** Says for each head that was not understood which field it is, or that it is left out. */
export function ImportMapping({ type, unknown, mapping, onMapping }: ImportMappingProps): React.JSX.Element {
  const targets = targetsOf(type)
  return (
    <section className="import-mapping">
      <h2>{t('import.mapping')}</h2>
      <ul>
        {unknown.map((head) => (
          <li key={head}>
            <span className="clip">{head}</span>
            <select
              aria-label={t('import.mapTo', { head })}
              value={mapping[head] ?? ''}
              onChange={(event) => onMapping({ ...mapping, [head]: event.target.value })}
            >
              <option value="">{t('import.leaveOut')}</option>
              {targets.map((target) => (
                <option key={target.value} value={target.value}>
                  {target.label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  )
}
