import { expect, test } from 'vitest'
import type { ReportColumn, ReportRow } from '../definition/report.ts'
import { figureOf } from './figure.ts'

const columns: readonly ReportColumn[] = [
  { name: 'name', label: '名称', kind: 'text' },
  { name: 'amount', label: '金额', kind: 'money', total: true },
]
const rows: readonly ReportRow[] = [
  { name: '甲', amount: '0.10' },
  { name: '乙', amount: '-5.20' },
  { rowKind: 'subtotal', name: '小计', amount: '-5.10' },
]
const answered = { columns, rows, totals: undefined }

test.each([
  ['total', '-5.1'],
  ['largest', '0.1'],
  ['smallest', '-5.2'],
  ['count', '2'],
] as const)('%s counts what stands in plain rows', (measure, value) => {
  expect(figureOf(answered, measure, 'amount')?.toString()).toBe(value)
})

test('the report’s own totals win, and what is no figure or not shown is none', () => {
  expect(figureOf({ ...answered, totals: { amount: '7' } }, 'total', 'amount')?.toString()).toBe('7')
  expect(figureOf(answered, 'total', 'name')).toBeUndefined()
  expect(figureOf(answered, 'total', 'cost')).toBeUndefined()
})
