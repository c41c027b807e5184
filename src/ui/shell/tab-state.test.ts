import { describe, expect, it } from 'vitest'
import {
  closeOthers,
  closeTab,
  describeTab,
  moveTab,
  neighbourTab,
  openTab,
  startTabs,
  tabsThatFit,
} from './tab-state.ts'

const home = startTabs({ path: '/', title: '首页' })
const open = (...paths: string[]): typeof home =>
  paths.reduce((state, path) => openTab(state, { path, title: path }), home)

describe('open documents as tabs', () => {
  it('opens beside the active one and does not open twice', () => {
    const state = openTab(openTab(open('a', 'b'), { path: 'a', title: 'a' }), { path: 'c', title: 'c' })
    expect(state.tabs.map((tab) => tab.path)).toEqual(['/', 'a', 'c', 'b'])
    expect(state.active).toBe('c')
  })

  it('goes back to what was used before on closing', () => {
    const state = openTab(open('a', 'b', 'c'), { path: 'a', title: 'a' })
    expect(closeTab(state, 'a').active).toBe('c')
    expect(closeTab(state, 'b').active).toBe('a')
    expect(closeTab(home, '/')).toBe(home)
  })

  it('keeps unsaved work when closing the others', () => {
    const state = describeTab(open('a', 'b', 'c'), 'a', { dirty: true })
    expect(closeOthers(state, 'c').tabs.map((tab) => tab.path)).toEqual(['/', 'a', 'c'])
  })

  it('renames without a redraw when nothing changed', () => {
    const state = open('a')
    expect(describeTab(state, 'a', { title: 'a' })).toBe(state)
    expect(describeTab(state, 'a', { title: 'A' }).tabs[1]?.title).toBe('A')
  })

  it('keeps the tab of a draft that got its own address', () => {
    const state = moveTab(open('new', 'b'), 'new', '7')
    expect(state.tabs.map((tab) => tab.path)).toEqual(['/', '7', 'b'])
  })

  it('goes round', () => {
    expect(neighbourTab(open('a', 'b'), 1)).toBe('/')
    expect(neighbourTab(home, -1)).toBe('/')
  })

  it('shows as many as there is room for', () => {
    expect(tabsThatFit([100, 100, 100], 300, 30)).toBe(3)
    expect(tabsThatFit([100, 100, 100], 299, 30)).toBe(2)
    expect(tabsThatFit([400], 100, 30)).toBe(1)
  })
})
