import { expect, test } from 'vitest'
import { postingInput, problemsOf } from '../../../ledgers/testing/posting-input.ts'
import type { Scene } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords } from '../../../ledgers/testing/trade-records.ts'
import { trialOf } from '../../../ledgers/testing/trial.ts'
import { unreceivedGoods, unsharedCost } from './landed-cost.checks.ts'
import { postLandedCost } from './landed-cost.posting.ts'
import { landedCost } from './landed-cost.ts'
import { purchaseReceipt } from './purchase-receipt.ts'

const records = {
  ...tradeRecords,
  item: {
    pen: { ...tradeRecords.item.pen, weight: '0.2', volume: '0.001' },
    ink: { ...tradeRecords.item.ink, weight: '0.3' },
    freight: tradeRecords.item.freight,
  },
}
const receipt = postingInput(purchaseReceipt, {
  header: { supplier: 'sun', warehouse: 'main' },
  tables: {
    lines: [
      { item: 'pen', quantity: '10', price: '67.8' },
      { item: 'ink', quantity: '20', price: '11.3' },
    ],
  },
  records,
})
const from = (line: number) => ({
  source: { type: 'purchaseReceipt', document: 'purchaseReceipt', line: `lines.${line}` },
})
const goods = [
  { item: 'pen', quantity: '10', goodsAmount: '600', ...from(1) },
  { item: 'ink', quantity: '20', goodsAmount: '200', ...from(2) },
]
const scene = (header: Scene['header'] = {}, tables: Scene['tables'] = {}): Scene => ({
  header: { supplier: 'sun', ...header },
  tables: { lines: goods, charges: [{ summary: '运费', gross: '109', taxRate: '9' }], ...tables },
  records,
  sources: [receipt],
})
const shared = (header: Scene['header'] = {}, tables: Scene['tables'] = {}) =>
  postingInput(landedCost, scene(header, tables))
const shares = (header: Scene['header']) => shared(header).lines.map((line) => String(line.share))

test('a freight of 100 and its tax is owed, and its cost is that of the goods', () => {
  expect(trialOf(postLandedCost, shared())).toEqual({
    payable: '-109',
    inputVatPending: '9',
    inventory: '100',
  })
})

test('is shared out by amount, quantity, weight or volume, to the cent', () => {
  expect(shares({ sharedBy: 'amount' })).toEqual(['75', '25'])
  expect(shares({ sharedBy: 'quantity' })).toEqual(['33.33', '66.67'])
  expect(shares({ sharedBy: 'weight' })).toEqual(['25', '75'])
  expect(shares({ sharedBy: 'volume' })).toEqual(['100', '0'])
})

test('by hand it must be shared out whole', () => {
  const byHand = (pen: string) =>
    shared(
      { sharedBy: 'byHand' },
      { lines: goods.map((line, index) => ({ ...line, share: index === 0 ? pen : '40' })) },
    )
  expect(unsharedCost(byHand('60'))).toEqual([])
  expect(unsharedCost(byHand('50')).map((each) => each.path)).toEqual(['totalShared'])
})

test('an ordinary invoice makes its tax part of the cost', () => {
  expect(String(shared({ invoiceKind: 'ordinary' }).header.totalShared)).toBe('109')
})

test('goods without a weight have nothing to share by', () => {
  const without = scene({ sharedBy: 'weight' }, { lines: [{ item: 'freight', quantity: '1', ...from(1) }] })
  expect(problemsOf(landedCost, without).map((each) => each.path)).toEqual(['sharedBy'])
})

test('only goods that came can carry a charge, on their day or later', () => {
  const typed = shared({}, { lines: [{ item: 'pen', quantity: '1', goodsAmount: '60' }] })
  expect(unreceivedGoods(typed).map((each) => each.path)).toEqual(['lines.0.source'])
  const early = postingInput(landedCost, { ...scene(), date: '2026-06-30' })
  expect(unreceivedGoods(early).map((each) => each.path)).toEqual(['date', 'date'])
})
