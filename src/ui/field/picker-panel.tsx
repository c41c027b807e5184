import { useEffect, useRef } from 'react'
import { Keys } from '../control/button.tsx'
import { t } from '../language.ts'
import { formatDecimalText } from '../number/decimal-text.ts'
import type { PickerColumn, Reference, ReferenceSource } from './field.ts'
import type { SearchState } from './use-reference-search.ts'
import './picker.css'

export type PickerPanelProps = {
  id: string
  source: ReferenceSource
  query: string
  state: SearchState
  highlighted: number
  onHighlight: (index: number) => void
  onPick: (reference: Reference) => void
}

function columnText(reference: Reference, column: PickerColumn): string {
  if (column.key === 'code') return reference.code ?? ''
  if (column.key === 'name') return reference.name
  const text = reference.details?.[column.key] ?? ''
  return column.format ? formatDecimalText(text, column.format) : text
}

/** The part of a text that the query hit, set apart. Hits by pinyin come marked from the source in `details.match`. */
function Marked({ text, query, match }: { text: string; query: string; match?: string }): React.ReactNode {
  const hit = match !== undefined && match !== '' && text.includes(match) ? match : query
  const at = hit === '' ? -1 : text.toLowerCase().indexOf(hit.toLowerCase())
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + hit.length)}</mark>
      {text.slice(at + hit.length)}
    </>
  )
}

type RowProps = {
  id: string
  reference: Reference
  columns: readonly PickerColumn[]
  query: string
  on: boolean
  onHighlight: () => void
  onPick: () => void
}

function PickerRow({ id, reference, columns, query, on, onHighlight, onPick }: RowProps): React.JSX.Element {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (on) row.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={on}
      className={on ? 'picker-row is-on' : 'picker-row'}
      tabIndex={-1}
      onPointerMove={on ? undefined : onHighlight}
      onPointerDown={(event) => {
        event.preventDefault()
        onPick()
      }}
    >
      {columns.map((column) => (
        <span
          key={column.key}
          className={`${column.align === 'end' ? 'num' : ''} ${column.tone === 'faint' || column.key === 'code' ? 'muted' : ''}`}
        >
          {column.key === 'name' || column.key === 'code' ? (
            <Marked text={columnText(reference, column)} query={query} match={reference.details?.match} />
          ) : (
            columnText(reference, column)
          )}
        </span>
      ))}
    </div>
  )
}

function PickerFoot({ source, state }: Pick<PickerPanelProps, 'source' | 'state'>): React.JSX.Element {
  const { total, note, rows } = state.result
  const count = t('picker.matches', { count: total ?? rows.length })
  return (
    <div className="picker-foot">
      <span>
        <Keys>↑</Keys> <Keys>↓</Keys> {t('picker.choose')}
      </span>
      <span>
        <Keys>Enter</Keys> {t('picker.confirm')}
      </span>
      {source.browse ? (
        <span>
          <Keys>F7</Keys> {t('picker.browse', { label: source.label })}
        </span>
      ) : null}
      {source.create ? (
        <span>
          <Keys>F4</Keys> {t('picker.create', { label: source.label })}
        </span>
      ) : null}
      <span className="picker-count">{note === undefined ? count : `${count} · ${note}`}</span>
    </div>
  )
}

/** The table of matches that hangs from a reference field or cell. */
export function PickerPanel(props: PickerPanelProps): React.JSX.Element {
  const { id, source, query, state, highlighted, onHighlight, onPick } = props
  const { rows } = state.result
  return (
    <div className="picker">
      <div className="picker-rows">
        <div
          role="listbox"
          id={id}
          aria-label={source.label}
          className="picker-table"
          style={{ gridTemplateColumns: `repeat(${source.columns.length}, auto)` }}
        >
          <div className="picker-head" role="presentation">
            {source.columns.map((column) => (
              <span key={column.key} className={column.align === 'end' ? 'num' : undefined}>
                {column.label}
              </span>
            ))}
          </div>
          {rows.map((reference, index) => (
            <PickerRow
              key={reference.id}
              id={`${id}-${index}`}
              reference={reference}
              columns={source.columns}
              query={query}
              on={index === highlighted}
              onHighlight={() => onHighlight(index)}
              onPick={() => onPick(reference)}
            />
          ))}
        </div>
        {rows.length === 0 ? (
          <p className="picker-none">{state.failed ?? (state.busy ? t('searching') : t('picker.none', { query }))}</p>
        ) : null}
      </div>
      <PickerFoot source={source} state={state} />
    </div>
  )
}
