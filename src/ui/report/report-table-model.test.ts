import { describe, expect, test } from 'vitest'
import { isNamedAlone } from './report-table-model.ts'
import type { ReportColumn, ReportRow } from './report-table-model.ts'

const columns: readonly ReportColumn[] = [
  { key: 'date', label: '日期', kind: 'date' },
  { key: 'summary', label: '摘要', kind: 'text' },
  { key: 'debit', label: '借方', kind: 'money' },
]
const row = (kind: ReportRow['kind'], cells: ReportRow['cells']): ReportRow => ({ key: 'a', kind, cells })

describe('a sum in a table', () => {
  test('has one name across the columns before its figures', () => {
    expect(isNamedAlone(row('total', { date: '合计', debit: '1.00' }), columns, 2)).toBe(true)
    expect(isNamedAlone(row('group', { date: '流动资产', summary: '3 行' }), columns, 2)).toBe(true)
  })

  test('says each in its own column where it says more, as 本月合计 of a day', () => {
    const month = { date: '2026-01-31', summary: '本月合计', debit: '1.00' }
    expect(isNamedAlone(row('subtotal', month), columns, 2)).toBe(false)
    expect(isNamedAlone(row('row', month), columns, 2)).toBe(false)
  })
})
