import { expect, test } from 'vitest'
import { defineDocument } from '../definition/define.ts'
import { text } from '../definition/field.ts'
import { lineTable } from '../definition/record.ts'
import { lineTableOf, tableOf } from './storage.ts'

test('documents that share the fields of their lines have tables of their own', () => {
  const lines = lineTable({ label: '明细', fields: { note: text({ label: '备注' }) } })
  const define = (name: string) =>
    defineDocument({ name, label: name, numbering: 'A-{yyyy}-{seq:4}', header: {}, tables: { lines } })
  const [one, other] = [define('one'), define('other')]
  expect([one, other].map((each) => lineTableOf(each, 'lines').name)).toEqual(['one_line', 'other_line'])
  expect(lineTableOf(one, 'lines')).toBe(lineTableOf(one, 'lines'))
  expect(tableOf(one).name).toBe('one')
})
