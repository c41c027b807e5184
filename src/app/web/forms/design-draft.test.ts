import { expect, test } from 'vitest'
import { addField, changeField, choicesFrom, designOf, moveBefore, nameFor, shift, storedOf } from './design-draft.ts'
import type { FormPart } from './design-draft.ts'

const field = (name: string) => ({
  name,
  label: name,
  english: name,
  kind: 'text',
  required: false,
  computed: false,
  hidden: false,
  help: null,
})
const parts: readonly FormPart[] = [
  { name: 'header', label: '单头', fields: [field('customer'), field('warehouse')] },
  { name: 'lines', label: '明细', fields: [field('item')] },
]
const names = (design: ReturnType<typeof designOf>, part = 0) => design[part]?.fields.map((one) => one.name)

test('a form as the product brings it keeps nothing', () => {
  expect(storedOf(designOf(parts, []), parts)).toEqual([])
})

test('fields are added, moved and shifted within their part, and only parts that changed are kept', () => {
  const begun = designOf(parts, [])
  const name = nameFor(begun, 'text')
  const added = addField(begun, 'header', { part: 'header', name, kind: 'text', label: '地点' }, 'warehouse')
  expect(names(added)).toEqual(['customer', 'x_text_1', 'warehouse'])
  expect(nameFor(added, 'text')).toBe('x_text_2')
  expect(names(moveBefore(added, 'header', 'x_text_1', 'customer'))).toEqual(['x_text_1', 'customer', 'warehouse'])
  expect(names(moveBefore(added, 'header', 'x_text_1'))).toEqual(['customer', 'warehouse', 'x_text_1'])
  expect(names(shift(added, 'header', 'x_text_1', 1))).toEqual(['customer', 'warehouse', 'x_text_1'])
  expect(names(shift(added, 'header', 'customer', -1))).toEqual(['customer', 'x_text_1', 'warehouse'])
  expect(storedOf(added, parts).map((one) => one.name)).toEqual(['customer', 'x_text_1', 'warehouse'])
  const renamed = changeField(begun, 'lines', 'item', { label: '物料' })
  expect(storedOf(renamed, parts)).toEqual([{ part: 'lines', name: 'item', label: '物料' }])
})

test('what was kept stands where it was placed, and what the product brings later comes last', () => {
  const stored = [
    { part: 'header', name: 'warehouse' },
    { part: 'header', name: 'gone' },
    { part: 'header', name: 'x_a', label: '甲' },
  ]
  expect(names(designOf(parts, stored))).toEqual(['warehouse', 'x_a', 'customer'])
})

test('an option that keeps its words keeps its key', () => {
  expect(choicesFrom('甲\n丁', { a: '甲', b: '乙' })).toEqual({ a: '甲', b: '丁' })
  expect(choicesFrom('乙\n 甲 \n\n丙\n甲', { a: '甲', b: '乙' })).toEqual({ b: '乙', a: '甲', o1: '丙' })
})
