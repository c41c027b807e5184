import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { t } from '../../../ui/language.ts'
import type { RecordType } from '../catalogue/catalogue.ts'
import type { ImportOutcome, Options, Target } from './import-data.ts'

type ImportChoicesProps = {
  type: RecordType
  options: Options
  outcome: ImportOutcome | null
  targets: readonly Target[]
  onChange: (part: Partial<Options>) => void
}

/** What the head of every document needs and the file has no column for. */
function HeadFields({ options, outcome, targets, onChange }: ImportChoicesProps): React.JSX.Element | null {
  const filled = new Set(outcome?.columns.map((column) => column.target))
  const said = options.plan.header ?? {}
  const asked = targets.filter(
    ({ target, required }) => target.startsWith('header.') && required && !filled.has(target),
  )
  if (outcome === null || asked.length === 0) return null
  return (
    <div className="import-head-fields">
      {asked.map(({ target, label }) => {
        const name = target.slice('header.'.length)
        return (
          <label key={target}>
            <span>{label} *</span>
            <input
              defaultValue={said[name] ?? ''}
              placeholder={t('import.forAll')}
              onBlur={(event) => {
                const value = event.target.value.trim()
                if (value !== (said[name] ?? ''))
                  onChange({ plan: { ...options.plan, header: { ...said, [name]: value } } })
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur()
              }}
            />
          </label>
        )
      })}
    </div>
  )
}

/** How the file is to be taken: what to do with records that are there, with mistakes, with days that may be two. */
export function ImportChoices(props: ImportChoicesProps): React.JSX.Element {
  const { type, options, outcome, onChange } = props
  const { plan } = options
  const sheets = outcome?.sheets ?? []
  return (
    <div className="import-choices">
      <div className="import-options">
        {type.sort === 'entity' ? (
          <Checkbox
            checked={options.update}
            label={t('import.update')}
            labelShown
            onChange={(update) => onChange({ update })}
          />
        ) : (
          <Checkbox
            checked={options.post}
            label={t('import.post')}
            labelShown
            onChange={(post) => onChange({ post })}
          />
        )}
        <Checkbox
          checked={plan.skipBad === true}
          label={t('import.skipBad')}
          labelShown
          onChange={(skipBad) => onChange({ plan: { ...plan, skipBad } })}
        />
        {sheets.length > 1 ? (
          <label className="import-sheet">
            {t('import.sheet')}
            <select
              value={plan.sheet ?? sheets[0]}
              onChange={(event) => onChange({ plan: { sheet: event.target.value } })}
            >
              {sheets.map((sheet) => (
                <option key={sheet}>{sheet}</option>
              ))}
            </select>
          </label>
        ) : null}
        {outcome?.asksDateOrder === true || plan.dateOrder !== undefined ? (
          <span className="import-order">
            {t('import.dateOrder')}
            <Segmented
              label={t('import.dateOrder')}
              value={plan.dateOrder ?? 'none'}
              options={[
                { value: 'dayFirst', label: t('import.dayFirst') },
                { value: 'monthFirst', label: t('import.monthFirst') },
              ]}
              onChange={(order) => {
                if (order !== 'none') onChange({ plan: { ...plan, dateOrder: order } })
              }}
            />
          </span>
        ) : null}
      </div>
      {type.sort === 'document' ? <HeadFields {...props} /> : null}
    </div>
  )
}
