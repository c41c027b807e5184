import { expect, test } from 'vitest'
import { isId, isUuid, newId } from './id.ts'

test('ids are version 7, unique and rising', () => {
  const ids = Array.from({ length: 20_000 }, () => newId<'item'>())
  expect(ids.every((id) => isId(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))).toBe(true)
})

test('tells ids from other text', () => {
  expect(isId('3f0c8f0a-1111-4111-8111-111111111111')).toBe(false)
  expect(isUuid('3f0c8f0a-1111-4111-8111-111111111111')).toBe(true)
  expect(isUuid('XSCK-202601-0001')).toBe(false)
})
