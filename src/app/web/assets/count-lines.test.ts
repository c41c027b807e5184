import { describe, expect, test } from 'vitest'
import { lineOfCode, linesOf, marked, openFirst, sentLines } from './count-lines.ts'

const record = {
  id: 'c1',
  references: { assetCard: { a1: { code: 'ZC001', name: '面包车' }, a2: { code: 'ZC002', name: '叉车' } } },
  lines: [
    { id: 'l1', asset: 'a1', location: '总仓', bookQuantity: '1', countedQuantity: null, result: 'open' },
    { id: 'l2', asset: 'a2', location: '总仓', bookQuantity: '2', countedQuantity: null, result: 'open' },
  ],
}

describe('a count of assets on the phone', () => {
  test('finds the card of a tag, whatever the scanner makes of its case', () => {
    expect(lineOfCode(linesOf(record), ' zc002\n')?.name).toBe('叉车')
    expect(lineOfCode(linesOf(record), 'ZC009')).toBeUndefined()
  })

  test('takes the book quantity for what is found, nothing for what is missing, and sends what was typed', () => {
    const found = marked(marked(linesOf(record), 'l1', 'found', '门店'), 'l2', 'missing')
    expect(found.map((line) => line.countedQuantity)).toEqual(['1', '0'])
    expect(sentLines(found)[0]).toEqual({
      id: 'l1',
      asset: 'a1',
      location: '总仓',
      bookQuantity: '1',
      countedQuantity: '1',
      foundLocation: '门店',
      remark: '',
    })
    expect(marked(found, 'l1', 'open')[0]).toMatchObject({ countedQuantity: null, foundLocation: '' })
  })

  test('shows what is still open first', () => {
    const lines = marked(linesOf(record), 'l1', 'found')
    expect(openFirst(lines).map((line) => line.code)).toEqual(['ZC002', 'ZC001'])
  })
})
