import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { spreadOverGifts } from './spread-over-gifts.ts'

const line = (item: string, quantity: string, cost: string) => ({
  item,
  quantity: decimal(quantity),
  cost: decimal(cost),
  isGift: cost === '0',
})
const spread = (...lines: ReturnType<typeof line>[]) => spreadOverGifts(lines).map(String)

test('ten bought and one given cost each an eleventh, to the cent', () => {
  expect(spread(line('a', '10', '100'), line('a', '1', '0'))).toEqual(['90.91', '9.09'])
  expect(spread(line('a', '1', '50'), line('a', '1', '50'), line('a', '1', '0'))).toEqual(['33.34', '33.33', '33.33'])
})

test('what was paid for one item is not spread over another', () => {
  expect(spread(line('a', '10', '100'), line('b', '1', '0'))).toEqual(['100', '0'])
  expect(spread(line('a', '10', '100'), line('b', '5', '40'), line('b', '5', '0'))).toEqual(['100', '20', '20'])
})

test('gifts alone cost nothing', () => {
  expect(spread(line('a', '1', '0'))).toEqual(['0'])
})
