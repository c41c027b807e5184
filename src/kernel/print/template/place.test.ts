import { describe, expect, test } from 'vitest'
import type { FieldKindName } from '../../definition/field.ts'
import { paperWords } from '../paper-words.ts'
import { emptyLayout } from './layout.ts'
import type { FieldElement, Layout, LayoutElement, TableElement, TextElement } from './layout.ts'
import { baselineOf } from './marks.ts'
import type { PlacedPage } from './marks.ts'
import { placeRecord } from './place.ts'
import type { PrintData, PrintValue } from './print-data.ts'
import { sheetsOf } from './print-layout.ts'

const value = (text: string, kind: FieldKindName = 'text', label = ''): PrintValue => ({
  label,
  kind,
  text,
  value: kind === 'text' ? text : text.replaceAll(',', ''),
})

const base = { when: '', pages: 'every' } as const
const style = { size: 10, align: 'left', bold: false } as const
const words = (id: string, text: string, y = 10): TextElement => ({
  ...base,
  ...style,
  id,
  kind: 'text',
  text,
  x: 20,
  y,
  width: 100,
  height: 5,
})
const field = (id: string, path: string, more: Partial<FieldElement> = {}): FieldElement => ({
  ...base,
  ...style,
  id,
  kind: 'field',
  path,
  label: '',
  format: 'plain',
  x: 20,
  y: 20,
  width: 100,
  height: 5,
  ...more,
})
const column = (path: string, total = false) => ({
  path,
  label: path,
  width: 40,
  align: total ? ('right' as const) : ('left' as const),
  format: 'plain' as const,
  total,
})
const table = (more: Partial<TableElement> = {}): TableElement => ({
  ...base,
  id: 'table',
  kind: 'table',
  table: 'lines',
  columns: [column('goods'), column('gross', true)],
  x: 10,
  y: 40,
  width: 80,
  height: 42,
  size: 9,
  headHeight: 6,
  rowHeight: 6,
  rows: 5,
  fill: true,
  grow: false,
  pageTotals: true,
  totals: true,
  ruled: true,
  ...more,
})

const layout = (...elements: LayoutElement[]): Layout => ({
  ...emptyLayout({ width: 241, height: 139.7 }),
  elements,
})
const lines = (count: number) =>
  Array.from({ length: count }, (_line, at) => ({ goods: value(`货${at + 1}`), gross: value('1,000.50', 'money') }))
const data = (count = 0, values: PrintData['values'] = {}): PrintData => ({ values, tables: { lines: lines(count) } })
const place = (one: Layout, of: PrintData, printedLines = 0) =>
  placeRecord(one, of, { words: paperWords.zh, printedLines })

const texts = (page: PlacedPage | undefined) =>
  (page?.marks ?? []).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
const at = (page: PlacedPage | undefined, text: string) => {
  const found = page?.marks.find((mark) => mark.kind === 'text' && mark.text === text)
  return found?.kind === 'text' ? { x: found.x, baseline: Math.round(baselineOf(found) * 100) / 100 } : undefined
}

describe('what stands on paper', () => {
  test('is where the template says, in millimetres', () => {
    const [page] = place(layout(words('a', '送货单')), data())
    // 10 pt are 3.53 mm high; a line takes 4.41, so 0.44 above and 0.88 of the height to the baseline.
    expect(at(page, '送货单')).toEqual({ x: 20, baseline: 13.55 })
    expect(page).toMatchObject({ width: 241, height: 139.7 })
  })

  test('takes values between braces, and counts pages', () => {
    const one = layout(words('a', '第 {page} 页 / 共 {pages} 页'), words('b', '致 {customer}', 30))
    const [page] = place(one, data(0, { customer: value('百联') }))
    expect(texts(page)).toEqual(['第 1 页 / 共 1 页', '致 百联'])
  })

  test('writes amounts in words, dates in Chinese, figures as asked', () => {
    const values = {
      total: value('1,409.50', 'money'),
      date: value('2026-01-05', 'date'),
      zero: value('0', 'quantity'),
    }
    const one = layout(
      field('a', 'total', { format: 'words' }),
      field('b', 'date', { format: 'longDate' }),
      field('c', 'total', { format: 'yuan' }),
      field('d', 'total', { format: 'bare' }),
      field('e', 'zero', { format: 'blankZero' }),
    )
    expect(texts(place(one, data(0, values))[0])).toEqual([
      '人民币壹仟肆佰零玖元伍角整',
      '2026年1月5日',
      '¥1,409.50',
      '1409.50',
    ])
  })

  test('is nothing of what may not be seen, its label and its column neither', () => {
    const one = layout(
      field('a', 'cost', { label: '成本：' }),
      words('b', '毛利 {margin}'),
      table({ columns: [column('goods'), column('cost', true)] }),
    )
    const [page] = place(one, data(1))
    expect(texts(page)).toEqual(['goods', '货1'])
  })

  test('depends on its condition, by names or labels of fields', () => {
    const values = { total: value('20,000', 'money', '合计'), state: value('草稿') }
    const one = layout(
      { ...words('a', '大额'), when: '合计 > 10000' },
      { ...words('b', '未审核'), when: 'state = "草稿"' },
      { ...words('c', '小额'), when: 'total <= 10000' },
    )
    expect(texts(place(one, data(0, values))[0])).toEqual(['大额', '未审核'])
  })
})

describe('a table with fixed rows', () => {
  test('has the same rows on every page, sums of the page, and the whole on the last', () => {
    const pages = place(layout(table(), { ...words('foot', '签字', 90), pages: 'last' }), data(7))
    expect(pages).toHaveLength(2)
    expect(texts(pages[0])).toContain('本页小计')
    expect(texts(pages[0])).toContain('5,002.50')
    expect(texts(pages[0])).not.toContain('合计')
    expect(texts(pages[0])).not.toContain('签字')
    expect(texts(pages[1])).toEqual(expect.arrayContaining(['货6', '货7', '2,001.00', '合计', '7,003.50', '签字']))
    // Head, five rows, the page and the whole: the rules end where the frame does.
    const lowest = Math.max(...(pages[1]?.marks ?? []).map((mark) => (mark.kind === 'rule' ? mark.y : 0)))
    expect(lowest).toBeCloseTo(40 + 6 + 5 * 6 + 2 * 6, 5)
  })

  test('has no sum of the page where there is one', () => {
    expect(texts(place(layout(table()), data(3))[0])).not.toContain('本页小计')
  })

  test('goes on where printing stopped: what stands on the paper is not printed again', () => {
    const one = layout(words('a', '送货单'), table())
    const pages = place(one, data(7), 6)
    expect(pages).toHaveLength(1)
    expect(texts(pages[0])).not.toContain('送货单')
    expect(texts(pages[0])).not.toContain('货6')
    expect(at(pages[0], '货7')).toEqual(at(place(one, data(7))[1], '货7'))
  })

  test('cuts what is longer than its row, or gives it several', () => {
    const long = {
      values: {},
      tables: { lines: [{ goods: value('不锈钢复底汤锅'.repeat(4)), gross: value('1', 'money') }] },
    }
    const [cut] = place(layout(table()), long)
    expect(texts(cut).some((text) => text.endsWith('…'))).toBe(true)
    const [grown] = place(layout(table({ grow: true })), long)
    expect(texts(grown).join('')).toContain('不锈钢复底汤锅'.repeat(2))
    expect(texts(grown).some((text) => text.endsWith('…'))).toBe(false)
  })
})

test('on a roll the paper is as long as its lines, and what stands below moves with them', () => {
  const roll: Layout = {
    ...layout(table({ rows: 0, fill: false, height: 6 }), words('foot', '谢谢', 50)),
    paper: { width: 80, height: 0 },
  }
  const [short] = place(roll, data(1))
  const [long] = place(roll, data(20))
  expect((long?.height ?? 0) - (short?.height ?? 0)).toBeCloseTo(19 * 6, 5)
  expect((at(long, '谢谢')?.baseline ?? 0) - (at(short, '谢谢')?.baseline ?? 0)).toBeCloseTo(19 * 6, 2)
})

test('labels stand side by side on their sheet', () => {
  const sheet = { width: 210, height: 297, across: 3, down: 8, left: 0, top: 0.5, gapX: 0, gapY: 0 }
  const label: Layout = { ...layout(words('a', '汤锅')), paper: { width: 70, height: 37 }, sheet }
  const pages = sheetsOf(label, Array.from({ length: 25 }, () => place(label, data())).flat())
  expect(pages).toHaveLength(2)
  const places = (pages[0]?.marks ?? []).map(({ x, y }) => [x, Math.round(y * 100) / 100])
  expect(places[0]).toEqual([20, 10.94])
  expect(places[4]).toEqual([90, 47.94])
})
