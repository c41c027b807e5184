import { useState } from 'react'
import { focusOnMount } from '../control/focus-on-mount.ts'
import { Button } from '../control/button.tsx'
import { Checkbox } from '../control/checkbox.tsx'
import { Icon } from '../icons/icon.tsx'
import { FormField } from '../form/form-field.tsx'
import { useReferenceSearch } from '../field/use-reference-search.ts'
import type { Choice, FieldValue } from '../field/field.ts'
import { t } from '../language.ts'
import { datePresets, isFilled, type DatePreset, type Filter, type FilterField } from './filter.ts'

export type FilterEditorProps = {
  field: FilterField
  filter: Filter | undefined
  today: string
  onApply: (filter: Filter) => void
}

function asText(value: FieldValue): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function RangeEditor({ field, filter, today, onApply }: FilterEditorProps): React.JSX.Element {
  const start = filter?.type === 'range' ? filter : { from: null, to: null }
  const [from, setFrom] = useState<string | null>(start.from)
  const [to, setTo] = useState<string | null>(start.to)
  const kind = field.kind === 'date' ? 'date' : 'decimal'
  const applied: Filter = { key: field.key, type: 'range', from, to }
  return (
    <div className="filter-range">
      <FormField
        field={{ key: 'from', label: t('filter.from'), kind }}
        value={from}
        onChange={(value) => setFrom(asText(value))}
        today={today}
      />
      <FormField
        field={{ key: 'to', label: t('filter.to'), kind }}
        value={to}
        onChange={(value) => setTo(asText(value))}
        today={today}
      />
      <Button size="small" look="primary" disabled={!isFilled(applied)} onClick={() => onApply(applied)}>
        {t('filter.apply')}
      </Button>
    </div>
  )
}

function PresetEditor(props: FilterEditorProps): React.JSX.Element {
  const { field, filter, onApply } = props
  const chosen: DatePreset | null = filter?.type === 'preset' ? filter.preset : null
  return (
    <>
      <div className="filter-presets">
        {datePresets.map((preset) => (
          <Button
            key={preset}
            size="small"
            look={preset === chosen ? 'primary' : 'outlined'}
            onClick={() => onApply({ key: field.key, type: 'preset', preset })}
          >
            {t(`preset.${preset}`)}
          </Button>
        ))}
      </div>
      <RangeEditor {...props} />
    </>
  )
}

function TextFilterEditor({ field, filter, onApply }: FilterEditorProps): React.JSX.Element {
  const [text, setText] = useState(filter?.type === 'contains' ? filter.text : '')
  return (
    <form
      className="filter-range"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onApply({ key: field.key, type: 'contains', text: text.trim() })
      }}
    >
      <div className="input-box">
        <input
          ref={focusOnMount}
          aria-label={field.label}
          placeholder={t('filter.contains')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Button size="small" look="primary" type="submit" disabled={text.trim() === ''}>
        {t('filter.apply')}
      </Button>
    </form>
  )
}

type AnyEditorProps = FilterEditorProps & {
  choices: readonly Choice[]
  onSearch?: (query: string) => void
  query: string
}

function AnyEditor({ field, filter, onApply, choices, onSearch, query }: AnyEditorProps): React.JSX.Element {
  const chosen = filter?.type === 'any' ? filter.values : []
  const flip = (choice: Choice): void => {
    const on = chosen.some((one) => one.value === choice.value)
    onApply({
      key: field.key,
      type: 'any',
      values: on ? chosen.filter((one) => one.value !== choice.value) : [...chosen, choice],
    })
  }
  const listed = [
    ...chosen.filter(
      (one) => onSearch !== undefined && query === '' && !choices.some((choice) => choice.value === one.value),
    ),
    ...choices,
  ]
  return (
    <>
      {onSearch ? (
        <div className="input-box">
          <span className="filter-search-icon">
            <Icon name="search" size={14} />
          </span>
          <input
            ref={focusOnMount}
            aria-label={field.label}
            placeholder={t('filter.search')}
            value={query}
            onChange={(event) => onSearch(event.target.value)}
          />
        </div>
      ) : null}
      <div className="filter-choices">
        {listed.map((choice) => (
          <Checkbox
            key={choice.value}
            label={choice.label}
            labelShown
            checked={chosen.some((one) => one.value === choice.value)}
            onChange={() => flip(choice)}
          />
        ))}
        {listed.length === 0 ? <p className="faint">{t('picker.none', { query })}</p> : null}
      </div>
    </>
  )
}

function ReferenceFilterEditor(props: FilterEditorProps): React.JSX.Element {
  const [query, setQuery] = useState('')
  const search = useReferenceSearch(props.field.source, query, true)
  return (
    <AnyEditor
      {...props}
      choices={search.result.rows.map((row) => ({ value: row.id, label: row.name }))}
      query={query}
      onSearch={setQuery}
    />
  )
}

/** The panel that makes one condition. Choices apply at once; ranges and texts with a button. */
export function FilterEditor(props: FilterEditorProps): React.JSX.Element {
  const { field } = props
  const yesNo: readonly Choice[] = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ]
  return (
    <div className="filter-editor">
      <b className="small">{field.label}</b>
      {field.kind === 'text' ? <TextFilterEditor {...props} /> : null}
      {field.kind === 'date' ? <PresetEditor {...props} /> : null}
      {field.kind === 'decimal' ? <RangeEditor {...props} /> : null}
      {field.kind === 'choice' ? <AnyEditor {...props} choices={field.choices ?? []} query="" /> : null}
      {field.kind === 'boolean' ? <AnyEditor {...props} choices={yesNo} query="" /> : null}
      {field.kind === 'reference' ? <ReferenceFilterEditor {...props} /> : null}
    </div>
  )
}
