import { describe, expect, test } from 'vitest'
import { decimal } from '../../base/decimal.ts'
import type { DocumentPaper, PaperTable } from './document-paper.ts'
import { paginate } from './paginate.ts'
import { paperSizes } from './paper-size.ts'
import { cutTo, linesIn } from './text-width.ts'

const table = (rows: readonly string[]): PaperTable => ({
  label: '明细',
  columns: [
    { label: '行号', weight: 4, right: true, summed: false },
    { label: '商品', weight: 20, right: false, summed: false },
    { label: '数量', weight: 8, right: true, summed: true },
  ],
  kinds: ['integer', 'text', 'quantity'],
  rows: rows.map((name, at) => [String(at + 1), name, '2']),
  figures: rows.map(() => [null, null, decimal(2)]),
})

const paper = (...tables: PaperTable[]): DocumentPaper => ({
  company: '甲公司',
  title: '出库单',
  isRed: false,
  head: [{ label: '客户', value: '杭州百联', isLong: false }],
  tables,
  inWords: null,
  remark: '',
  signatures: [],
  printing: '',
})

const rows = (count: number) => Array.from({ length: count }, () => '不锈钢复底汤锅')
const shape = (of: DocumentPaper, size: keyof typeof paperSizes) =>
  paginate(of, paperSizes[size]).map((page) => page.pieces.map((piece) => [piece.rows.length, piece.blanks]))

describe('a form', () => {
  test('has twelve rows, or six on the lower paper; what is not filled is blank', () => {
    expect(shape(paper(table(rows(3))), '241')).toEqual([[[3, 9]]])
    expect(shape(paper(table(rows(12))), '241')).toEqual([[[12, 0]]])
    expect(shape(paper(table(rows(14))), '241')).toEqual([[[12, 0]], [[2, 10]]])
    expect(shape(paper(table(rows(14))), '241-93')).toEqual([[[6, 0]], [[6, 0]], [[2, 4]]])
  })

  test('gives a long text as many rows as it takes, and no form more than it holds', () => {
    const width = ((683.1 - 74) * 20) / 32 - 6
    const long = '锅'.repeat(Math.floor((width * 2.5) / 8))
    expect(linesIn(long, width, 8)).toBe(3)
    expect(shape(paper(table([long, ...rows(11)])), '241')).toEqual([[[10, 0]], [[2, 10]]])
    const endless = '锅'.repeat(4000)
    expect(shape(paper(table([endless, '锅'])), '241')).toEqual([[[1, 0]], [[1, 11]]])
    const [page] = paginate(paper(table([endless])), paperSizes['241'])
    expect(linesIn(page?.pieces[0]?.rows[0]?.[1] ?? '', width, 8)).toBe(12)
  })

  test('holds a second table where there is room', () => {
    expect(shape(paper(table(rows(2)), table(rows(3))), '241')).toEqual([
      [
        [2, 0],
        [3, 7],
      ],
    ])
  })
})

test('every page is summed for itself, and the last one as a whole', () => {
  const pages = paginate(paper(table(rows(14))), paperSizes['241'])
  const sums = pages.map(({ pieces: [piece] }) => [piece?.pageSums?.[2]?.toString(), piece?.sums?.[2]?.toString()])
  expect(sums).toEqual([
    ['24', undefined],
    ['4', '28'],
  ])
  const [single] = paginate(paper(table(rows(2))), paperSizes.a4)
  expect(single?.pieces[0]?.pageSums).toBeUndefined()
})

test('rows flow on paper without a fixed number of them', () => {
  const [first, ...others] = shape(paper(table(rows(100))), 'a4')
  expect(first?.[0]?.[0]).toBeGreaterThan(30)
  expect(others.flat().reduce((sum, [count = 0]) => sum + count, first?.[0]?.[0] ?? 0)).toBe(100)
  expect(first?.[0]?.[1]).toBe(0)
})

test('what is cut says so', () => {
  expect(cutTo('宁波市鄞州区', 1, 100, 8)).toBe('宁波市鄞州区')
  expect(cutTo('宁波市鄞州区', 1, 40, 8)).toBe('宁波市…')
})
