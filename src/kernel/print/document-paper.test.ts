import { expect, test } from 'vitest'
import { decimal } from '../../base/decimal.ts'
import { defineDocument } from '../definition/define.ts'
import { money, quantity, text } from '../definition/field.ts'
import { lineTable } from '../definition/record.ts'
import { documentPaper } from './document-paper.ts'
import type { PaperSource } from './document-paper.ts'

const issue = defineDocument({
  name: 'issue',
  label: '领用单',
  numbering: 'LY-{yyyy}-{seq:4}',
  header: {
    purpose: text({ label: '用途' }),
    totalCost: money({ label: '成本合计', computed: true, sensitive: true }),
  },
  tables: {
    lines: lineTable({
      label: '明细',
      fields: {
        goods: text({ label: '商品' }),
        quantity: quantity({ label: '数量' }),
        amount: money({ label: '成本', sensitive: true }),
        lot: text({ label: '批号' }),
      },
    }),
  },
  totals: ['quantity', 'amount'],
})

const source: PaperSource = {
  definition: issue,
  record: {
    header: {
      number: 'LY-2026-0001',
      date: '2026-03-15',
      state: 'posted',
      remark: null,
      reverses: null,
      purpose: '试写',
    },
    tables: { lines: [{ goods: '钢笔', quantity: decimal('2'), amount: decimal('18.5'), lot: null }] },
  },
  references: {},
  company: '甲公司',
  reversed: null,
  negated: false,
  printed: 1,
  language: 'zh',
}

const printedFor = (...rights: string[]) =>
  documentPaper(source, { actor: { id: '1', name: '仓管', may: (right) => rights.includes(right) } })

test('costs are on the paper of those alone who may see them, in words too', () => {
  const seen = printedFor('cost.see')
  expect(seen.tables[0]?.columns.map((column) => column.label)).toEqual(['行号', '商品', '数量', '成本'])
  expect(seen.inWords).toBe('合计大写：人民币壹拾捌元伍角整　¥18.50')
  const unseen = printedFor()
  expect(unseen.tables[0]?.columns.map((column) => column.label)).toEqual(['行号', '商品', '数量'])
  expect(unseen.tables[0]?.rows).toEqual([['1', '钢笔', '2']])
  expect(unseen.inWords).toBeNull()
})

test('what a return takes back is red and negative, prices are not', () => {
  const back = documentPaper({ ...source, negated: true }, { actor: { id: '1', name: '会计', may: () => true } })
  expect(back.isRed).toBe(true)
  expect(back.tables[0]?.rows).toEqual([['1', '钢笔', '-2', '-18.50']])
  expect(back.inWords).toBe('合计大写：人民币负壹拾捌元伍角整　¥-18.50')
})
