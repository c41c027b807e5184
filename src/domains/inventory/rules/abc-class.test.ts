import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { classifyAbc } from './abc-class.ts'

/** Heizer and Render, Operations Management, ABC analysis of Silicon Chips, Inc.: annual volume and unit cost. */
const siliconChips = [
  ['10286', 1000, '90.00'],
  ['11526', 500, '154.00'],
  ['12760', 1550, '17.00'],
  ['10867', 350, '42.86'],
  ['10500', 1000, '12.50'],
  ['12572', 600, '14.17'],
  ['14075', 2000, '0.60'],
  ['01036', 100, '8.50'],
  ['01307', 1200, '0.42'],
  ['10572', 250, '0.60'],
] as const

const classes = (values: readonly (readonly [string, string | number])[], limits?: { a: number; b: number }) => {
  const items = values.map(([name, value]) => ({ name, value: decimal(value) }))
  const asked = limits === undefined ? undefined : { a: decimal(limits.a), b: decimal(limits.b) }
  const found = classifyAbc(items, asked)
  return items.map((one) => `${one.name} ${found.get(one) ?? ''}`)
}

describe('ABC classes', () => {
  test('are those of the textbook: 72 % of the value is A, the next 23 % B, the last 5 % C', () => {
    const values = siliconChips.map(([name, volume, cost]) => [name, decimal(cost).times(volume).toString()] as const)
    // Handed over in another order; through the fifth item 95.2 % are made.
    expect(classes(values.toReversed(), { a: 80, b: 96 })).toEqual([
      '10572 C',
      '01307 C',
      '01036 C',
      '14075 C',
      '12572 C',
      '10500 B',
      '10867 B',
      '12760 B',
      '11526 A',
      '10286 A',
    ])
  })

  test('count a limit in, to the last cent', () => {
    expect(
      classes([
        ['a', '80'],
        ['b', '15'],
        ['c', '5'],
      ]),
    ).toEqual(['a A', 'b B', 'c C'])
    expect(
      classes([
        ['a', '80.01'],
        ['b', '14.99'],
        ['c', '5'],
      ]),
    ).toEqual(['a A', 'b B', 'c C'])
    expect(
      classes([
        ['a', '40'],
        ['b', '40.01'],
        ['c', '19.99'],
      ]),
    ).toEqual(['a B', 'b A', 'c C'])
  })

  test('begin with A where one item makes nearly everything, and end with C where nothing is made', () => {
    expect(classes([['only', '7']])).toEqual(['only A'])
    expect(
      classes([
        ['most', '99'],
        ['some', '1'],
        ['none', '0'],
        ['less', '-3'],
      ]),
    ).toEqual(['most A', 'some C', 'none C', 'less C'])
    expect(classes([['none', '0']])).toEqual(['none C'])
  })
})
