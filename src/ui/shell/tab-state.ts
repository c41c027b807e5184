export type OpenTab = {
  /** The address of what is open; it is the tab's identity. */
  readonly path: string
  readonly title: string
  readonly dirty?: boolean
  /** Home stays. */
  readonly pinned?: boolean
}

export type TabState = {
  readonly tabs: readonly OpenTab[]
  readonly active: string
  /** Recently active first, for what to show after a close. */ readonly recent: readonly string[]
}

function touched(state: TabState, path: string): readonly string[] {
  return [path, ...state.recent.filter((one) => one !== path)]
}

export function startTabs(home: OpenTab): TabState {
  return { tabs: [{ ...home, pinned: true }], active: home.path, recent: [home.path] }
}

/** Shows a page: its tab if there is one, else a new tab beside the active one. */
export function openTab(state: TabState, tab: OpenTab): TabState {
  const recent = touched(state, tab.path)
  if (state.tabs.some((one) => one.path === tab.path)) return { ...state, active: tab.path, recent }
  const at = state.tabs.findIndex((one) => one.path === state.active)
  const tabs = [...state.tabs.slice(0, at + 1), tab, ...state.tabs.slice(at + 1)]
  return { tabs, active: tab.path, recent }
}

/** Closes a tab; the one used before it comes forward. Pinned tabs stay. */
export function closeTab(state: TabState, path: string): TabState {
  const gone = state.tabs.find((tab) => tab.path === path)
  if (gone === undefined || gone.pinned) return state
  const tabs = state.tabs.filter((tab) => tab.path !== path)
  const recent = state.recent.filter((one) => one !== path)
  const active = state.active === path ? (recent[0] ?? tabs[0]?.path ?? '') : state.active
  return { tabs, active, recent }
}

/** Closes all but one and the pinned; unsaved ones stay too, because nothing typed is lost by a click. */
export function closeOthers(state: TabState, path: string): TabState {
  const tabs = state.tabs.filter((tab) => tab.path === path || tab.pinned || tab.dirty)
  return { tabs, active: path, recent: state.recent.filter((one) => tabs.some((tab) => tab.path === one)) }
}

/** Renames a tab or marks it unsaved; a tab that is not open is left alone. */
export function describeTab(state: TabState, path: string, words: { title?: string; dirty?: boolean }): TabState {
  const tab = state.tabs.find((one) => one.path === path)
  if (tab === undefined) return state
  const next = { ...tab, ...words }
  if (next.title === tab.title && Boolean(next.dirty) === Boolean(tab.dirty)) return state
  return { ...state, tabs: state.tabs.map((one) => (one.path === path ? next : one)) }
}

/** A draft that was saved under its own address keeps its tab. */
export function moveTab(state: TabState, from: string, to: string): TabState {
  if (from === to || state.tabs.some((tab) => tab.path === to))
    return closeTab(openTab(state, { path: to, title: '' }), from)
  return {
    tabs: state.tabs.map((tab) => (tab.path === from ? { ...tab, path: to } : tab)),
    active: state.active === from ? to : state.active,
    recent: state.recent.map((one) => (one === from ? to : one)),
  }
}

/** The tab some places to the right, going round. */
export function neighbourTab(state: TabState, step: number): string {
  const at = state.tabs.findIndex((tab) => tab.path === state.active)
  return state.tabs[(at + step + state.tabs.length) % state.tabs.length]?.path ?? state.active
}

/** How many tabs fit, given their widths in order, when an overflow button is needed as soon as one does not. */
export function tabsThatFit(widths: readonly number[], space: number, overflowButton: number): number {
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (total <= space) return widths.length
  let used = overflowButton
  let count = 0
  for (const width of widths) {
    used += width
    if (used > space) break
    count += 1
  }
  return Math.max(1, count)
}
