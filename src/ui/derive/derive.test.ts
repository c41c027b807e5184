import { describe, expect, it } from 'vitest'
import { boolean, choice, date, integer, money, price, quantity, ref, text } from '../../kernel/definition/field.ts'
import { formFields } from './form-field.ts'
import { lineColumns } from './line-columns.ts'
import { documentColumns, filterFields, stateCell } from './list-columns.ts'
import { filterParameter, sortParameter } from './list-query.ts'
import { drillPath, filledColumns, reportRows } from './report-rows.ts'
import { jsonOf, valuesOf } from './values.ts'

const item = { name: 'item', label: '商品' } as const
const fields = {
  item: ref(item, { label: '商品', required: true }),
  quantity: quantity({ label: '数量' }),
  price: price({ label: '含税单价' }),
  copies: integer({ label: '份数' }),
  kind: choice({ label: '类别', options: { plain: '普通', gift: '赠品' } }),
  cost: money({ label: '成本', sensitive: true }),
  gross: money({ label: '价税合计', computed: true }),
  secret: text({ label: '内部', hidden: true }),
}
const none = (): undefined => undefined
const references = { item: { i1: { code: '1001', name: '汤锅' } } }

describe('forms and grids from definitions', () => {
  it('show what is not hidden, and costs only to who may see them', () => {
    expect(formFields(fields, none).map((field) => field.key)).toEqual([
      'item',
      'quantity',
      'price',
      'copies',
      'kind',
      'gross',
    ])
    expect(formFields(fields, none, { may: () => true }).map((field) => field.key)).toContain('cost')
  })

  it('give the first reference the room and the last amount the weight', () => {
    const columns = lineColumns(fields, none, { totals: ['quantity'] })
    expect(columns.find((column) => column.grow)?.key).toBe('item')
    expect(columns.find((column) => column.emphasis)?.key).toBe('gross')
    expect(columns.filter((column) => column.total === 'sum').map((column) => column.key)).toEqual([
      'quantity',
      'gross',
    ])
    expect(columns.find((column) => column.key === 'gross')?.readOnly).toBe(true)
  })

  it('know which amount is in the document’s own currency, beside the one in the books', () => {
    const foreign = lineColumns(
      {
        currencyGross: money({ label: '原币价税合计', inCurrencyOf: 'currency' }),
        gross: money({ label: '价税合计' }),
      },
      none,
    )
    expect(foreign.find((column) => column.inOwnCurrency)?.key).toBe('currencyGross')
    expect(foreign.find((column) => column.emphasis)?.key).toBe('gross')
  })

  it('carry values there and back', () => {
    const values = valuesOf(
      fields,
      { item: 'i1', quantity: '2.5', copies: 3, kind: 'gift', gross: '10.00' },
      references,
    )
    expect(values.item).toEqual({ id: 'i1', code: '1001', name: '汤锅' })
    expect(values.copies).toBe('3')
    expect(jsonOf(fields, values)).toMatchObject({ item: 'i1', quantity: '2.5', copies: 3, kind: 'gift' })
    expect(jsonOf(fields, values)).not.toHaveProperty('gross')
  })
})

describe('lists from definitions', () => {
  const head = {
    customer: ref({ name: 'party', label: '往来' }, { label: '客户' }),
    total: money({ label: '价税合计' }),
    done: boolean({ label: '完成' }),
    due: date({ label: '到期日' }),
  }

  it('stand between number and state, the rest to be chosen', () => {
    const columns = documentColumns(
      { fields: head, listed: ['customer', 'total'] },
      { party: { p1: { code: 'C1', name: '百联' } } },
    )
    expect(columns.filter((column) => !column.optional).map((column) => column.key)).toEqual([
      'number',
      'date',
      'customer',
      'total',
      'state',
    ])
    expect(columns.find((column) => column.key === 'customer')?.value({ customer: 'p1' })).toBe('百联')
  })

  it('show the derived state before the stored one', () => {
    expect(stateCell({ state: 'posted', derived: { status: 'partial' } })?.state).toBe('partial')
    expect(stateCell({ state: 'posted', derived: { status: null } })?.label).toBe('已审核')
    expect(stateCell({ state: 'unheard of' })).toBeNull()
  })

  it('are asked in the words of the API', () => {
    expect(filterFields(head, none).map((field) => field.kind)).toEqual(['reference', 'decimal', 'boolean', 'date'])
    const asked = filterParameter(
      [
        { key: 'due', type: 'preset', preset: 'thisMonth' },
        { key: 'customer', type: 'any', values: [{ value: 'p1', label: '百联' }] },
        { key: 'total', type: 'range', from: '100', to: null },
        { key: 'note', type: 'contains', text: ' ' },
      ],
      '2026-02-10',
    )
    expect(JSON.parse(asked ?? '')).toEqual([
      { field: 'due', op: 'between', value: ['2026-02-01', '2026-02-28'] },
      { field: 'customer', op: 'in', value: ['p1'] },
      { field: 'total', op: 'gte', value: '100' },
    ])
    expect(sortParameter({ key: 'date', descending: true })).toBe('-date')
  })
})

describe('reports from definitions', () => {
  const columns = [
    { name: 'item', label: '商品', kind: 'text' },
    { name: 'number', label: '单号', kind: 'text', drill: { to: 'document', type: 'type', id: 'document' } },
    {
      name: 'amount',
      label: '金额',
      kind: 'money',
      drill: { to: 'report', report: 'stockDetail', parameters: { item: 'item' } },
    },
  ] as const

  it('lead to documents and to other reports', () => {
    const row = { item: 'a', type: 'salesDelivery', document: 'd1', amount: '5' }
    expect(drillPath(columns[1], row)).toBe('/doc/sales-delivery/d1')
    expect(drillPath(columns[2], row)).toBe('/report/stock-detail?item=a')
    expect(drillPath(columns[1], { item: 'a' })).toBeNull()
  })

  it('leave out a seldom column while no row has it', () => {
    const seldom = [columns[0], { name: 'lot', label: '批号', kind: 'text', seldom: true }] as const
    const names = (rows: readonly Record<string, string>[]) => filledColumns(seldom, rows).map((column) => column.name)
    expect(names([{ item: 'a' }, { item: 'b', lot: '' }])).toEqual(['item'])
    expect(names([{ item: 'a' }, { item: 'b', lot: 'L1' }])).toEqual(['item', 'lot'])
  })

  it('fold rows under their heads and keep totals apart', () => {
    const rows = reportRows(columns, {
      rows: [
        { item: '锅具', rowKind: 'head' },
        { item: 'a', amount: '5' },
      ],
      totals: { item: null, amount: '5' },
    })
    expect(rows.map((row) => [row.kind, row.parent])).toEqual([
      ['group', undefined],
      ['row', '0'],
      ['total', undefined],
    ])
    expect(rows[2]?.cells.item).toBe('合计')
  })
})
