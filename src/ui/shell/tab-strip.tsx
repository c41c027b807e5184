import { useLayoutEffect, useRef, useState } from 'react'
import { IconButton } from '../control/button.tsx'
import { Menu } from '../control/menu.tsx'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import { tabsThatFit, type OpenTab } from './tab-state.ts'

export type TabStripProps = {
  tabs: readonly OpenTab[]
  active: string
  onActivate: (path: string) => void
  onClose: (path: string) => void
  onCloseOthers?: (path: string) => void
  /** Opens the palette to choose what comes into a new tab. */
  onNew: () => void
}

type TabProps = {
  tab: OpenTab
  active: boolean
  onActivate: () => void
  onClose: () => void
  onKeyDown?: (event: React.KeyboardEvent) => void
}

function TabItem({ tab, active, onActivate, onClose, onKeyDown }: TabProps): React.JSX.Element {
  return (
    <div
      className={active ? 'tab is-active' : 'tab'}
      onAuxClick={(event) => {
        if (event.button !== 1) return
        event.preventDefault()
        onClose()
      }}
    >
      <button
        type="button"
        aria-current={active ? 'page' : undefined}
        className="tab-name"
        onClick={onActivate}
        onKeyDown={onKeyDown}
      >
        {tab.pinned ? <Icon name="home" size={14} /> : null}
        {tab.title}
        {tab.dirty ? (
          <span className="tab-dot" title={t('shell.unsaved')}>
            <span className="sr-only">{t('shell.unsaved')}</span>
          </span>
        ) : null}
      </button>
      {tab.pinned ? null : (
        <button
          type="button"
          className="tab-close"
          tabIndex={-1}
          aria-label={t('shell.closeTab', { title: tab.title })}
          onClick={onClose}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </div>
  )
}

/** Counts how many tabs there is room for, measuring them all in a hidden copy of the strip. */
function useRoom(count: number): { strip: React.RefObject<HTMLDivElement | null>; fits: number } {
  const strip = useRef<HTMLDivElement>(null)
  const [fits, setFits] = useState(count)
  useLayoutEffect(() => {
    const element = strip.current
    const copy = element?.querySelector('.tab-measure')
    if (!element || !copy) return undefined
    const measure = (): void => {
      const widths = [...copy.querySelectorAll<HTMLElement>('.tab')].map((tab) => tab.offsetWidth + 2)
      setFits(tabsThatFit(widths, element.clientWidth - 48, 36))
    }
    measure()
    // The copy changes its width whenever a tab comes, goes or is renamed.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(copy)
    return () => observer.disconnect()
  }, [])
  return { strip, fits }
}

export function TabStrip({
  tabs,
  active,
  onActivate,
  onClose,
  onCloseOthers,
  onNew,
}: TabStripProps): React.JSX.Element {
  const { strip, fits } = useRoom(tabs.length)
  const place = tabs.findIndex((tab) => tab.path === active)
  // The active tab is always on the strip: it takes the last place there is.
  const shown = place < fits ? tabs.slice(0, fits) : [...tabs.slice(0, fits - 1), ...tabs.slice(place, place + 1)]
  const hidden = tabs.filter((tab) => !shown.includes(tab))
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (event.key === 'Delete') onClose(active)
    const next = shown[shown.findIndex((tab) => tab.path === active) + step]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    onActivate(next.path)
    requestAnimationFrame(() => strip.current?.querySelector<HTMLElement>('[aria-current="page"]')?.focus())
  }
  return (
    <div className="tabstrip" ref={strip}>
      <div className="tab-measure" aria-hidden="true" inert>
        {tabs.map((tab) => (
          <TabItem
            key={tab.path}
            tab={tab}
            active={tab.path === active}
            onActivate={() => undefined}
            onClose={() => undefined}
          />
        ))}
      </div>
      <nav className="tab-list" aria-label={t('shell.tabs')}>
        {shown.map((tab) => (
          <TabItem
            key={tab.path}
            tab={tab}
            active={tab.path === active}
            onActivate={() => onActivate(tab.path)}
            onClose={() => onClose(tab.path)}
            onKeyDown={onKeyDown}
          />
        ))}
      </nav>
      {hidden.length > 0 ? (
        <Menu
          label={t('shell.moreTabs')}
          items={[
            ...hidden.map((tab) => ({
              key: tab.path,
              label: tab.dirty ? `${tab.title} •` : tab.title,
              onSelect: () => onActivate(tab.path),
            })),
            ...(onCloseOthers
              ? [
                  {
                    key: ':others',
                    label: t('shell.closeOthers'),
                    divided: true,
                    onSelect: () => onCloseOthers(active),
                  },
                ]
              : []),
          ]}
        >
          {(trigger) => <IconButton icon="chevronDown" size={14} label={t('shell.moreTabs')} {...trigger} />}
        </Menu>
      ) : null}
      <IconButton icon="plus" size={14} label={t('shell.newTab')} onClick={onNew} />
    </div>
  )
}
