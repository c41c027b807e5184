import { describe, expect, test } from 'vitest'
import { postingInput } from '../../../ledgers/testing/posting-input.ts'
import type { Scene } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords as records } from '../../../ledgers/testing/trade-records.ts'
import { proposalsOf, trialOf } from '../../../ledgers/testing/trial.ts'
import { giftsAtNoCost, unpricedLines } from './purchase-receipt.checks.ts'
import { postPurchaseOrder } from './purchase-order.posting.ts'
import { purchaseInvoice } from './purchase-invoice.ts'
import { purchaseOrder } from './purchase-order.ts'
import { postPurchaseReceipt } from './purchase-receipt.posting.ts'
import { purchaseReceipt } from './purchase-receipt.ts'
import { postPurchaseReturn } from './purchase-return.posting.ts'
import { purchaseReturn } from './purchase-return.ts'

const header = { supplier: 'sun', warehouse: 'main' }
const pens = { item: 'pen', quantity: '10', price: '11.3' }
const receipt = (scene: Scene) =>
  postingInput(purchaseReceipt, { header, records, tables: { lines: [pens] }, ...scene })

describe('a purchase receipt', () => {
  test('stands at gross less deductible tax, against an estimate for the same', () => {
    expect(trialOf(postPurchaseReceipt, receipt({}))).toEqual({ inventory: '100', goodsReceivedNotInvoiced: '-100' })
  })

  test('from a supplier of ordinary invoices costs 113 and not 100 (rule 2)', () => {
    const ordinary = receipt({ header: { ...header, supplier: 'market' } })
    expect(trialOf(postPurchaseReceipt, ordinary)).toEqual({ inventory: '113', goodsReceivedNotInvoiced: '-113' })
  })

  test('of a small-scale taxpayer costs 113', () => {
    const small = receipt({ settings: { taxpayer: 'smallScale' } })
    expect(trialOf(postPurchaseReceipt, small)).toEqual({ inventory: '113', goodsReceivedNotInvoiced: '-113' })
  })

  test('makes the estimate due only when payables are recognised on receipt', () => {
    const dueOn = (input: ReturnType<typeof receipt>) =>
      proposalsOf(postPurchaseReceipt, input).flatMap((each) => (each.ledger === 'party' ? [each.dueOn] : []))
    expect(dueOn(receipt({}))).toEqual([null])
    expect(dueOn(receipt({ settings: { payableBasis: 'receipt' } }))).toEqual(['2026-08-15'])
  })

  test('takes the reference price where none was typed, and refuses a line that has neither', () => {
    const lines = [
      { item: 'pen', quantity: '2' },
      { item: 'ink', quantity: '2' },
      { item: 'ink', quantity: '1', isGift: true },
    ]
    const input = receipt({ tables: { lines } })
    expect(input.lines[0]?.price?.toString()).toBe('60')
    expect(unpricedLines(input).map((problem) => problem.path)).toEqual(['lines.1.price'])
  })

  test('with gifts spreads what was paid for an item over all of it, and owes no more (rule 10)', () => {
    const lines = [pens, { item: 'pen', quantity: '1', isGift: true }, { item: 'ink', quantity: '1', isGift: true }]
    const input = receipt({ tables: { lines } })
    const costs = proposalsOf(postPurchaseReceipt, input).flatMap((each) =>
      each.ledger === 'stock' ? [String(each.amount)] : [],
    )
    expect(costs).toEqual(['90.91', '9.09', '0'])
    expect(trialOf(postPurchaseReceipt, input)).toEqual({ inventory: '100', goodsReceivedNotInvoiced: '-100' })
    expect(giftsAtNoCost(input).map(({ path, warning }) => [path, warning])).toEqual([['lines.2.isGift', true]])
  })

  test('of goods that were invoiced on the way takes them from there and fulfils the order', () => {
    const invoice = postingInput(purchaseInvoice, {
      header: { supplier: 'sun' },
      records,
      tables: {
        lines: [{ ...pens, id: 'invoiced', source: { type: 'purchaseOrder', document: 'o', line: 'ordered' } }],
      },
    })
    const input = receipt({
      tables: {
        lines: [{ ...pens, source: { type: 'purchaseInvoice', document: 'purchaseInvoice', line: 'invoiced' } }],
      },
      sources: [invoice],
      drawn: { 'lines.1': { quantity: '10', amount: '100' } },
    })
    expect(trialOf(postPurchaseReceipt, input)).toEqual({ inventory: '100', goodsInTransit: '-100' })
    const promises = proposalsOf(postPurchaseReceipt, input).filter((each) => each.ledger === 'plan')
    expect(promises).toMatchObject([{ kind: 'supply', promise: 'ordered' }])
  })

  test('derives who buys, when it is due, and what it adds up to', () => {
    const { header: derived } = receipt({ tables: { lines: [pens, { item: 'ink', quantity: '1', gross: '22.6' }] } })
    expect(derived.dueOn).toBe('2026-08-15')
    expect([derived.totalNet, derived.totalTax, derived.totalGross].map(String)).toEqual(['120', '15.6', '135.6'])
  })
})

test('a purchase order promises supply', () => {
  const input = postingInput(purchaseOrder, {
    header: { supplier: 'sun', promisedOn: '2026-07-10' },
    records,
    tables: { lines: [pens] },
  })
  const promises = proposalsOf(postPurchaseOrder, input)
  expect(promises).toMatchObject([
    { ledger: 'plan', kind: 'supply', item: 'pen', promisedOn: '2026-07-10', promise: 'lines.1' },
  ])
})

describe('a purchase return', () => {
  const source = receipt({ tables: { lines: [{ ...pens, id: 'received' }] } })

  test('is its receipt negated, at the receipt’s cost, out of the receipt’s own estimate', () => {
    const input = postingInput(purchaseReturn, {
      header,
      records,
      tables: {
        lines: [
          {
            item: 'pen',
            quantity: '4',
            price: '12',
            source: { type: 'purchaseReceipt', document: 'purchaseReceipt', line: 'received' },
          },
        ],
      },
      sources: [source],
      drawn: { 'lines.1': { quantity: '4', amount: '40' } },
    })
    expect(trialOf(postPurchaseReturn, input)).toEqual({ inventory: '-40', goodsReceivedNotInvoiced: '40' })
    expect(proposalsOf(postPurchaseReturn, input)).toMatchObject([{ follows: 'received' }, { settlesLine: 'received' }])
  })

  test('without a receipt goes at the price that was typed', () => {
    const input = postingInput(purchaseReturn, { header, records, tables: { lines: [pens] } })
    expect(trialOf(postPurchaseReturn, input)).toEqual({ inventory: '-100', goodsReceivedNotInvoiced: '100' })
  })
})
