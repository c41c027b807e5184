import { describe, expect, it } from 'vitest'
import { figuresOf } from './amount-ruler.ts'

const shown = (amount: string, lead?: string): string | undefined =>
  figuresOf(amount, lead)
    ?.map((figure) => figure || '_')
    .join('')

describe('ruled amounts', () => {
  it('stand from the cents leftwards', () => {
    expect(shown('51566.2')).toBe('____5156620')
    expect(shown('0.05')).toBe('__________5')
    expect(shown('86978.04', '¥')).toBe('___¥8697804')
  })

  it('are empty for zero and for nothing', () => {
    expect(shown('0.00')).toBe('___________')
    expect(shown('')).toBe('___________')
  })

  it('do not fit above a billion', () => {
    expect(figuresOf('1234567890.00')).toBeNull()
    expect(shown('999999999.99')).toBe('99999999999')
  })
})
