import { describe, expect, test } from 'vitest'
import { countOf, linesScanned, typeKey, verdictOf } from './count-state.ts'
import type { CountLine, PendingEntry } from './count-state.ts'

const line = (given: Partial<CountLine>): CountLine => ({
  item: 'pen',
  lot: null,
  bin: null,
  binCode: null,
  binName: null,
  code: 'PEN',
  name: '笔',
  spec: null,
  unit: '支',
  barcodes: [
    { code: '6901', times: '1' },
    { code: 'BOX6901', times: '24' },
  ],
  counter: null,
  book: null,
  typed: null,
  counted: null,
  by: null,
  outside: false,
  ...given,
})
const entry = (kind: PendingEntry['kind'], quantity: string, item = 'pen'): PendingEntry => ({
  id: crypto.randomUUID(),
  item,
  lot: null,
  bin: null,
  kind,
  quantity,
  at: 0,
  after: null,
})

describe('counting on the phone', () => {
  test('shows at once what was scanned and has not arrived yet', () => {
    expect(countOf(line({}), [])).toBeNull()
    expect(countOf(line({ counted: '3' }), [entry('add', '2'), entry('add', '0.5'), entry('add', '9', 'cup')])).toBe(
      '5.5',
    )
    expect(countOf(line({ counted: '3' }), [entry('add', '2'), entry('set', '7'), entry('add', '1')])).toBe('8')
  })

  test('knows a barcode of the item or of a carton, its code, and the lot', () => {
    const lines = [line({}), line({ item: 'ink', code: 'INK', barcodes: [], lot: 'L1' })]
    expect(linesScanned(lines, '6901').map(({ times }) => times)).toEqual(['1'])
    expect(linesScanned(lines, 'box6901').map(({ times }) => times)).toEqual(['24'])
    expect(linesScanned(lines, 'ink').map(({ line: found }) => found.item)).toEqual(['ink'])
    expect(linesScanned(lines, 'l1').map(({ line: found }) => found.item)).toEqual(['ink'])
    expect(linesScanned(lines, '  ')).toEqual([])
  })

  test('tells too much only where the books may be seen', () => {
    expect(verdictOf(line({ book: '5' }), '5')).toBe('right')
    expect(verdictOf(line({ book: '5' }), '6')).toBe('over')
    expect(verdictOf(line({ book: null }), '600')).toBe('right')
  })

  test('types figures by big keys', () => {
    const typed = (keys: string) => keys.split('').reduce((text, key) => typeKey(text, key === '<' ? 'back' : key), '')
    expect(typed('12.5')).toBe('12.5')
    expect(typed('.5')).toBe('0.5')
    expect(typed('1..2')).toBe('1.2')
    expect(typed('07<8')).toBe('8')
    expect(typed('1.2345678')).toBe('1.234567')
  })
})
