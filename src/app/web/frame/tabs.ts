import { useCallback, useEffect, useReducer } from 'react'
import { t } from '../../../ui/language.ts'
import {
  closeOthers,
  closeTab,
  describeTab,
  moveTab,
  openTab,
  startTabs,
  type OpenTab,
  type TabState,
} from '../../../ui/shell/tab-state.ts'

/** Open pages with the parameters each was left with. */
export type Tabs = TabState & { readonly places: Readonly<Record<string, string>> }

export type TabStep = (state: Tabs) => Tabs

function keyOf(company: string): string {
  return `suanpan.tabs.${company}`
}

function isTab(value: unknown): value is OpenTab {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string'
}

/** The tabs this window had open in this company; what was unsaved is gone with its page, so the dot is too. */
function restored(company: string): Tabs {
  const start: Tabs = { ...startTabs({ path: '/', title: t('menu.home') }), places: {} }
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(company)) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('tabs' in kept) || !Array.isArray(kept.tabs)) return start
    const tabs = kept.tabs.filter(isTab).filter((tab) => tab.path !== '/')
    const places = 'places' in kept && typeof kept.places === 'object' ? kept.places : {}
    return {
      ...start,
      tabs: [...start.tabs, ...tabs.map((tab): OpenTab => ({ path: tab.path, title: tab.title }))],
      places: { ...places },
    }
  } catch {
    return start
  }
}

export type TabsHandle = {
  readonly tabs: Tabs
  readonly open: (path: string, title: string, href: string) => void
  readonly close: (path: string) => Tabs
  readonly closeOthers: (path: string) => void
  readonly describe: (path: string, words: { title?: string; dirty?: boolean }) => void
  readonly move: (from: string, to: string) => void
}

/** The open pages of this window, kept for the session. */
export function useTabs(company: string): TabsHandle {
  const [tabs, step] = useReducer(
    (state: Tabs, change: TabStep) => change(state),
    company,
    (name) => restored(name),
  )
  useEffect(() => {
    sessionStorage.setItem(keyOf(company), JSON.stringify({ tabs: tabs.tabs, places: tabs.places }))
  }, [company, tabs.tabs, tabs.places])
  const open = useCallback((path: string, title: string, href: string): void => {
    step((state) => {
      const next = openTab(state, { path, title })
      return { ...next, places: state.places[path] === href ? state.places : { ...state.places, [path]: href } }
    })
  }, [])
  const describe = useCallback((path: string, words: { title?: string; dirty?: boolean }): void => {
    step((state) => {
      const next = describeTab(state, path, words)
      return next === state ? state : { ...next, places: state.places }
    })
  }, [])
  const move = useCallback((from: string, to: string): void => {
    step((state) => ({ ...moveTab(state, from, to), places: { ...state.places, [to]: to } }))
  }, [])
  const others = useCallback((path: string): void => {
    step((state) => ({ ...closeOthers(state, path), places: state.places }))
  }, [])
  const close = (path: string): Tabs => {
    const next: Tabs = { ...closeTab(tabs, path), places: tabs.places }
    step((state) => ({ ...closeTab(state, path), places: state.places }))
    return next
  }
  return { tabs, open, close, closeOthers: others, describe, move }
}
