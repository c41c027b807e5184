import { hasCheckDigit } from '../gs1/gtin.ts'

const left = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
]
const parities = ['LLLLLL', 'LLGLGG', 'LLGGLG', 'LLGGGL', 'LGLLGG', 'LGGLLG', 'LGGGLL', 'LGLGLG', 'LGLGGL', 'LGGLGL']

const inverted = (bits: string): string => bits.replace(/[01]/gu, (bit) => (bit === '0' ? '1' : '0'))
const mirrored = (bits: string): string => bits.split('').toReversed().join('')

const runs = (bits: string): number[] => [...bits.matchAll(/0+|1+/gu)].map(([run]) => run.length)

/**
 * A GTIN-13 as EAN-13: the widths of its bars and spaces in modules, a bar first; 95 modules. Throws a RangeError for what is no
 * GTIN-13.
 */
export const ean13 = (gtin: string): number[] => {
  if (gtin.length !== 13 || !hasCheckDigit(gtin)) throw new RangeError(`${gtin} is no EAN-13`)
  const parity = parities[Number(gtin.charAt(0))] ?? ''
  const half = (digits: string, write: (bits: string, index: number) => string) =>
    digits
      .split('')
      .map((digit, index) => write(left[Number(digit)] ?? '', index))
      .join('')
  const first = half(gtin.slice(1, 7), (bits, index) =>
    parity.charAt(index) === 'L' ? bits : mirrored(inverted(bits)),
  )
  return runs(`101${first}01010${half(gtin.slice(7), inverted)}101`)
}
