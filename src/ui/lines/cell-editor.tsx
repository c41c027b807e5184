import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Popover } from '../control/popover.tsx'
import { PickerPanel } from '../field/picker-panel.tsx'
import { useReferenceSearch } from '../field/use-reference-search.ts'
import type { Reference } from '../field/field.ts'
import { editableText, showValue } from '../field/show-value.ts'
import { t } from '../language.ts'
import type { LinesGridHandle } from './use-lines-grid.ts'
import type { Line, LineColumn } from './line.ts'

export type CellEditorProps = {
  grid: LinesGridHandle
  line: Line | undefined
  column: LineColumn
  box: { left: number; top: number; width: number; height: number }
  focused: boolean
  onFocus: (focused: boolean) => void
  inputRef: React.RefObject<HTMLInputElement | null>
  onHighlight?: (reference: Reference | null, source: string | undefined) => void
}

function keyOf(event: React.KeyboardEvent): { key: string; ctrl: boolean; shift: boolean; alt: boolean } {
  return { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }
}

/**
 * The one input of the grid. It lies over the current cell, unseen until editing begins, and always has the focus: so the
 * first key of an input method composes in it instead of getting lost.
 */
export function CellEditor({
  grid,
  line,
  column,
  box,
  focused,
  onFocus,
  inputRef,
  onHighlight,
}: CellEditorProps): React.JSX.Element {
  const { state, draft, source } = grid
  const listId = useId()
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const [mark, setMark] = useState({ place: '', index: 0 })
  const picking = state.editing && source !== undefined
  const value = line?.values[column.key]
  // Opening a filled cell shows what else there is, not only what is there.
  const query = draft === editableText(column, value) ? '' : draft.trim()
  const search = useReferenceSearch(source, query, picking)
  const rows = search.result.rows

  // The mark belongs to the cell and query it was set under; elsewhere the first row is marked.
  const place = `${state.row}:${state.column}:${query}`
  const moved = mark.place === place
  const highlighted = moved ? mark.index : 0
  const setHighlighted = (index: number): void => setMark({ place, index })
  useEffect(
    () => onHighlight?.(picking ? (rows[highlighted] ?? null) : null, source?.key),
    [picking, rows, highlighted, onHighlight, source],
  )
  const wasEditing = useRef(false)
  useLayoutEffect(() => {
    // Only when editing begins with the present value: later, and after a first typed key, the caret is the typist's.
    if (state.editing && !wasEditing.current && query === '') inputRef.current?.select()
    wasEditing.current = state.editing
  }, [state.editing, query, inputRef])

  const pickerKey = (event: React.KeyboardEvent): boolean => {
    if (!picking) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (rows.length > 0) setHighlighted((highlighted + step + rows.length) % rows.length)
      return true
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !event.ctrlKey) {
      const row = rows[highlighted]
      if (search.busy || row === undefined || (query === '' && !moved)) return false
      grid.pick(row)
      return true
    }
    const chooser = event.key === 'F7' ? source.browse : event.key === 'F4' ? source.create : undefined
    if (chooser === undefined) return false
    void chooser(query).then((found) => {
      if (found !== null) grid.pick(found)
      inputRef.current?.focus()
    })
    return true
  }

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (pickerKey(event) || grid.press(keyOf(event))) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  return (
    <div role="row" className="lines-editor" aria-label={t('lines.editor')}>
      <div
        role="gridcell"
        ref={setFrame}
        className={`lines-frame ${state.editing ? 'is-editing' : ''} ${focused ? 'is-focused' : ''} ${column.align === 'end' || column.kind === 'decimal' ? 'is-end' : ''}`}
        style={{ left: box.left - 1, top: box.top - 1, width: box.width + 1, height: box.height + 1 }}
      >
        <input
          ref={inputRef}
          value={state.editing ? draft : ''}
          onChange={(event) =>
            state.editing ? grid.setDraft(event.target.value) : grid.startEditing(event.target.value)
          }
          onKeyDown={onKeyDown}
          onFocus={() => onFocus(true)}
          onBlur={() => {
            onFocus(false)
            // Its dialog has the focus now, and says when it is done.
            if (column.codes === true) return
            if (grid.commit()) grid.goTo(state.row, state.column)
          }}
          onCopy={(event) => {
            if (state.editing) return
            event.preventDefault()
            event.clipboardData.setData('text/plain', grid.copy())
          }}
          onCut={(event) => {
            if (state.editing) return
            event.preventDefault()
            event.clipboardData.setData('text/plain', grid.cut())
          }}
          onPaste={(event) => {
            if (state.editing) return
            event.preventDefault()
            grid.paste(event.clipboardData.getData('text/plain'))
          }}
          inputMode={column.kind === 'decimal' ? 'decimal' : undefined}
          autoComplete="off"
          spellCheck={false}
          role={picking ? 'combobox' : undefined}
          aria-expanded={picking || undefined}
          aria-controls={picking ? listId : undefined}
          aria-activedescendant={picking && rows.length > 0 ? `${listId}-${highlighted}` : undefined}
          aria-label={t('lines.cell', { label: column.label, row: state.row + 1, value: showValue(column, value) })}
        />
      </div>
      {picking ? (
        <Popover anchor={frame} open onClose={() => grid.press({ key: 'Escape' })} gap={2}>
          <PickerPanel
            id={listId}
            source={source}
            query={query}
            state={search}
            highlighted={highlighted}
            onHighlight={setHighlighted}
            onPick={grid.pick}
          />
        </Popover>
      ) : null}
    </div>
  )
}
