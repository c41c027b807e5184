import { expect, test } from 'vitest'
import type { ReportColumn, ReportRow } from '../../kernel/definition/report.ts'
import { reportRows } from './report-rows.ts'

const columns: readonly ReportColumn[] = [
  { name: 'date', label: '日期', kind: 'date' },
  { name: 'number', label: '单据编号', kind: 'text' },
  { name: 'kind', label: '业务类型', kind: 'text' },
  { name: 'amount', label: '金额', kind: 'money' },
]
const cellsOf = (row: ReportRow) => reportRows(columns, { rows: [row] })[0]?.cells

test('the name of a sum stands at the left, and not a second time where the report put it', () => {
  expect(cellsOf({ rowKind: 'closing', kind: '期末结存', amount: '1.00' })).toEqual({
    date: '期末结存',
    number: '',
    kind: '',
    amount: '1.00',
  })
})

test('a sum of a day keeps the day at the left and its name beside it', () => {
  expect(cellsOf({ rowKind: 'subtotal', date: '2026-01-31', kind: '本月合计', amount: '1.00' })).toMatchObject({
    date: '2026-01-31',
    kind: '本月合计',
  })
})
