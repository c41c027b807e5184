import { describe, expect, test } from 'vitest'
import { code128 } from './code128.ts'
import { ean13 } from './ean13.ts'

const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0)

/** Bars as ones, spaces as zeros. */
const bits = (widths: readonly number[]) =>
  widths.map((width, index) => (index % 2 === 0 ? '1' : '0').repeat(width)).join('')

describe('Code 128', () => {
  test('of WIKI has the check value that its letters give: 19', () => {
    // 104 + 55·1 + 41·2 + 43·3 + 41·4 = 534; 534 mod 103 = 19 in set B; each value has eleven modules, the stop thirteen.
    expect(code128('WIKI').slice(-13).join('')).toBe('2211322331112')
    expect(total(code128('WIKI'))).toBe(6 * 11 + 13)
  })

  test('writes digits in pairs, so that twenty take ten values', () => {
    expect(total(code128('01234567890123456789'))).toBe((1 + 10 + 1) * 11 + 13)
    expect(total(code128('ABC123456'))).toBe((1 + 3 + 1 + 3 + 1) * 11 + 13)
  })

  test('of GS1 elements begins with FNC1', () => {
    expect(code128('\u001d0109521234543213').slice(0, 12).join('')).toBe('211232411131')
    expect(() => code128('铅笔')).toThrow(RangeError)
  })
})

describe('EAN-13', () => {
  test('of 4006381333931 is the published pattern', () => {
    expect(bits(ean13('4006381333931'))).toBe(
      '10100011010100111010111101111010001001011001101010100001010000101000010111010010000101100110101',
    )
    expect(total(ean13('6291041500213'))).toBe(95)
    expect(() => ean13('6291041500214')).toThrow(RangeError)
  })
})
