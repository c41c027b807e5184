import { expect, test } from 'vitest'
import { cellText } from './sheet.ts'
import type { SheetColumn, SheetRow } from './sheet.ts'
import { turnPages } from './turn-pages.ts'

const columns: readonly SheetColumn[] = [
  { name: 'summary', label: '摘要', kind: 'text' },
  { name: 'debit', label: '借方', kind: 'money', turned: 'sum' },
  { name: 'balance', label: '余额', kind: 'money', turned: 'last' },
]
const row = (debit: string, balance: string): SheetRow => ({ summary: '收款', debit, balance })
const told = (rows: readonly SheetRow[]) =>
  rows.map((each) => ['summary', 'debit', 'balance'].map((name) => cellText('text', each[name])).join(' '))

test('a page ends with what the next begins with, from the beginning of the month', () => {
  const month = { rowKind: 'subtotal', summary: '本月合计', debit: '3.00', balance: '3.00' }
  const rows = [
    row('1.00', '1.00'),
    row('2.00', '3.00'),
    month,
    row('4.50', '7.50'),
    row('5.00', '12.50'),
    row('1.00', '13.50'),
    row('2.00', '15.50'),
  ]
  const pages = turnPages(columns, rows, 4)
  expect(pages.map(told)).toEqual([
    ['收款 1.00 1.00', '收款 2.00 3.00', '本月合计 3.00 3.00', '过次页  3.00'],
    ['承前页  3.00', '收款 4.50 7.50', '收款 5.00 12.50', '过次页 9.5 12.50'],
    ['承前页 9.5 12.50', '收款 1.00 13.50', '收款 2.00 15.50'],
  ])
})

test('what fits one page, or carries nothing over, is not turned', () => {
  expect(turnPages(columns, [row('1.00', '1.00')], 4)).toHaveLength(1)
  const plain = columns.map(({ turned: _turned, ...column }) => column)
  expect(
    turnPages(
      plain,
      Array.from({ length: 9 }, () => row('1.00', '1.00')),
      4,
    ),
  ).toHaveLength(1)
})
