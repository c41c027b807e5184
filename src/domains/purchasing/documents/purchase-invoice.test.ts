import { describe, expect, test } from 'vitest'
import { postingInput } from '../../../ledgers/testing/posting-input.ts'
import type { Scene } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords as records } from '../../../ledgers/testing/trade-records.ts'
import { proposalsOf, trialOf } from '../../../ledgers/testing/trial.ts'
import { mixedColours, strangersGoods } from './purchase-invoice.checks.ts'
import { postPurchaseInvoice } from './purchase-invoice.posting.ts'
import { purchaseInvoice } from './purchase-invoice.ts'
import { purchaseReceipt } from './purchase-receipt.ts'
import { purchaseReturn } from './purchase-return.ts'

const pens = { item: 'pen', quantity: '10', price: '11.3' }
const invoice = (scene: Scene) =>
  postingInput(purchaseInvoice, { header: { supplier: 'sun' }, records, tables: { lines: [pens] }, ...scene })

const receipt = postingInput(purchaseReceipt, {
  header: { supplier: 'sun', warehouse: 'main' },
  records,
  tables: { lines: [{ ...pens, id: 'received' }] },
})
const fromReceipt = { source: { type: 'purchaseReceipt', document: 'purchaseReceipt', line: 'received' } }

describe('a purchase invoice', () => {
  test('at the receipt’s price turns the estimate into a payable with tax', () => {
    const input = invoice({
      tables: { lines: [{ ...pens, ...fromReceipt }] },
      sources: [receipt],
      drawn: { 'lines.1': { quantity: '10', amount: '100' } },
    })
    expect(trialOf(postPurchaseInvoice, input)).toEqual({
      payable: '-113',
      inputVatPending: '13',
      goodsReceivedNotInvoiced: '100',
    })
  })

  test('at another price changes the cost of the goods (rule 15: 100 at 10, invoiced at 11)', () => {
    const input = invoice({
      tables: { lines: [{ item: 'pen', quantity: '10', price: '12.43', ...fromReceipt }] },
      sources: [receipt],
      drawn: { 'lines.1': { quantity: '10', amount: '100' } },
    })
    expect(trialOf(postPurchaseInvoice, input)).toEqual({
      payable: '-124.3',
      inputVatPending: '14.3',
      goodsReceivedNotInvoiced: '100',
      inventory: '10',
    })
    const changes = proposalsOf(postPurchaseInvoice, input).filter((each) => each.ledger === 'stock')
    expect(changes).toMatchObject([{ follows: 'received', warehouse: 'main' }])
    // The estimate changes with the goods, on the receipt's day, before the invoice takes it back.
    const adjusted = proposalsOf(postPurchaseInvoice, input).flatMap((each) =>
      each.ledger === 'party' && each.adjustsLine !== undefined ? [each.amount.toString()] : [],
    )
    expect(adjusted).toEqual(['-10'])
  })

  test('for a part takes its drawn share, the last one what is left', () => {
    const input = invoice({
      tables: { lines: [{ item: 'pen', quantity: '3', price: '11.3', ...fromReceipt }] },
      sources: [receipt],
      drawn: { 'lines.1': { quantity: '3', amount: '30', takesAll: false } },
    })
    expect(trialOf(postPurchaseInvoice, input)).toEqual({
      payable: '-33.9',
      inputVatPending: '3.9',
      goodsReceivedNotInvoiced: '30',
    })
  })

  test('of another kind than expected makes the tax a difference of cost (rule 2)', () => {
    const input = invoice({
      header: { supplier: 'sun', invoiceKind: 'ordinary' },
      tables: { lines: [{ ...pens, ...fromReceipt }] },
      sources: [receipt],
      drawn: { 'lines.1': { quantity: '10', amount: '100' } },
    })
    expect(trialOf(postPurchaseInvoice, input)).toEqual({
      payable: '-113',
      goodsReceivedNotInvoiced: '100',
      inventory: '13',
    })
  })

  test('before the goods stands in goodsInTransit (rule 7), a service in its expense', () => {
    const input = invoice({ tables: { lines: [pens, { item: 'freight', quantity: '1', price: '109' }] } })
    expect(trialOf(postPurchaseInvoice, input)).toEqual({
      payable: '-222',
      inputVatPending: '22',
      goodsInTransit: '100',
      adminExpense: '100',
    })
  })

  test('in red credits a return and meets its estimate', () => {
    const returned = postingInput(purchaseReturn, {
      header: { supplier: 'sun', warehouse: 'main' },
      records,
      tables: { lines: [{ item: 'pen', quantity: '4', price: '11.3', id: 'returned', ...fromReceipt }] },
    })
    const input = invoice({
      header: { supplier: 'sun', isRed: true },
      tables: {
        lines: [
          {
            item: 'pen',
            quantity: '4',
            price: '12.43',
            source: { type: 'purchaseReturn', document: 'purchaseReturn', line: 'returned' },
          },
        ],
      },
      sources: [returned],
      drawn: { 'lines.1': { quantity: '4', amount: '40' } },
    })
    expect(trialOf(postPurchaseInvoice, input)).toEqual({
      payable: '49.72',
      inputVatPending: '-5.72',
      goodsReceivedNotInvoiced: '-40',
      inventory: '-4',
    })
    const settled = proposalsOf(postPurchaseInvoice, input).flatMap((each) =>
      each.ledger === 'party' && each.adjustsLine === undefined ? [each.settlesLine] : [],
    )
    expect(settled).toEqual([undefined, 'received'])
    expect(mixedColours(input)).toEqual([])
  })

  test('is of one colour, and for the goods of its own supplier', () => {
    const lines = [{ ...pens, ...fromReceipt }]
    const red = invoice({ header: { supplier: 'sun', isRed: true }, tables: { lines }, sources: [receipt] })
    expect(mixedColours(red).map((problem) => problem.path)).toEqual(['lines.0.source'])
    const strange = invoice({ header: { supplier: 'market' }, tables: { lines }, sources: [receipt] })
    expect(strangersGoods(strange).map((problem) => problem.path)).toEqual(['lines.0.source'])
  })
})
