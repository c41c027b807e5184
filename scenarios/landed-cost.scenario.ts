import { expect, it } from 'vitest'
import { landedCost, purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

/** 100 of A at 10 on 3 January, of which 60 are sold on the 10th. */
const opened = async (settings: JsonObject = {}) => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.entity(party, { code: 'HY', name: '宏运物流', isSupplier: true, paymentDays: 0 })
  const receipt = await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  await books.post(salesDelivery, {
    date: '2026-01-10',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '60', price: '22.6' }],
  })
  return { ...trade, receipt }
}

const freight = (date: string, gross = '109') => ({
  date,
  supplier: 'HY',
  charges: [{ summary: '运费', gross, taxRate: '9' }],
})

const daysOf = async ({ books }: Pick<Trade, 'books'>, accounts: readonly string[]) =>
  (
    await books.rows<{ line: string }>(
      `select e.date || ' ' || a.code || ' ' || sum(e.debit - e.credit) as line from general_entry e
       join account a on a.company_id = $1 and a.id = e.account_id
       where e.company_id = $1 and a.code = any($2::text[]) group by e.date, a.code having sum(e.debit - e.credit) <> 0 order by 1`,
      accounts,
    )
  ).map((row) => row.line)

it('[DEP-02] freight that comes after 60 of 100 were sold is cost of what is left and of what was sold, on their days', async () => {
  const trade = await opened()
  const { books, ledger, openItems, receipt } = trade
  expect(await ledger()).toMatchObject({ 1405: '400.00', 5401: '600.00' })
  const charge = await books.push(purchaseReceipt, receipt, landedCost, freight('2026-01-20'))
  // 1,000 and 100 of freight over 100: each cost 11. 60 of them are sold, 40 are here.
  expect(await ledger()).toMatchObject({
    1405: '440.00',
    5401: '660.00',
    220201: '-109.00',
    220202: '-1000.00',
    222105: '9.00',
  })
  expect(await daysOf(trade, ['1405', '5401'])).toEqual([
    '2026-01-03 1405 1100.00',
    '2026-01-10 1405 -660.00',
    '2026-01-10 5401 660.00',
  ])
  // The freight is due; nothing of it stands as an estimate any more.
  expect(await openItems()).toEqual(['estimate -1000.00', 'payable -109.00', 'receivable 1356.00'])
  await expect(books.act(purchaseReceipt, receipt, 'unpost')).rejects.toThrow(/drawn from/)
  await books.act(landedCost, charge, 'unpost')
  expect(await ledger()).toMatchObject({ 1405: '400.00', 5401: '600.00', 220202: '-1000.00' })
  expect(await ledger()).not.toHaveProperty('220201')
})

it('[DEP-02] freight for goods of a closed month goes to the first open day, split by what is still here', async () => {
  const trade = await opened()
  const { books, ledger, receipt } = trade
  await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
  const charge = await books.push(purchaseReceipt, receipt, landedCost, freight('2026-02-05'))
  // 40 of 100 are here: 40 of the freight is stock, 60 has left with the goods and is cost of sales of the open month.
  expect(await daysOf(trade, ['1405', '5401', '220201', '220202'])).toEqual([
    '2026-01-03 1405 1000.00',
    '2026-01-03 220202 -1000.00',
    '2026-01-10 1405 -600.00',
    '2026-01-10 5401 600.00',
    '2026-01-31 5401 -600.00',
    '2026-02-01 1405 40.00',
    '2026-02-01 220202 -100.00',
    '2026-02-01 5401 60.00',
    '2026-02-05 220201 -109.00',
    '2026-02-05 220202 100.00',
  ])
  await books.act(landedCost, charge, 'reverse', { date: '2026-02-06' })
  expect(await ledger()).toMatchObject({ 1405: '400.00', 220202: '-1000.00' })
  expect(await ledger()).not.toHaveProperty('5401')
})

it('[DEP-02] freight before the sale is in the cost of the sale, first in first out, and several charges add up', async () => {
  const trade = await openTrade({ costMethod: 'fifo' })
  const { books, ledger } = trade
  await books.entity(party, { code: 'HY', name: '宏运物流', isSupplier: true })
  const receive = (date: string, price: string) =>
    books.post(purchaseReceipt, {
      date,
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '100', price }],
    })
  const first = await receive('2026-01-03', '11.3')
  await receive('2026-01-04', '22.6')
  await books.push(purchaseReceipt, first, landedCost, freight('2026-01-03', '54.5'))
  await books.push(purchaseReceipt, first, landedCost, freight('2026-01-05', '109'))
  const deliver = (quantity: string) =>
    books.post(salesDelivery, {
      date: '2026-01-10',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity, price: '33.9' }],
    })
  await deliver('100')
  // The first layer cost 1,000 + 50 + 100; the second is untouched.
  expect(await ledger()).toMatchObject({ 1405: '2000.00', 5401: '1150.00' })
  await deliver('50')
  expect(await ledger()).toMatchObject({ 1405: '1000.00', 5401: '2150.00' })
  await books.push(purchaseReceipt, first, purchaseInvoice, { date: '2026-01-20' })
  expect(await ledger()).toMatchObject({ 1405: '1000.00', 5401: '2150.00' })
})
