import { expect, test } from 'vitest'
import { decimal as exact } from '../../base/decimal.ts'
import { defineDocument } from '../definition/define.ts'
import { decimal, money, quantity, text } from '../definition/field.ts'
import type { Field } from '../definition/field.ts'
import { lineTable } from '../definition/record.ts'
import { derive } from '../definition/derive.ts'
import type { AnyDocument } from '../definition/record.ts'
import { withFormulas } from './with-formulas.ts'

const reckoned = (field: Field, formula: string): Field => ({ ...field, own: true, formula, computed: true })

const order: AnyDocument = withFormulas(
  defineDocument({
    name: 'order',
    label: '订单',
    numbering: 'DD-{seq:4}',
    header: {
      rate: decimal({ label: '折扣' }),
      x_total: reckoned(money({ label: '合计金额' }), '合计(明细.金额)'),
      x_tenth: reckoned(money({ label: '十分之一' }), '合计金额 / 10'),
      x_round: reckoned(money({ label: '绕圈' }), '绕圈 + 1'),
      x_lost: reckoned(money({ label: '无' }), '合计金额 / 0'),
    },
    tables: {
      lines: lineTable({
        label: '明细',
        fields: {
          quantity: quantity({ label: '数量' }),
          price: money({ label: '单价' }),
          note: text({ label: '备注' }),
          x_amount: reckoned(money({ label: '金额' }), '数量 * 单价 * (1 - 单头.折扣)'),
        },
      }),
    },
  }) as AnyDocument,
)

const settled = (header: Record<string, unknown>, lines: Record<string, unknown>[]) =>
  derive(order, { header, tables: { lines } }, () => undefined, [], {})

test('formulas reckon line by line, by the head, over the lines and by one another, to the places of their field', () => {
  const { header, tables } = settled({ rate: exact('0.1') }, [
    { quantity: exact('3'), price: exact('0.37') },
    { quantity: exact('2'), price: exact('10') },
  ])
  expect(tables['lines']?.map((line) => String(line['x_amount']))).toEqual(['1', '18'])
  expect(String(header['x_total'])).toBe('19')
  expect(String(header['x_tenth'])).toBe('1.9')
})

test('what is not known, divides by nothing or leads back to itself is nothing, and stops no one', () => {
  const { header, tables } = settled({}, [{ quantity: exact('3'), price: null }])
  expect(tables['lines']?.[0]?.['x_amount']).toBeNull()
  expect(header['x_lost']).toBeNull()
  expect(header['x_round']).toBeNull()
})
