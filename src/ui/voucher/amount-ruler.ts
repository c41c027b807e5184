import { isDecimalText, isNegativeText, roundDecimalText } from '../number/decimal-text.ts'

/** The columns of a ruled amount, from hundred millions to cents. */
export const rulerPlaces = ['亿', '千', '百', '十', '万', '千', '百', '十', '元', '角', '分'] as const

/**
 * The figures of an amount, one a column, right to left from the cents; leading places are empty, zero is all empty.
 * `lead` is what a total carries before its first figure (¥). Null if the amount is wider than the ruler.
 */
export function figuresOf(amount: string, lead = ''): readonly string[] | null {
  if (!isDecimalText(amount)) return rulerPlaces.map(() => '')
  const digits = roundDecimalText(amount, 2).replace(/[-.]/g, '').replace(/^0+/, '')
  if (digits === '') return rulerPlaces.map(() => '')
  if (digits.length > rulerPlaces.length) return null
  const places = rulerPlaces.length - digits.length
  return [...Array.from({ length: places }, (_, index) => (index === places - 1 ? lead : '')), ...Array.from(digits)]
}

/** A voucher writes a negative in red. */
export function isRedAmount(amount: string): boolean {
  return isNegativeText(amount)
}

/** Which rule stands at the right of a column: blue after thousands and millions, red after the yuan. */
export function ruleAfter(place: number): 'blue' | 'red' | 'none' | 'last' {
  if (place === rulerPlaces.length - 1) return 'last'
  if (place === 8) return 'red'
  return place === 2 || place === 5 ? 'blue' : 'none'
}
