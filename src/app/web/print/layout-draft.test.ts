import { describe, expect, test } from 'vitest'
import { emptyLayout } from '../../../kernel/print/template/layout.ts'
import type { LayoutElement } from '../../../kernel/print/template/layout.ts'
import {
  addElement,
  draftOf,
  duplicateElements,
  moveElements,
  redo,
  removeElements,
  resizeElement,
  snap,
  step,
  undo,
} from './layout-draft.ts'

const text = (id: string, x: number, y: number): LayoutElement => ({
  id,
  kind: 'text',
  text: id,
  x,
  y,
  width: 20,
  height: 5,
  when: '',
  pages: 'every',
  size: 10,
  align: 'left',
  bold: false,
})
const paper = emptyLayout({ width: 241, height: 139.7 })
const layout = addElement(addElement(paper, text('a', 10, 10)), text('b', 50, 40))
const only = (id: string) => new Set([id])
const placeOf = (one: typeof layout, id: string) => {
  const found = one.elements.find((element) => element.id === id)
  return [found?.x, found?.y]
}

describe('what is done while designing', () => {
  test('is taken back and done again, a whole drag as one step', () => {
    let draft = draftOf(layout)
    for (const x of [1, 2, 3]) draft = step(draft, moveElements(layout, only('a'), { x, y: 0 }), 'drag 1')
    draft = step(draft, removeElements(draft.layout, only('b')))
    expect(placeOf(draft.layout, 'a')).toEqual([13, 10])
    draft = undo(draft)
    expect(draft.layout.elements).toHaveLength(2)
    draft = undo(draft)
    expect(draft.layout).toBe(layout)
    expect(undo(draft)).toBe(draft)
    draft = redo(redo(draft))
    expect(draft.layout.elements).toHaveLength(1)
    expect(redo(draft)).toBe(draft)
  })

  test('leaves an element its smallest size, and a line its thickness', () => {
    expect(resizeElement(layout, 'a', { width: -100, height: 2.5 }).elements[0]).toMatchObject({
      width: 1,
      height: 7.5,
    })
  })

  test('makes copies beside what was copied, with names of their own', () => {
    const { layout: copied, ids } = duplicateElements(layout, only('a'))
    expect(copied.elements).toHaveLength(3)
    expect(ids.has('a')).toBe(false)
    expect(copied.elements[2]).toMatchObject({ text: 'a', x: 13, y: 13 })
  })
})

describe('a dragged element', () => {
  const a = text('a', 10, 10)

  test('comes to rest at the edge of another that is near', () => {
    // Its left edge at 49.4 goes to the 50 of the other; its top to a whole millimetre.
    expect(snap(layout, a, { x: 39.4, y: 4.3 })).toEqual({
      by: { x: expect.closeTo(40, 5), y: 4 },
      guides: { x: 50, y: null },
    })
  })

  test('finds the middle of the paper, and whole millimetres elsewhere', () => {
    const { by, guides } = snap(layout, a, { x: 100.9, y: 0.2 })
    expect(a.x + by.x + a.width / 2).toBeCloseTo(120.5, 5)
    expect(guides.x).toBe(120.5)
    expect(snap(layout, a, { x: 70.3, y: 70.4 }).by).toEqual({ x: 70, y: 70 })
  })
})
