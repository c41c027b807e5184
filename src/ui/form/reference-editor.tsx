import { useId, useMemo, useRef, useState } from 'react'
import { Popover } from '../control/popover.tsx'
import { Icon } from '../icons/icon.tsx'
import { choiceAsReference, choiceSource } from '../field/choice-source.ts'
import { isReference, type Reference, type ReferenceSource } from '../field/field.ts'
import { lookUpReferences } from '../field/look-up.ts'
import { PickerPanel } from '../field/picker-panel.tsx'
import { useReferenceSearch } from '../field/use-reference-search.ts'
import { t } from '../language.ts'
import type { EditorProps } from './editor.ts'

type ComboProps = Omit<EditorProps, 'value' | 'onChange'> & {
  source: ReferenceSource
  chosen: Reference | null
  onChoose: (reference: Reference | null) => void
  icon: 'search' | 'chevronDown'
  showCode: boolean
}

function restingText(chosen: Reference | null, showCode: boolean): string {
  if (chosen === null) return ''
  return showCode && chosen.code !== undefined ? `${chosen.code} ${chosen.name}` : chosen.name
}

function Combo(props: ComboProps): React.JSX.Element {
  const { id, field, source, chosen, onChoose, onProblem, invalid, describedBy, icon, showCode } = props
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState<string | null>(null)
  const [looking, setLooking] = useState(false)
  const [mark, setMark] = useState({ query: '', index: 0 })
  const query = (draft ?? '').trim()
  const search = useReferenceSearch(source, query, open)
  const rows = search.result.rows
  // The mark belongs to the query it was set under; another query starts at its first row.
  const highlighted = mark.query === query ? mark.index : 0
  const setHighlighted = (index: number): void => setMark({ query, index })

  const rest = (): void => {
    setOpen(false)
    setDraft(null)
    setMark({ query: '', index: 0 })
  }
  const choose = (reference: Reference | null): void => {
    onProblem?.(null)
    rest()
    if (reference?.id !== chosen?.id) onChoose(reference)
  }
  /** Leaving with a typed text: nothing empties the field, anything else is looked up. */
  const leave = (): void => {
    if (draft === null) return rest()
    if (query === '') return choose(null)
    rest()
    setLooking(true)
    void lookUpReferences(source, [query])
      .then(([found]) => {
        if (found) choose(found)
        else onProblem?.(t('problem.notFound', { text: query, label: source.label }))
      })
      .finally(() => setLooking(false))
  }
  const fetchFrom = (chooser: ((query: string) => Promise<Reference | null>) | undefined): void => {
    void chooser?.(query).then((found) => {
      if (found) choose(found)
      input.current?.focus()
    })
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) setOpen(true)
      else if (rows.length > 0)
        setHighlighted((highlighted + (event.key === 'ArrowDown' ? 1 : -1) + rows.length) % rows.length)
    }
    if (event.key === 'Enter' && open) {
      event.preventDefault()
      const row = rows[highlighted]
      if (row && !search.busy) choose(row)
      else leave()
    }
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      rest()
    }
    if (event.key === 'F7') fetchFrom(source.browse)
    if (event.key === 'F4') fetchFrom(source.create)
  }
  return (
    <div className="input-box" ref={setBox}>
      <input
        ref={input}
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && rows.length > 0 ? `${listId}-${highlighted}` : undefined}
        aria-autocomplete="list"
        aria-invalid={invalid || undefined}
        aria-busy={looking || undefined}
        aria-describedby={describedBy}
        aria-required={field.required || undefined}
        autoComplete="off"
        value={draft ?? restingText(chosen, showCode)}
        placeholder={field.placeholder}
        onChange={(event) => {
          setDraft(event.target.value)
          setOpen(true)
        }}
        onFocus={(event) => event.currentTarget.select()}
        onClick={(event) => {
          // The press that brought the focus has put the caret in the text again: what is typed now replaces it.
          if (!open && draft === null) event.currentTarget.select()
          setOpen(true)
        }}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <span
        className="input-icon"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.preventDefault()
          input.current?.focus()
          setOpen((was) => !was)
        }}
      >
        <Icon name={icon} size={14} />
      </span>
      <Popover anchor={box} open={open} onClose={rest} matchWidth>
        <PickerPanel
          id={listId}
          source={source}
          query={query}
          state={search}
          highlighted={highlighted}
          onHighlight={setHighlighted}
          onPick={choose}
        />
      </Popover>
    </div>
  )
}

const noSource: ReferenceSource = { key: 'none', label: '', columns: [], search: () => Promise.resolve({ rows: [] }) }

export function ReferenceEditor(props: EditorProps): React.JSX.Element {
  const { value, onChange, field } = props
  return (
    <Combo
      {...props}
      source={field.source ?? noSource}
      chosen={isReference(value) ? value : null}
      onChoose={onChange}
      icon="search"
      showCode
    />
  )
}

export function ChoiceEditor(props: EditorProps): React.JSX.Element {
  const { value, onChange, field } = props
  const source = useMemo(() => choiceSource(field.key, field.label, field.choices ?? []), [field])
  const choice = field.choices?.find((one) => one.value === value)
  return (
    <Combo
      {...props}
      source={source}
      chosen={choice ? choiceAsReference(choice) : null}
      onChoose={(reference) => onChange(reference?.id ?? null)}
      icon="chevronDown"
      showCode={false}
    />
  )
}
