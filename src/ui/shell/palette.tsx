import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Keys } from '../control/button.tsx'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import { t } from '../language.ts'
import { useNavigate } from './navigation.tsx'
import { rankPalette, type PaletteEntry, type PaletteGroup } from './palette-ranking.ts'

export type PaletteProps = {
  open: boolean
  onClose: () => void
  /** What the browser knows: reports, actions, areas. */
  entries: readonly PaletteEntry[]
  /** What only the server knows: documents, items, parties. */
  search?: (query: string, signal: AbortSignal) => Promise<readonly PaletteEntry[]>
  /** Shown before anything is typed. */
  recent?: readonly PaletteEntry[]
}

const groupIcons: Readonly<Record<PaletteGroup, IconName>> = {
  document: 'file',
  item: 'box',
  party: 'users',
  report: 'chart',
  action: 'chevronRight',
}

const nothing: readonly PaletteEntry[] = []

function useFound(
  search: PaletteProps['search'],
  query: string,
  open: boolean,
): { found: readonly PaletteEntry[]; busy: boolean } {
  const [state, setState] = useState({ found: nothing, busy: false })
  useEffect(() => {
    if (!open || search === undefined || query.trim() === '') {
      setState({ found: nothing, busy: false })
      return
    }
    const abort = new AbortController()
    setState((was) => ({ ...was, busy: true }))
    const timer = setTimeout(() => {
      search(query.trim(), abort.signal).then(
        (found) => !abort.signal.aborted && setState({ found, busy: false }),
        () => !abort.signal.aborted && setState({ found: nothing, busy: false }),
      )
    }, 140)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [search, query, open])
  return state
}

/** Ctrl-K: finds anything by name, number, code, pinyin initials, barcode or phone, and goes there. */
export function Palette({ open, onClose, entries, search, recent = nothing }: PaletteProps): React.JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const listId = useId()
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const { found, busy } = useFound(search, query, open)
  const shown = useMemo(
    () => (query.trim() === '' ? recent : rankPalette(entries, found, query)),
    [query, recent, entries, found],
  )

  useEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) {
      setQuery('')
      element.showModal()
    }
    if (!open && element?.open) element.close()
  }, [open])
  useEffect(() => setAt(0), [query])
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [at])

  const go = (entry: PaletteEntry): void => {
    onClose()
    if (entry.run) entry.run()
    else if (entry.path !== undefined) navigate(entry.path)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || shown.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt((was) => (was + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length)
    }
    const entry = shown[at]
    if (event.key === 'Enter' && entry) {
      event.preventDefault()
      go(entry)
    }
  }
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('shell.search')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open ? (
        <div className="palette-body">
          <div className="palette-input">
            <Icon name="search" />
            <input
              autoFocus
              value={query}
              placeholder={t('palette.hint')}
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={shown.length > 0 ? `${listId}-${at}` : undefined}
              aria-label={t('shell.search')}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={onKeyDown}
            />
            <Keys>Esc</Keys>
          </div>
          <ul ref={list} id={listId} role="listbox" aria-label={t('palette.results')} className="palette-list">
            {shown.map((entry, index) => (
              <PaletteRow
                key={entry.id}
                id={`${listId}-${index}`}
                entry={entry}
                on={index === at}
                heads={shown[index - 1]?.group !== entry.group}
                onPoint={() => setAt(index)}
                onGo={() => go(entry)}
              />
            ))}
          </ul>
          {shown.length === 0 ? (
            <p className="palette-none">
              {query.trim() === '' ? t('palette.start') : busy ? t('searching') : t('palette.none', { query })}
            </p>
          ) : null}
        </div>
      ) : null}
    </dialog>
  )
}

type RowProps = { id: string; entry: PaletteEntry; on: boolean; heads: boolean; onPoint: () => void; onGo: () => void }

function PaletteRow({ id, entry, on, heads, onPoint, onGo }: RowProps): React.JSX.Element {
  return (
    <>
      {heads ? (
        <li role="presentation" className="palette-group">
          {t(`palette.${entry.group}`)}
        </li>
      ) : null}
      <li
        id={id}
        role="option"
        aria-selected={on}
        className={on ? 'palette-row is-on' : 'palette-row'}
        onPointerMove={on ? undefined : onPoint}
        onClick={onGo}
      >
        <Icon name={groupIcons[entry.group]} size={14} />
        <span className="clip">{entry.title}</span>
        {entry.detail ? <span className="clip palette-detail">{entry.detail}</span> : null}
        {on ? <Keys>Enter</Keys> : null}
      </li>
    </>
  )
}
