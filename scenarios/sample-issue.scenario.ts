import { expect, it } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { sampleIssue } from '../src/domains/sales/index.ts'
import { openTrade } from './kit/trade.ts'

it('[INV-02] gives a customer samples: goods leave at cost, and unposting brings them back', async () => {
  const { books, ledger } = await openTrade()
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const samples = await books.post(sampleIssue, {
    date: '2026-01-03',
    customer: 'C1',
    warehouse: 'MAIN',
    purpose: '试用',
    lines: [{ item: 'A', quantity: '3', price: '22.6' }],
  })
  expect(samples.header['number']).toMatch(/^YPLY-202601-\d{4}$/)
  // 3 at a cost of 10, and 13 % of the market price of 20 each: 30 + 7.80.
  expect(await ledger()).toEqual({ 1405: '970.00', 220202: '-1000.00', 22210107: '-7.80', 5601: '37.80' })
  await books.act(sampleIssue, samples, 'unpost')
  expect(await ledger()).toEqual({ 1405: '1000.00', 220202: '-1000.00' })
})

it('[INV-34] gives away no sample that is not there', async () => {
  const { books } = await openTrade()
  await expect(
    books.post(sampleIssue, {
      date: '2026-01-03',
      customer: 'C1',
      warehouse: 'MAIN',
      purpose: '试用',
      lines: [{ item: 'A', quantity: '1' }],
    }),
  ).rejects.toThrow(/short/)
})
