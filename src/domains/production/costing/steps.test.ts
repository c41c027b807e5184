import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { noCost } from '../rules/elements.ts'
import type { OrderCost } from './read-orders.ts'
import { stepsOf } from './steps.ts'

const zero = decimal(0)
const order = (id: string, item: string): OrderCost => ({
  id,
  number: id,
  item,
  workshop: 'W',
  costObject: 'order',
  method: 'equivalentUnits',
  basis: 'hours',
  department: null,
  incurred: noCost,
  movedBefore: noCost,
  movedNow: noCost,
  credited: zero,
  materialNow: zero,
  planned: zero,
  finishedNow: zero,
  finishedEver: zero,
  scrapped: zero,
  inProgress: zero,
  materialRate: decimal(1),
  completionRate: decimal(1),
  isDone: false,
  hours: zero,
  machineHours: zero,
})

const told = (orders: readonly OrderCost[], uses: readonly (readonly [string, string])[]) =>
  stepsOf(
    orders,
    uses.map(([order_id, item]) => ({ order_id, item })),
  ).map((step) => step.map((one) => one.id))

test('what is made of half-made goods is costed after them, however the orders stand', () => {
  const orders = [order('3', 'table'), order('1', 'board'), order('2', 'top'), order('4', 'chair')]
  expect(
    told(orders, [
      ['3', 'top'],
      ['2', 'board'],
      ['1', 'wood'],
      ['4', 'wood'],
    ]),
  ).toEqual([['1', '4'], ['2'], ['3']])
})

test('two products that are made of each other are costed one after the other', () => {
  expect(
    told(
      [order('1', 'a'), order('2', 'b')],
      [
        ['1', 'b'],
        ['2', 'a'],
      ],
    ).flat(),
  ).toHaveLength(2)
})
