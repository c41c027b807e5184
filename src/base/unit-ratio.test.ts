import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from './decimal.ts'
import { formatMixedUnits, fromBase, mixedUnits, simplifiedRatio, toBase } from './unit-ratio.ts'

const box = { label: '箱', ratio: { numerator: 24n, denominator: 1n } }
const bottle = { label: '瓶', ratio: { numerator: '1', denominator: '1' } }

test('converts by the exact ratio', () => {
  expect(toBase('3', box.ratio).toString()).toBe('72')
  expect(fromBase('6', box.ratio).toString()).toBe('0.25')
  expect(fromBase('1', box.ratio).toString()).toBe('0.041667')
  const kilogramInPounds = { numerator: '100000000', denominator: '45359237' }
  expect(toBase('1', kilogramInPounds).toString()).toBe('2.204623')
  expect(toBase('-1', kilogramInPounds).toString()).toBe('-2.204623')
  expect(toBase('0.5', { numerator: 1n, denominator: 1_000_000n }).toString()).toBe('0.000001')
})

test('refuses a ratio that is not positive', () => {
  expect(() => toBase('1', { numerator: 0n, denominator: 1n })).toThrow(RangeError)
  expect(() => toBase('1', { numerator: 1n, denominator: -1n })).toThrow(RangeError)
})

test('says quantities in mixed units', () => {
  expect(formatMixedUnits('77', [bottle, box])).toBe('3箱5瓶')
  expect(formatMixedUnits('72', [bottle, box])).toBe('3箱')
  expect(formatMixedUnits('5.5', [bottle, box])).toBe('5.5瓶')
  expect(formatMixedUnits('-77', [bottle, box])).toBe('-3箱5瓶')
  expect(formatMixedUnits('0', [bottle, box])).toBe('0瓶')
  expect(() => mixedUnits('1', [])).toThrow(RangeError)
})

test('the parts make the whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (thousandths) => {
      const base = decimal(thousandths).dividedBy(1000)
      const parts = mixedUnits(base, [box, bottle])
      const whole = parts.reduce((total, part) => {
        return total.plus(toBase(part.quantity, part.label === '箱' ? box.ratio : bottle.ratio))
      }, decimal(0))
      expect(whole.equals(base)).toBe(true)
    }),
  )
})

test('puts ratios in lowest terms', () => {
  expect(simplifiedRatio({ numerator: 1000n, denominator: 250n })).toEqual({ numerator: '4', denominator: '1' })
})
