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

test('what is written in a foreign currency is written out in it, as what is paid into a foreign account is', () => {
  const sale = defineDocument({
    name: 'exportSale',
    label: '出口',
    numbering: 'CK-{yyyyMM}-{seq:4}',
    header: { currency: text({ label: '币种' }) },
    tables: {
      lines: lineTable({
        label: '明细',
        fields: {
          gross: money({ label: '价税合计' }),
          currencyGross: money({ label: '原币价税合计', inCurrencyOf: 'currency' }),
        },
      }),
    },
    totals: ['gross'],
  })
  const inWords = (currency: string | null, currencyGross: string | null) =>
    documentPaper(
      {
        ...source,
        definition: sale,
        record: {
          header: { ...source.record.header, currency },
          tables: {
            lines: [{ gross: decimal('7100'), currencyGross: currencyGross === null ? null : decimal(currencyGross) }],
          },
        },
      },
      { actor: { id: '1', name: '会计', may: () => true } },
    ).inWords
  expect(inWords('USD', '1000.5')).toBe('合计大写：美元壹仟元零伍角整　USD 1,000.50')
  expect(inWords('JPY', '120000')).toBe('合计大写：日元壹拾贰万元整　JPY 120,000.00')
  expect(inWords(null, null)).toBe('合计大写：人民币柒仟壹佰元整　¥7,100.00')
})
