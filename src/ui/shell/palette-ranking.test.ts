import { describe, expect, it } from 'vitest'
import { rankPalette, scoreEntry, type PaletteEntry } from './palette-ranking.ts'

const entries: readonly PaletteEntry[] = [
  { id: '1', group: 'report', title: '收发存汇总', keywords: ['sfchz'] },
  { id: '2', group: 'report', title: '销售毛利分析', keywords: ['xsmlfx'] },
  { id: '3', group: 'action', title: '新增销售出库单', keywords: ['xzxsckd'] },
  { id: '4', group: 'document', title: '销售出库单', detail: 'XSCK-20260115-0023', keywords: ['xsckd'] },
]
const ids = (query: string, found: readonly PaletteEntry[] = []): string[] =>
  rankPalette(entries, found, query).map((entry) => entry.id)

describe('the palette', () => {
  it('puts exact before prefix before inside', () => {
    expect(ids('销售出库单')).toEqual(['4', '3'])
  })

  it('answers to pinyin initials and numbers', () => {
    expect(ids('xsck')[0]).toBe('4')
    expect(ids('0023')).toEqual(['4'])
    expect(ids('sfc')[0]).toBe('1')
  })

  it('wants every word answered', () => {
    expect(scoreEntry(entries[3] ?? { id: '', group: 'item', title: '' }, '销售 0023')).toBeGreaterThan(0)
    expect(ids('销售 9999')).toEqual([])
  })

  it('keeps what only the server could match, behind what shows why', () => {
    const found: readonly PaletteEntry[] = [{ id: '9', group: 'item', title: '真空保温壶' }]
    expect(ids('0023', found)).toEqual(['4', '9'])
  })

  it('shows a group at most so many', () => {
    const many = Array.from({ length: 20 }, (_, index): PaletteEntry => ({
      id: `m${index}`,
      group: 'item',
      title: `锅 ${index}`,
    }))
    expect(rankPalette(many, [], '锅')).toHaveLength(6)
  })
})
