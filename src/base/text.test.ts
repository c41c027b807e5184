import { expect, it } from 'vitest'
import { decimal } from './decimal.ts'
import { textOf } from './text.ts'

it('writes decimals as numbers are written, not as JSON', () => {
  expect([textOf(decimal('33.50')), textOf(null), textOf('x'), textOf({ a: 1 })]).toEqual(['33.5', '', 'x', '{"a":1}'])
})
