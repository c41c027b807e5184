import { describe, expect, it } from 'vitest'
import {
  addDecimalTexts,
  compareDecimalTexts,
  formatDecimalText,
  formatMoneyText,
  isNegativeText,
  isZeroText,
  roundDecimalText,
} from './decimal-text.ts'

describe('decimal texts', () => {
  it('adds exactly where floats would not', () => {
    expect(addDecimalTexts(['0.1', '0.2'])).toBe('0.3')
    expect(addDecimalTexts(['99999999999999999999.01', '0.99'])).toBe('100000000000000000000.00')
    expect(addDecimalTexts(['5', '', 'x', '-7.5'])).toBe('-2.5')
    expect(addDecimalTexts([])).toBe('0')
  })

  it('rounds half away from zero', () => {
    expect(roundDecimalText('1.005', 2)).toBe('1.01')
    expect(roundDecimalText('-1.005', 2)).toBe('-1.01')
    expect(roundDecimalText('-0.004', 2)).toBe('0.00')
  })

  it('compares by value', () => {
    expect(compareDecimalTexts('10', '9.99')).toBe(1)
    expect(compareDecimalTexts('1.50', '1.5')).toBe(0)
    expect(compareDecimalTexts('-2', '1')).toBe(-1)
  })

  it('formats for reading', () => {
    expect(formatDecimalText('1234567.5', { min: 2 })).toBe('1,234,567.50')
    expect(formatDecimalText('-1234', {})).toBe('-1,234')
    expect(formatDecimalText('3.140000', {})).toBe('3.14')
    expect(formatDecimalText('123', { grouped: false })).toBe('123')
    expect(formatDecimalText('not a number')).toBe('not a number')
  })

  it('leaves zero blank where books do', () => {
    expect(formatMoneyText('0.00')).toBe('')
    expect(formatMoneyText('0', false)).toBe('0.00')
    expect(formatMoneyText('-0.001')).toBe('0.00')
    expect(isZeroText('-0.00')).toBe(true)
    expect(isNegativeText('-0.00')).toBe(false)
  })
})
