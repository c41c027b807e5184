import { expect, it } from 'vitest'
import { countAdjustment, internalUse, lossDisposition, scrap, stockReason } from '../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const reasons = {
  LOST: { name: '管理不善毁损', direction: 'out', role: 'pendingPropertyGainLoss', tax: 'transferOut' },
  STORM: { name: '台风受损', direction: 'out', role: 'pendingPropertyGainLoss' },
  OFFICE: { name: '办公领用', direction: 'out', role: 'adminExpense' },
  WELFARE: { name: '职工福利（外购）', direction: 'out', role: 'wagesPayable', tax: 'transferOut' },
  OWN: { name: '职工福利（自产）', direction: 'out', role: 'wagesPayable', tax: 'deemedSale' },
}

/** A company with ten of A at 60 in stock, and the reasons for which goods are used up or lost. */
const openStock = async (settings: JsonObject = {}): Promise<Trade> => {
  const trade = await openTrade(settings)
  for (const [code, reason] of Object.entries(reasons)) await trade.books.entity(stockReason, { code, ...reason })
  await trade.books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '10', price: '60' }],
  })
  return trade
}

const used = (reason: string, quantity: string, more: JsonObject = {}) => ({
  date: '2026-01-05',
  warehouse: 'MAIN',
  reason,
  lines: [{ item: 'A', quantity, ...more }],
})

it('[INV-02] goods lost by mismanagement lose their input VAT, and what is decided empties 待处理财产损溢 (rule 19)', async () => {
  const trade = await openStock()
  await trade.books.entity(party, { code: 'KEEPER', name: '仓库承包人', isCustomer: true })
  await trade.books.post(scrap, used('LOST', '10'))
  // 借 1901 678，贷 1405 600、转出 78
  expect(await trade.ledger()).toEqual({ 1901: '678.00', 22210109: '-78.00', 220202: '-600.00' })
  await trade.books.post(lossDisposition, {
    date: '2026-01-06',
    cause: 'normal',
    lines: [{ amount: '678', compensation: '200', liable: 'KEEPER' }],
  })
  // 借 1221 200、5711 478，贷 1901 678
  expect(await trade.ledger()).toEqual({ 1221: '200.00', 22210109: '-78.00', 220202: '-600.00', 571102: '478.00' })
  expect(await trade.openItems()).toContain('otherReceivable 200.00')
})

it('goods lost in a storm keep their input VAT', async () => {
  const trade = await openStock()
  await trade.books.post(scrap, used('STORM', '4'))
  expect(await trade.ledger()).toEqual({ 1405: '360.00', 1901: '240.00', 220202: '-600.00' })
  await trade.books.post(lossDisposition, { date: '2026-01-06', cause: 'disaster', lines: [{ amount: '240' }] })
  expect(await trade.ledger()).toEqual({ 1405: '360.00', 220202: '-600.00', 571103: '240.00' })
})

it('what a count found missing and too much is decided from its adjustment, cost and VAT found', async () => {
  const trade = await openStock()
  const found = await trade.books.post(countAdjustment, {
    date: '2026-01-05',
    warehouse: 'MAIN',
    lines: [
      { item: 'A', direction: 'loss', adjustedQuantity: '3' },
      { item: 'A', direction: 'gain', adjustedQuantity: '1', unitCost: '60' },
    ],
  })
  const decided = await trade.books.push(countAdjustment, found, lossDisposition, {
    date: '2026-01-06',
    cause: 'mismanagement',
  })
  expect(decided.tables['lines']?.map((line) => [String(line['amount']), String(line['transferredTax'])])).toEqual([
    ['180', '23.4'],
    ['60', 'null'],
  ])
  expect(await trade.ledger()).toEqual({
    1405: '480.00',
    22210109: '-23.40',
    220202: '-600.00',
    530102: '-60.00',
    571102: '203.40',
  })
  await trade.books.act(lossDisposition, decided, 'unpost')
  expect(await trade.ledger()).toMatchObject({ 1901: '120.00' })
})

it('compensation needs someone who pays it, and is not more than the loss', async () => {
  const trade = await openStock()
  const lines = [{ amount: '60', compensation: '20' }]
  await expect(trade.books.post(lossDisposition, { date: '2026-01-06', lines })).rejects.toMatchObject({
    errors: [{ path: 'lines.0.liable' }],
  })
  const more = [{ amount: '60', compensation: '80', liable: 'C1' }]
  await expect(trade.books.post(lossDisposition, { date: '2026-01-06', lines: more })).rejects.toMatchObject({
    errors: [{ path: 'lines.0.compensation' }],
  })
})

it('[INV-02] the company’s own use is an expense; for its employees bought goods lose their input VAT (rule 4)', async () => {
  const trade = await openStock()
  await trade.books.post(internalUse, used('OFFICE', '1'))
  expect(await trade.ledger()).toEqual({ 1405: '540.00', 220202: '-600.00', 5602: '60.00' })
  await trade.books.post(internalUse, used('WELFARE', '2'))
  expect(await trade.ledger()).toEqual({
    1405: '420.00',
    2211: '135.60',
    22210109: '-15.60',
    220202: '-600.00',
    5602: '60.00',
  })
  await trade.books.post(internalUse, used('WELFARE', '1', { deductedTax: '5.4' }))
  expect(await trade.ledger()).toMatchObject({ 2211: '201.00', 22210109: '-21.00' })
})

it('own-made goods for employees are a deemed sale at the market price, with revenue and output VAT (rule 4)', async () => {
  const trade = await openStock()
  await expect(trade.books.post(internalUse, used('OWN', '1'))).rejects.toMatchObject({
    errors: [{ path: 'lines.0.price' }],
  })
  await trade.books.post(internalUse, used('OWN', '1', { price: '113' }))
  expect(await trade.ledger()).toEqual({
    1405: '540.00',
    2211: '113.00',
    22210107: '-13.00',
    220202: '-600.00',
    5001: '-100.00',
    5401: '60.00',
  })
})

it('a small-scale taxpayer never deducted input VAT, so none is transferred out', async () => {
  const trade = await openStock({ taxpayer: 'smallScale' })
  await trade.books.post(internalUse, used('WELFARE', '1'))
  expect(await trade.ledger()).toMatchObject({ 2211: '67.80' })
})
