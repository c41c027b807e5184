import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { postingInput } from '../../../ledgers/testing/posting-input.ts'
import type { Scene } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords as records } from '../../../ledgers/testing/trade-records.ts'
import { proposalsOf, trialOf } from '../../../ledgers/testing/trial.ts'
import { overLimit } from './credit-limit.checks.ts'
import { postSalesDelivery } from './sales-delivery.posting.ts'
import { salesDelivery } from './sales-delivery.ts'
import { postSalesOrder } from './sales-order.posting.ts'
import { salesOrder } from './sales-order.ts'
import { postSalesReturn } from './sales-return.posting.ts'
import { salesReturn } from './sales-return.ts'
import { belowMinimum, unpricedLines } from './sellable.checks.ts'

const header = { customer: 'hong', warehouse: 'main' }
const pens = { item: 'pen', quantity: '10', price: '113' }
const costs = { pen: '60' }
const contract = { ...header, contractPaymentOn: '2026-08-31' }
const delivery = (scene: Scene) => postingInput(salesDelivery, { header, records, tables: { lines: [pens] }, ...scene })

describe('a sales delivery, as the books see it', () => {
  test('without a written payment date: VAT is due at once', () => {
    expect(trialOf(postSalesDelivery, delivery({}), costs)).toEqual({
      receivable: '1130',
      revenue: '-1000',
      outputVat: '-130',
      inventory: '-600',
      costOfSales: '600',
    })
  })

  test('with payment by contract on 31 August: VAT is pending', () => {
    expect(trialOf(postSalesDelivery, delivery({ header: contract }), costs)).toEqual({
      receivable: '1130',
      revenue: '-1000',
      outputVatPending: '-130',
      inventory: '-600',
      costOfSales: '600',
    })
  })

  test('of a company whose contracts always name the day: pending until the due date', () => {
    const input = delivery({ settings: { vatOnDelivery: false } })
    expect(input.header.vatDueOn).toBe('2026-07-31')
    expect(trialOf(postSalesDelivery, input, costs)).toMatchObject({ outputVatPending: '-130' })
  })

  test('of a small-scale taxpayer: never pending', () => {
    const input = delivery({ header: contract, settings: { taxpayer: 'smallScale' } })
    expect(trialOf(postSalesDelivery, input, costs)).toMatchObject({ simpleVat: '-130', receivable: '1130' })
  })

  test('with receivables on the invoice: shipped at cost, and only VAT that is due is owed', () => {
    const settings = { receivableBasis: 'invoice' }
    expect(trialOf(postSalesDelivery, delivery({ header: contract, settings }), costs)).toEqual({
      inventory: '-600',
      goodsShipped: '600',
    })
    expect(trialOf(postSalesDelivery, delivery({ settings }), costs)).toEqual({
      inventory: '-600',
      goodsShipped: '600',
      receivable: '130',
      outputVat: '-130',
    })
  })

  test('of a gift alone: cost and VAT at market price are promotion (rule 4: 73 = 60 + 13)', () => {
    const gift = delivery({ tables: { lines: [{ item: 'pen', quantity: '1', isGift: true }] } })
    expect(trialOf(postSalesDelivery, gift, costs)).toEqual({ promotionCost: '73', inventory: '-60', outputVat: '-13' })
  })

  test('of a gift beside paid lines: a discount, its cost is cost of sales', () => {
    const gift = delivery({ tables: { lines: [pens, { item: 'pen', quantity: '1', isGift: true }] } })
    expect(trialOf(postSalesDelivery, gift, costs)).toMatchObject({
      inventory: '-660',
      costOfSales: '660',
      revenue: '-1000',
    })
  })

  test('of a service moves no stock', () => {
    const service = delivery({ tables: { lines: [{ item: 'freight', quantity: '1', price: '109' }] } })
    expect(trialOf(postSalesDelivery, service)).toEqual({ receivable: '109', revenue: '-100', outputVat: '-9' })
  })

  test('takes the sale price where none was typed, in the line’s unit', () => {
    const { lines } = delivery({ tables: { lines: [{ item: 'pen', quantity: '2' }] } })
    expect(String(lines[0]?.gross)).toBe('226')
  })
})

describe('a sales return', () => {
  const returned = (source: ReturnType<typeof delivery>, scene: Scene = {}) =>
    postingInput(salesReturn, {
      date: '2026-07-20',
      header,
      records,
      sources: [source],
      tables: {
        lines: [
          {
            item: 'pen',
            quantity: '4',
            price: '113',
            source: { type: 'salesDelivery', document: 'salesDelivery', line: 'lines.1' },
          },
        ],
      },
      ...scene,
    })

  test('is its delivery negated, under the delivery’s bases', () => {
    const drawn = { 'lines.1': { quantity: '4', amount: '452', part: '52', taken: '52' } }
    expect(trialOf(postSalesReturn, returned(delivery({ header: contract }), { drawn }), costs)).toEqual({
      receivable: '-452',
      revenue: '400',
      outputVatPending: '52',
      inventory: '240',
      costOfSales: '-240',
    })
  })

  test('takes back VAT that is due where less is pending', () => {
    const drawn = { 'lines.1': { quantity: '4', amount: '452', part: '52', taken: '20' } }
    const late = returned(delivery({ header: contract }), { date: '2026-09-02', drawn })
    expect(trialOf(postSalesReturn, late, costs)).toMatchObject({ outputVat: '32', outputVatPending: '20' })
  })

  test('of goods shipped and not invoiced takes them out of that place', () => {
    const drawn = { 'lines.1': { quantity: '4', amount: '452', part: '52', taken: '52' } }
    const input = returned(delivery({ header: contract, settings: { receivableBasis: 'invoice' } }), { drawn })
    expect(trialOf(postSalesReturn, input, costs)).toEqual({ inventory: '240', goodsShipped: '-240' })
    // Negated, the goods go out of the place shipped to and, by the same cost, into the warehouse.
    expect(
      proposalsOf(postSalesReturn, input).map((each) => each.ledger === 'stock' && [each.place, each.pair]),
    ).toEqual([
      ['goodsShipped', 'out'],
      ['onHand', 'in'],
    ])
  })
})

test('a sales order promises demand', () => {
  const input = postingInput(salesOrder, {
    header: { customer: 'hong', promisedOn: '2026-07-15' },
    records,
    tables: { lines: [pens] },
  })
  expect(proposalsOf(postSalesOrder, input)).toMatchObject([
    { kind: 'demand', promisedOn: '2026-07-15', promise: 'lines.1' },
  ])
})

describe('checks of a sale', () => {
  test('no price, and a price below the minimum', () => {
    const input = delivery({
      tables: {
        lines: [
          { ...pens, price: '89.99' },
          { ...pens, price: '90' },
          { item: 'ink', quantity: '1' },
          { item: 'pen', quantity: '1', isGift: true },
        ],
      },
    })
    expect(belowMinimum(input).map((each) => each.path)).toEqual(['lines.0.price'])
    expect(unpricedLines(input).map((each) => each.path)).toEqual(['lines.2.price'])
  })

  test('what is 停用', () => {
    const input = delivery({ tables: { lines: [{ ...pens, item: 'oldPen' }] } })
    expect(disabledReferences(salesDelivery, input).map((each) => each.path)).toEqual(['lines.0.item'])
  })

  test.each([
    ['4000', '1000', 'forbid', []],
    ['4000', '1000.01', 'forbid', [false]],
    ['4000', '1000.01', 'warn', [true]],
  ] as const)('a limit of 5,000 with %s owed and %s more, %s', (owed, more, control, expected) => {
    const problems = overLimit({ limit: decimal('5000'), owed: decimal(owed), more: decimal(more), control })
    expect(problems.map((each) => each.warning === true)).toEqual(expected)
  })
})
