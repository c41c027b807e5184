import { describe, expect, test } from 'vitest'
import { mapRecord, recordsIn } from './map-record.ts'
import type { Mapping } from './map-record.ts'
import { readMessage } from './read-message.ts'

const mapping: Mapping = {
  records: 'data.orders',
  externalId: 'tid',
  header: {
    customer: { value: 'shop', table: { 淘宝店: 'C-TB' } },
    warehouse: { value: '="MAIN"' },
    remark: { value: '="网店 " + buyer.nick' },
  },
  tables: {
    lines: {
      path: 'items',
      fields: { item: { value: 'sku' }, quantity: { value: 'num' }, price: { value: '=round(payment / num, 2)' } },
    },
  },
}

const json = `{"data":{"orders":[{"tid":3914567890123456789,"shop":"淘宝店","buyer":{"nick":"小王"},
  "items":[{"sku":"001","num":3,"payment":"100.00"}]}]}}`

describe('a message becomes records', () => {
  test('by paths, words, constants and formulas; long numbers stay whole', () => {
    const [order = null] = recordsIn(readMessage(json, 'json'), mapping)
    expect(mapRecord(order, mapping)).toEqual({
      externalId: '3914567890123456789',
      content: {
        customer: 'C-TB',
        warehouse: 'MAIN',
        remark: '网店 小王',
        lines: [{ item: '001', quantity: '3', price: '33.33' }],
      },
    })
  })

  test('out of XML, where one of a list stands alone and attributes stand beside text', () => {
    const text = `<?xml version="1.0"?><o:orders xmlns:o="x"><order id="A1"><item code="001"><qty unit="个">2</qty></item></order></o:orders>`
    const xml: Mapping = {
      records: 'orders.order',
      externalId: 'id',
      header: {},
      tables: { lines: { path: 'item', fields: { item: { value: 'code' }, quantity: { value: 'qty' } } } },
    }
    const [order = null] = recordsIn(readMessage(text, 'xml'), xml)
    expect(mapRecord(order, xml)).toEqual({ externalId: 'A1', content: { lines: [{ item: '001', quantity: '2' }] } })
  })

  test('out of CSV, a record a row', () => {
    const csv = { ...mapping, records: 'rows', externalId: '编号', header: { name: { value: '名称' } }, tables: {} }
    const found = recordsIn(readMessage('编号,名称\nA1,"钢笔, 黑"\nA2,\n', 'csv'), csv)
    expect(found.map((row) => mapRecord(row, csv))).toEqual([
      { externalId: 'A1', content: { name: '钢笔, 黑' } },
      { externalId: 'A2', content: {} },
    ])
  })

  test('and what cannot be read is refused', () => {
    expect(() => readMessage('{', 'json')).toThrow('cannot be read')
    expect(() => readMessage('<a><b></a>', 'xml')).toThrow('cannot be read')
    expect(() => readMessage('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'xml')).toThrow('cannot be read')
    expect(recordsIn(readMessage('{"__proto__":{"a":1}}', 'json'), { records: 'constructor' })).toEqual([])
  })
})
