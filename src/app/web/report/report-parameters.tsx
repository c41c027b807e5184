import { rowText } from '../catalogue/row-text.ts'
import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { kebab } from '../../../kernel/definition/define.ts'
import type { Field } from '../../../kernel/definition/field.ts'
import { api } from '../../../ui/api/client.ts'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Menu, type MenuItem } from '../../../ui/control/menu.tsx'
import { Popover } from '../../../ui/control/popover.tsx'
import { formField } from '../../../ui/derive/form-field.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { FilterEditor } from '../../../ui/list/filter-editor.tsx'
import { datePresets, presetRange, type Filter } from '../../../ui/list/filter.ts'
import { referenceSources } from '../catalogue/reference-sources.ts'
import { useCatalogue, type CatalogueReport } from '../catalogue/catalogue.ts'
import { hasRange, isMonth, monthsBefore, type Asked } from './parameter-state.ts'
import './report-parameters.css'

export type ReportParametersProps = {
  report: CatalogueReport
  asked: Asked
  today: string
  onAsk: (asked: Asked) => void
  children?: React.ReactNode
}

type BoxProps = {
  label: string
  text: string
  /** Said where nothing is asked. */
  empty?: string
  calendar?: boolean
  onClear?: () => void
  children: (close: () => void) => React.ReactNode
}

/** A parameter in a box: its name, what is asked, and the panel that changes it. */
function Box({ label, text, empty, calendar, onClear, children }: BoxProps): React.JSX.Element {
  const [anchor, setAnchor] = useState<HTMLSpanElement | null>(null)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <span className="parameter-box" ref={setAnchor}>
      <button
        type="button"
        className="parameter"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="faint">{label}</span>
        <span className="clip">{text === '' ? (empty ?? t('report.all')) : text}</span>
        <Icon name={calendar ? 'calendar' : 'chevronDown'} size={14} />
      </button>
      {onClear && text !== '' ? (
        <button type="button" className="parameter-clear" aria-label={t('filter.drop', { label })} onClick={onClear}>
          <Icon name="close" size={12} />
        </button>
      ) : null}
      <Popover anchor={anchor} open={open} onClose={close} role="dialog" label={label}>
        {children(close)}
      </Popover>
    </span>
  )
}

function MenuBox({
  label,
  text,
  items,
}: {
  label: string
  text: string
  items: readonly MenuItem[]
}): React.JSX.Element {
  return (
    <Menu items={items} label={label}>
      {(trigger) => (
        <button type="button" className="parameter" {...trigger}>
          <span className="faint">{label}</span>
          <span className="clip">{text === '' ? t('report.all') : text}</span>
          <Icon name="chevronDown" size={14} />
        </button>
      )}
    </Menu>
  )
}

function rangeText(asked: Asked, today: string): string {
  const { from = '', to = '' } = asked
  if (from === '' && to === '') return ''
  const preset = datePresets.find((one) => {
    const range = presetRange(one, today)
    return range.from === from && range.to === to
  })
  if (preset !== undefined) return t(`preset.${preset}`)
  return t('report.range', { from: from === '' ? '…' : from, to: to === '' ? '…' : to })
}

function RangeBox({
  asked,
  today,
  onAsk,
}: Pick<ReportParametersProps, 'asked' | 'today' | 'onAsk'>): React.JSX.Element {
  const label = t('report.days')
  const { from: _from, to: _to, ...rest } = asked
  const apply = (filter: Filter): void => {
    if (filter.type === 'preset') onAsk({ ...rest, ...presetRange(filter.preset, today) })
    if (filter.type === 'range')
      onAsk({
        ...rest,
        ...(filter.from === null ? {} : { from: filter.from }),
        ...(filter.to === null ? {} : { to: filter.to }),
      })
  }
  const now: Filter = { key: 'range', type: 'range', from: asked['from'] ?? null, to: asked['to'] ?? null }
  return (
    <Box label={label} text={rangeText(asked, today)} calendar onClear={() => onAsk(rest)}>
      {(close) => (
        <FilterEditor
          field={{ key: 'range', label, kind: 'date' }}
          filter={now}
          today={today}
          onApply={(filter) => {
            apply(filter)
            close()
          }}
        />
      )}
    </Box>
  )
}

/** Names of the records that parameters point at. */
function useNames(report: CatalogueReport, asked: Asked): ReadonlyMap<string, string> {
  const references = Object.entries(report.parameters).flatMap(([name, field]) => {
    const id = asked[name] ?? ''
    const target = field.facet ?? field.target?.name
    return field.kind === 'ref' && id !== '' && target !== undefined ? [{ name, id, address: kebab(target) }] : []
  })
  const found = useQueries({
    queries: references.map(({ id, address }) => ({
      queryKey: ['record', address, id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.read<JsonRow>(address, id, signal),
    })),
  })
  return new Map(references.map(({ name, id }, index) => [name, rowText(found[index]?.data, 'name') || id.slice(0, 8)]))
}

type OneProps = ReportParametersProps & { name: string; field: Field; names: ReadonlyMap<string, string> }

function OneParameter({ name, field, asked, today, onAsk, names }: OneProps): React.JSX.Element {
  const catalogue = useCatalogue()
  const sourceOf = useMemo(() => referenceSources(catalogue), [catalogue])
  const shown = formField(name, field, sourceOf)
  const value = asked[name] ?? ''
  const { [name]: _gone, ...rest } = asked
  const put = (next: string | null): void => onAsk(next === null || next === '' ? rest : { ...rest, [name]: next })
  const clear = field.required ? undefined : () => put(null)
  const empty = field.required ? t('report.chooseOne') : undefined
  if (isMonth(name, field)) {
    const items = monthsBefore(today).map((month): MenuItem => ({
      key: month,
      label: month,
      checked: month === value,
      onSelect: () => put(month),
    }))
    return <MenuBox label={shown.label} text={value} items={items} />
  }
  if (field.kind === 'choice') {
    const choices = shown.choices ?? []
    const all: MenuItem = { key: '', label: t('report.all'), checked: value === '', onSelect: () => put(null) }
    const items = choices.map((choice): MenuItem => ({
      key: choice.value,
      label: choice.label,
      checked: choice.value === value,
      onSelect: () => put(choice.value),
    }))
    const text = choices.find((choice) => choice.value === value)?.label ?? value
    return (
      <MenuBox
        label={shown.label}
        text={text}
        items={field.required || field.initial !== undefined ? items : [all, ...items]}
      />
    )
  }
  if (field.kind === 'ref')
    return (
      <Box label={shown.label} text={names.get(name) ?? ''} empty={empty} onClear={clear}>
        {(close) => (
          <FilterEditor
            field={{ key: name, label: shown.label, kind: 'reference', source: shown.source }}
            filter={
              value === ''
                ? undefined
                : { key: name, type: 'any', values: [{ value, label: names.get(name) ?? value }] }
            }
            today={today}
            onApply={(filter) => {
              const chosen = filter.type === 'any' ? filter.values.at(-1) : undefined
              put(chosen?.value ?? null)
              close()
            }}
          />
        )}
      </Box>
    )
  const kind = field.kind === 'moment' ? 'date' : shown.kind
  return (
    <Box label={shown.label} text={value} empty={empty} calendar={kind === 'date'} onClear={clear}>
      {(close) => (
        <div className="parameter-panel">
          <FormField
            field={{ ...shown, kind, readOnly: false }}
            value={value === '' ? null : value}
            today={today}
            onChange={(next) => {
              put(typeof next === 'string' ? next : null)
              if (kind === 'date') close()
            }}
          />
        </div>
      )}
    </Box>
  )
}

/** Parameters few ask for stay in the menu until they are. */
function isRare(field: Field): boolean {
  return field.kind === 'moment' || field.kind === 'text' || field.kind === 'integer'
}

const mostBoxes = 6

/** What the report is asked, a box a parameter; the rare ones come from the menu at the end. */
export function ReportParameters(props: ReportParametersProps): React.JSX.Element {
  const { report, asked, today, onAsk, children } = props
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set())
  const names = useNames(report, asked)
  const range = hasRange(report.parameters)
  const others = Object.entries(report.parameters).filter(
    ([name, field]) => !(range && (name === 'from' || name === 'to')) && field.kind !== 'boolean',
  )
  const isShown = (name: string, field: Field, place: number): boolean =>
    field.required ||
    isMonth(name, field) ||
    (asked[name] ?? '') !== '' ||
    added.has(name) ||
    (!isRare(field) && place < mostBoxes) ||
    (place === 0 && others.every(([, one]) => isRare(one)))
  const shown = others.filter(([name, field], place) => isShown(name, field, place))
  const rest = others.filter((one) => !shown.includes(one))
  const switches = Object.entries(report.parameters).filter(([, field]) => field.kind === 'boolean')
  return (
    <div className="parameter-bar">
      {range ? <RangeBox asked={asked} today={today} onAsk={onAsk} /> : null}
      {shown.map(([name, field]) => (
        <OneParameter key={name} {...props} name={name} field={field} names={names} />
      ))}
      {rest.length > 0 ? (
        <Menu
          label={t('filter.add')}
          items={rest.map(([name, field]) => ({
            key: name,
            label: labelOf(field, name),
            onSelect: () => setAdded(new Set([...added, name])),
          }))}
        >
          {(trigger) => (
            <button type="button" className="chip chip-add" {...trigger}>
              <Icon name="plus" size={12} />
              {t('filter.add')}
            </button>
          )}
        </Menu>
      ) : null}
      <span className="grow" />
      {switches.map(([name, field]) => (
        <Checkbox
          key={name}
          checked={asked[name] === 'true' || asked[name] === '1' || asked[name] === '是'}
          label={labelOf(field, name)}
          labelShown
          onChange={(on) => onAsk({ ...asked, [name]: on ? 'true' : 'false' })}
        />
      ))}
      {children}
    </div>
  )
}
