import { describe, expect, it } from 'vitest'
import { readDecimalInput } from './decimal-input.ts'

const read = (text: string, maxScale = 2, negative = true): string => {
  const result = readDecimalInput(text, { maxScale, negative })
  return result.ok ? result.value : result.reason
}

describe('reading a decimal as people type it', () => {
  it('understands separators, signs, brackets and full-width digits', () => {
    expect(read('1,234.50')).toBe('1234.5')
    expect(read('￥ 1，234．5')).toBe('1234.5')
    expect(read('(12.30)')).toBe('-12.3')
    expect(read('.5')).toBe('0.5')
    expect(read('-.5')).toBe('-0.5')
    expect(read('7.')).toBe('7')
    expect(read('+8')).toBe('8')
    expect(read('１２。５')).toBe('12.5')
    expect(read('007')).toBe('7')
  })

  it('keeps an empty field empty', () => {
    expect(read('  ')).toBe('')
  })

  it('refuses rather than rounds', () => {
    expect(read('1.005')).toBe('tooManyDecimals')
    expect(read('1.500')).toBe('1.5')
    expect(read('12a')).toBe('notANumber')
    expect(read('1.2.3')).toBe('notANumber')
    expect(read('-3', 2, false)).toBe('negative')
  })
})
