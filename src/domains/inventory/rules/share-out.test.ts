import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { shareOut } from './share-out.ts'

const need = (item: string, quantity: string, ...substitutes: (readonly [string, string])[]) => ({
  item,
  quantity: decimal(quantity),
  substitutes: substitutes.map(([other, ratio]) => ({ item: other, ratio: decimal(ratio) })),
})

const there = (stock: Record<string, string>) =>
  new Map(Object.entries(stock).map(([item, quantity]) => [item, decimal(quantity)]))

const told = (used: ReturnType<typeof shareOut>) =>
  used.map((one) => `${one.item} ${one.quantity.toString()}${one.insteadOf === null ? '' : ` for ${one.insteadOf}`}`)

describe('what an assembly takes', () => {
  test('is the component while there is enough of it', () => {
    expect(told(shareOut([need('screw', '10', ['bolt', '1'])], there({ screw: '10', bolt: '5' })))).toEqual([
      'screw 10',
    ])
  })

  test('is substitutes for what is short, by their ratio and in their order', () => {
    const needs = [need('screw', '10', ['bolt', '2'], ['nail', '1'])]
    const used = shareOut(needs, there({ screw: '4', bolt: '6', nail: '9' }))
    expect(told(used)).toEqual(['screw 4', 'bolt 6 for screw', 'nail 3 for screw'])
  })

  test('is asked of the component where nothing covers it', () => {
    expect(told(shareOut([need('screw', '10', ['bolt', '1'])], there({ bolt: '3' })))).toEqual([
      'screw 7',
      'bolt 3 for screw',
    ])
  })

  test('is taken once, whoever needs it', () => {
    const needs = [need('a', '5', ['x', '1']), need('b', '5', ['x', '1'])]
    expect(told(shareOut(needs, there({ x: '7' })))).toEqual(['x 5 for a', 'b 3', 'x 2 for b'])
  })
})
