import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import type { InvoicedLine } from './compared-lines.ts'
import { matchServices } from './match-services.ts'
import type { OrderedService } from './match-services.ts'

const tolerances = { pricePercent: decimal(1), amount: decimal('0.05'), quantityPercent: decimal(0) }
const services = [
  { item: 'freight', name: '运费' },
  { item: 'design', name: '设计费' },
]

const billed = (name: string, quantity: string | null, net: string, rate = '6'): InvoicedLine => ({
  id: `${name}@${net}`,
  name,
  spec: null,
  quantity: quantity === null ? null : decimal(quantity),
  net: decimal(net),
  tax: decimal(net).times(rate).div(100),
  taxRate: decimal(rate),
  item: null,
})

const ordered = (line: string, item: string, quantity: string, net: string): OrderedService => ({
  order: 'PO',
  line,
  item,
  unit: 'PCS',
  quantity: decimal(quantity),
  net: decimal(net),
  taxRate: decimal(6),
})

const ask = (lines: InvoicedLine[], open: OrderedService[] = []) => {
  const { draws, findings, rest } = matchServices({ lines, services, ordered: open, tolerances })
  return {
    draws: draws.map((draw) => [draw.item, draw.quantity.toString(), draw.ordered?.line ?? null]),
    findings: findings.map((each) => each.reason),
    rest: rest.map((line) => line.name),
  }
}

test('a service is of the oldest order that it fits, each line of it once; what is no service is left', () => {
  const open = [ordered('a', 'design', '1', '1000'), ordered('b', 'design', '2', '2010')]
  const lines = [
    billed('*现代服务*设计费', null, '1005'),
    billed('设计费', '1', '1000'),
    billed('得力中性笔', '10', '100'),
  ]
  expect(ask(lines, open)).toEqual({
    draws: [
      ['design', '1', 'a'],
      ['design', '1', 'b'],
    ],
    findings: [],
    rest: ['得力中性笔'],
  })
})

test('one that was ordered at another price, tax or quantity goes to a person', () => {
  const open = [ordered('a', 'design', '1', '1000')]
  expect(ask([billed('设计费', '1', '1200')], open).findings).toEqual(['price'])
  expect(ask([billed('设计费', '1', '1000', '9')], open).findings).toEqual(['tax'])
  expect(ask([billed('设计费', '3', '3000')], open).findings).toEqual(['quantity'])
})

test('one that nobody ordered is an expense', () => {
  expect(ask([billed('运费', null, '300', '9')])).toEqual({ draws: [['freight', '1', null]], findings: [], rest: [] })
})
