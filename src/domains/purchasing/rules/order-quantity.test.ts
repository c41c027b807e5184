import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { orderQuantity } from './order-quantity.ts'

const of = (text: string | null) => (text === null ? null : decimal(text))

test.each([
  ['37', null, null, '37'],
  ['37', '50', null, '50'],
  ['37', '50', '12', '60'],
  ['61', '50', '12', '72'],
  ['60', '50', '12', '60'],
  ['0', '50', '12', '0'],
  ['-3', '50', '12', '0'],
])('of %s wanted, at least %s, in steps of %s, %s are ordered', (wanted, minimumOrder, orderMultiple, expected) => {
  const terms = { minimumOrder: of(minimumOrder), orderMultiple: of(orderMultiple) }
  expect(orderQuantity(decimal(wanted), terms).toString()).toBe(expected)
})
