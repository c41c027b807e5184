import { describe, expect, it } from 'vitest'
import { chosenColumns, moveColumn, nextSort, type ListColumn } from './column.ts'
import { isSelected, nothingSelected, selectedCount, selectRange, toggle, toggleLoaded } from './selection.ts'

const ids = ['a', 'b', 'c', 'd']

describe('selecting rows', () => {
  it('selects one, a range, all loaded', () => {
    const one = toggle(nothingSelected, 'b')
    const range = selectRange(one, ids, 'b', 'd', true)
    expect([...range.ids]).toEqual(['b', 'c', 'd'])
    expect(toggleLoaded(toggleLoaded(one, ids), ids)).toBe(nothingSelected)
  })

  it('counts the whole result except what was taken out', () => {
    const all = toggle({ all: true, ids: new Set() }, 'a')
    expect(isSelected(all, 'a')).toBe(false)
    expect(isSelected(all, 'unseen')).toBe(true)
    expect(selectedCount(all, 128)).toBe(127)
  })
})

describe('columns', () => {
  const column = (key: string, more: Partial<ListColumn<null>> = {}): ListColumn<null> => ({
    key,
    label: key,
    kind: 'text',
    width: 10,
    value: () => null,
    ...more,
  })
  const columns = [column('number', { fixed: true }), column('name'), column('note', { optional: true })]

  it('are the usual ones until someone chooses', () => {
    expect(chosenColumns(columns, null).map((one) => one.key)).toEqual(['number', 'name'])
    expect(chosenColumns(columns, ['note', 'gone']).map((one) => one.key)).toEqual(['number', 'note'])
  })

  it('move before another or to the end', () => {
    expect(moveColumn(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
    expect(moveColumn(['a', 'b', 'c'], 'a', null)).toEqual(['b', 'c', 'a'])
  })

  it('sort up, down, not', () => {
    const up = nextSort(null, 'a')
    const down = nextSort(up, 'a')
    expect([up?.descending, down?.descending, nextSort(down, 'a')]).toEqual([false, true, null])
  })
})
