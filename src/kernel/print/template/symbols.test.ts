import { expect, test } from 'vitest'
import { drawSymbol } from './symbols.ts'
import type { DrawnSymbol } from './symbols.ts'

const rows = ({ across, down, dark }: DrawnSymbol): string[] =>
  Array.from({ length: down }, (_row, y) =>
    Array.from({ length: across }, (_cell, x) =>
      dark.some((part) => part.y === y && x >= part.x && x < part.x + part.width) ? '#' : '.',
    ).join(''),
  )

test('a QR code has its three finders, each a ring about a square', () => {
  const drawn = drawSymbol('qr', 'hello')
  if (drawn === null) throw new Error('nothing was drawn')
  const shown = rows(drawn)
  expect([drawn.across, drawn.down]).toEqual([21, 21])
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
  expect(shown.slice(0, 7).map((row) => row.slice(0, 7))).toEqual(finder)
  expect(shown.slice(0, 7).map((row) => row.slice(14))).toEqual(finder)
  expect(shown.slice(14).map((row) => row.slice(0, 7))).toEqual(finder)
})

test('a DataMatrix has a solid left and lower side, and a broken upper and right one (ISO/IEC 16022)', () => {
  const drawn = drawSymbol('gs1DataMatrix', '(01)06901234567892(17)261231(10)A1')
  if (drawn === null) throw new Error('nothing was drawn')
  const shown = rows(drawn)
  expect(shown.every((row) => row.startsWith('#'))).toBe(true)
  expect(shown.at(-1)).toMatch(/^#+$/)
  expect(shown[0]).toMatch(/^(#\.)+$/)
})

test('bars are those of their own encoders; what a symbol cannot say is left out', () => {
  expect(drawSymbol('ean13', '4006381333931')?.across).toBe(95)
  expect(drawSymbol('ean13', '4006381333932')).toBeNull()
  expect(drawSymbol('code128', '铅笔')).toBeNull()
  expect(drawSymbol('gs1128', 'P-100')).toBeNull()
  expect(drawSymbol('gs1128', '(01)06901234567892(10)A1')?.down).toBe(1)
  expect(drawSymbol('qr', '')).toBeNull()
})
