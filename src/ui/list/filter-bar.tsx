import { useCallback, useEffect, useState } from 'react'
import { Button, IconButton } from '../control/button.tsx'
import { Menu } from '../control/menu.tsx'
import { Popover } from '../control/popover.tsx'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import { t } from '../language.ts'
import { dropFilter, isFilled, putFilter, type Filter, type FilterField } from './filter.ts'
import { FilterEditor } from './filter-editor.tsx'
import './list-page.css'

export type ListTool =
  | { key: string; label: string; icon: IconName; onSelect: () => void }
  | { key: string; node: React.ReactNode }

export type FilterBarProps = {
  search: string
  onSearch: (text: string) => void
  searchHint?: string
  fields: readonly FilterField[]
  filters: readonly Filter[]
  onFilters: (filters: readonly Filter[]) => void
  onSaveView?: () => void
  today: string
  tools?: readonly ListTool[]
}

/** What a condition reads as on its chip: the first value, and how many there are. */
function FilterWords({ filter }: { filter: Filter }): React.ReactNode {
  if (filter.type === 'contains') return <b>{filter.text}</b>
  if (filter.type === 'preset') return <b>{t(`preset.${filter.preset}`)}</b>
  if (filter.type === 'range') return <b>{`${filter.from ?? ''} ~ ${filter.to ?? ''}`}</b>
  const short = filter.values.map((one) => one.label).join('、')
  if (filter.values.length <= 2 && short.length <= 12) return <b>{short}</b>
  return (
    <>
      <b>{filter.values[0]?.label}</b>
      {filter.values.length > 1 ? ` ${t('filter.andOthers', { count: filter.values.length })}` : null}
    </>
  )
}

function FilterChip({
  field,
  filter,
  today,
  onApply,
  onDrop,
}: {
  field: FilterField
  filter: Filter
  today: string
  onApply: (filter: Filter) => void
  onDrop: () => void
}): React.JSX.Element {
  const [anchor, setAnchor] = useState<HTMLSpanElement | null>(null)
  const [open, setOpen] = useState(!isFilled(filter))
  const close = useCallback(() => setOpen(false), [])
  return (
    <span className="chip" ref={setAnchor}>
      <button
        type="button"
        className="chip-words"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {field.label} <FilterWords filter={filter} />
      </button>
      <button
        type="button"
        className="chip-drop"
        aria-label={t('filter.drop', { label: field.label })}
        onClick={onDrop}
      >
        <Icon name="close" size={12} />
      </button>
      <Popover anchor={anchor} open={open} onClose={close} role="dialog" label={field.label}>
        <FilterEditor
          field={field}
          filter={filter}
          today={today}
          onApply={(next) => {
            onApply(next)
            if (next.type !== 'any') close()
          }}
        />
      </Popover>
    </span>
  )
}

function emptyFilter(field: FilterField): Filter {
  if (field.kind === 'text') return { key: field.key, type: 'contains', text: '' }
  if (field.kind === 'date' || field.kind === 'decimal') return { key: field.key, type: 'range', from: null, to: null }
  return { key: field.key, type: 'any', values: [] }
}

function SearchBox({
  text,
  onSearch,
  hint,
}: {
  text: string
  onSearch: (text: string) => void
  hint?: string
}): React.JSX.Element {
  const [draft, setDraft] = useState(text)
  const [seen, setSeen] = useState(text)
  if (seen !== text) {
    // A saved view or 清除 changed the search from outside.
    setSeen(text)
    setDraft(text)
  }
  useEffect(() => {
    if (draft === text) return undefined
    const timer = setTimeout(() => onSearch(draft), 200)
    return () => clearTimeout(timer)
  }, [draft, text, onSearch])
  return (
    <search className="input-box list-search">
      <span className="filter-search-icon">
        <Icon name="search" size={14} />
      </span>
      <input
        type="search"
        value={draft}
        placeholder={hint ?? t('list.search')}
        aria-label={hint ?? t('list.search')}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && onSearch(draft)}
      />
    </search>
  )
}

/** Search, conditions as chips, and the tools of the list at the end of the row. */
export function FilterBar(props: FilterBarProps): React.JSX.Element {
  const { fields, filters, onFilters, today, tools = [] } = props
  const free = fields.filter((field) => !filters.some((filter) => filter.key === field.key))
  return (
    <div className="filter-bar">
      <SearchBox text={props.search} onSearch={props.onSearch} hint={props.searchHint} />
      {filters.map((filter) => {
        const field = fields.find((one) => one.key === filter.key)
        return field ? (
          <FilterChip
            key={filter.key}
            field={field}
            filter={filter}
            today={today}
            onApply={(next) => onFilters(putFilter(filters, next))}
            onDrop={() => onFilters(dropFilter(filters, filter.key))}
          />
        ) : null
      })}
      {free.length > 0 ? (
        <Menu
          label={t('filter.add')}
          items={free.map((field) => ({
            key: field.key,
            label: field.label,
            onSelect: () => onFilters([...filters, emptyFilter(field)]),
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
      {filters.length > 0 ? (
        <Button look="text" onClick={() => onFilters([])}>
          {t('filter.clear')}
        </Button>
      ) : null}
      {props.onSaveView ? (
        <Button look="text" onClick={props.onSaveView}>
          {t('view.save')}
        </Button>
      ) : null}
      {tools.length > 0 ? (
        <>
          <span className="rule-v" />
          <span className="list-tools">
            {tools.map((tool) =>
              'node' in tool ? (
                <span key={tool.key}>{tool.node}</span>
              ) : (
                <IconButton key={tool.key} icon={tool.icon} label={tool.label} onClick={tool.onSelect} />
              ),
            )}
          </span>
        </>
      ) : null}
    </div>
  )
}
