import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { focusOnMount } from '../control/focus-on-mount.ts'
import { Keys } from '../control/button.tsx'
import { useBackdropClose } from '../control/dialog.tsx'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import { t } from '../language.ts'
import { useNavigate } from './navigation.tsx'
import { rankPalette, type PaletteEntry, type PaletteGroup } from './palette-ranking.ts'
import './palette.css'

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
  record: 'folder',
  report: 'chart',
  action: 'chevronRight',
  help: 'help',
}

const nothing: readonly PaletteEntry[] = []

type Found = { readonly query: string; readonly entries: readonly PaletteEntry[] }

function useFound(search: PaletteProps['search'], query: string): { found: readonly PaletteEntry[]; busy: boolean } {
  const [answer, setAnswer] = useState<Found>({ query: '', entries: nothing })
  const wanted = query.trim()
  useEffect(() => {
    if (search === undefined || wanted === '') return undefined
    const abort = new AbortController()
    const take = (entries: readonly PaletteEntry[]): void => {
      if (!abort.signal.aborted) setAnswer({ query: wanted, entries })
    }
    const timer = setTimeout(() => {
      search(wanted, abort.signal).then(take, () => take(nothing))
    }, 140)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [search, wanted])
  const asked = search !== undefined && wanted !== ''
  return { found: asked ? answer.entries : nothing, busy: asked && answer.query !== wanted }
}

/** Ctrl-K: finds anything by name, number, code, pinyin initials, barcode or phone, and goes there. */
export function Palette(props: PaletteProps): React.JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const { open, onClose } = props
  useBackdropClose(dialog)
  useEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) element.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog ref={dialog} className="palette" aria-label={t('shell.search')} onClose={onClose}>
      {open ? <PaletteBody {...props} /> : null}
    </dialog>
  )
}

function PaletteBody({ onClose, entries, search, recent = nothing }: PaletteProps): React.JSX.Element {
  const listId = useId()
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [mark, setMark] = useState({ query: '', index: 0 })
  const { found, busy } = useFound(search, query)
  const shown = useMemo(
    () => (query.trim() === '' ? recent : rankPalette(entries, found, query)),
    [query, recent, entries, found],
  )
  const at = mark.query === query ? Math.min(mark.index, Math.max(0, shown.length - 1)) : 0
  const point = (index: number): void => setMark({ query, index })

  const go = (entry: PaletteEntry): void => {
    onClose()
    if (entry.run) entry.run()
    else if (entry.path !== undefined) navigate(entry.path)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || shown.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      point((at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length)
    }
    const entry = shown[at]
    if (event.key === 'Enter' && entry) {
      event.preventDefault()
      go(entry)
    }
  }
  return (
    <div className="palette-body">
      <div className="palette-input">
        <Icon name="search" />
        <input
          ref={focusOnMount}
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
      <div id={listId} role="listbox" aria-label={t('palette.results')} className="palette-list">
        {shown.map((entry, index) => (
          <PaletteRow
            key={entry.id}
            id={`${listId}-${index}`}
            entry={entry}
            on={index === at}
            heads={shown[index - 1]?.group !== entry.group}
            onPoint={() => point(index)}
            onGo={() => go(entry)}
          />
        ))}
      </div>
      {shown.length === 0 ? (
        <p className="palette-none">
          {query.trim() === '' ? t('palette.start') : busy ? t('searching') : t('palette.none', { query })}
        </p>
      ) : null}
    </div>
  )
}

type RowProps = {
  id: string
  entry: PaletteEntry
  on: boolean
  heads: boolean
  onPoint: () => void
  onGo: () => void
}

function PaletteRow({ id, entry, on, heads, onPoint, onGo }: RowProps): React.JSX.Element {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (on) row.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  return (
    <>
      {heads ? (
        <div role="presentation" className="palette-group">
          {t(`palette.${entry.group}`)}
        </div>
      ) : null}
      <div
        ref={row}
        id={id}
        role="option"
        aria-selected={on}
        tabIndex={-1}
        className={on ? 'palette-row is-on' : 'palette-row'}
        onPointerMove={on ? undefined : onPoint}
        onPointerUp={onGo}
      >
        <Icon name={groupIcons[entry.group]} size={14} />
        <span className="clip">{entry.title}</span>
        {entry.detail ? <span className="clip palette-detail">{entry.detail}</span> : null}
        {on ? <Keys>Enter</Keys> : null}
      </div>
    </>
  )
}
