import { describe, expect, test } from 'vitest'
import { boolean, date, money, quantity, ref, text } from '../../definition/field.ts'
import { defineDocument, defineEntity } from '../../definition/define.ts'
import { lineTable } from '../../definition/record.ts'
import type { AnyDocument, AnyEntity } from '../../definition/record.ts'
import { importColumns, targetOf } from '../import-columns.ts'
import { readSeparated } from '../read-table.ts'
import { bodyOf } from './body-rows.ts'
import { findLayout } from './find-layout.ts'
import type { LayoutChoices } from './find-layout.ts'

const shelf = defineEntity({ name: 'shelf', label: '货架', fields: {} })
const thing = defineEntity({
  name: 'thing',
  label: '商品',
  also: ['存货'],
  foundBy: ['barcode'],
  fields: {
    spec: text({ label: '规格型号', also: ['规格', '型号'] }),
    barcode: text({ label: '条码' }),
    shelf: ref(shelf, { label: '货架' }),
    price: money({ label: '参考进价', also: ['采购价'] }),
    safe: quantity({ label: '安全库存' }),
    isService: boolean({ label: '服务' }),
  },
  tables: { units: lineTable({ label: '辅助单位', fields: { unit: text({ label: '单位', also: ['副单位'] }) } }) },
})
const sale = defineDocument({
  name: 'sale',
  label: '销售单',
  numbering: 'S-{seq:4}',
  header: { shelf: ref(shelf, { label: '货架', required: true }), dueOn: date({ label: '到期日' }) },
  tables: {
    lines: lineTable({
      label: '明细',
      fields: { thing: ref(thing, { label: '商品', required: true }), quantity: quantity({ label: '数量' }) },
    }),
  },
})
const entities = new Map<string, AnyEntity>([
  ['shelf', shelf],
  ['thing', thing],
])

const layoutOf = (definition: AnyEntity | AnyDocument, csv: string, choices: LayoutChoices = {}) => {
  const rows = readSeparated(csv)
  const layout = findLayout(importColumns(definition, entities), rows, choices)
  return {
    ...layout,
    row: rows[layout.at]?.row,
    targets: layout.columns.map((matched) => (matched === undefined ? null : targetOf(matched.column))),
    body: bodyOf(layout, rows),
  }
}

describe('the head of a table is found', () => {
  test('below titles, instructions and the name of the company', () => {
    const found = layoutOf(
      thing,
      '某某公司商品表,,\n1、带星号的为必填项,,\n制表日期：2026-01-05,,\n编码,名称*,采购价(元)\nA,甲,1\n',
    )
    expect(found.row).toBe(4)
    expect(found.targets).toEqual(['header.code', 'header.name', 'header.price'])
  })

  test('in two lines, groups above what they hold', () => {
    const found = layoutOf(thing, '编号,名称,价格,\n,,采购价,条码\nA,甲,1,69\n')
    expect(found).toMatchObject({ row: 2, headRows: 2 })
    expect(found.targets).toEqual(['header.code', 'header.name', 'header.price', 'header.barcode'])
  })

  test('by synonyms, by pinyin, by what stands in brackets', () => {
    const found = layoutOf(thing, '存货编号,存货名称,CGJ,anquankucun,是否服务\nA,甲,1,2,否\n')
    expect(found.targets).toEqual(['header.code', 'header.name', 'header.price', 'header.safe', 'header.isService'])
    expect(found.columns[3]).toMatchObject({ by: 'pinyin' })
    expect(layoutOf(thing, '编码,mingcheng,条 码【69码】\nA,甲,1\n').targets).toEqual([
      'header.code',
      'header.name',
      'header.barcode',
    ])
  })

  test('with several columns of one text, the opposite of a field, and lines side by side', () => {
    const found = layoutOf(thing, '名称,规格,型号,状态*,副单位\n甲,大,A1,1,箱\n')
    expect(found.targets).toEqual(['header.name', 'header.spec', 'header.spec', 'header.disabled!', 'units.0.unit'])
  })

  test('of documents, where goods may go by their bar code', () => {
    const found = layoutOf(sale, '单号,日期,货架名称,条码,数量\n1,2026-01-05,A,69,1\n')
    expect(found.targets).toEqual(['header.key', 'header.date', 'header.shelf', 'lines.thing', 'lines.quantity'])
  })

  test('and a person may say otherwise', () => {
    const found = layoutOf(thing, '甲,乙,丙\nA,名,2\n', {
      head: 1,
      columns: new Map([
        [0, 'header.code'],
        [1, 'header.name'],
        [2, ''],
      ]),
    })
    expect(found.targets).toEqual(['header.code', 'header.name', null])
    expect(() => layoutOf(thing, 'foo,bar\n1,2\n')).toThrow('No head')
  })

  test('the same heads have the same fingerprint, however they are written', () => {
    const one = layoutOf(thing, '编码,名称*\nA,甲\n')
    expect(layoutOf(thing, '标题,\n编 码,名称\nB,乙\n').fingerprint).toBe(one.fingerprint)
    expect(layoutOf(thing, '名称,编码\n甲,A\n').fingerprint).not.toBe(one.fingerprint)
  })
})

test('totals, heads that pages repeat, and what stands at the foot are no records', () => {
  const { body } = layoutOf(
    thing,
    '编码,名称,采购价\nA,甲,1\n小计,,1\n编码,名称,采购价\nB,乙,2\n合 计,,3\n制表人：张三,,\n第1页,,\n',
  )
  expect(body.rows.map((row) => row.cells[0])).toEqual(['A', 'B'])
  expect(body.skipped).toEqual([
    { row: 3, why: 'subtotal' },
    { row: 4, why: 'head' },
    { row: 6, why: 'total' },
    { row: 7, why: 'note' },
    { row: 8, why: 'note' },
  ])
  expect(body.totals.map((row) => row.cells[2])).toEqual(['3'])
})
