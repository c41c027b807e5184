import { expect, it } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { item, unit } from '../src/ledgers/dimensions/item.ts'
import { ask, columnsOf } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

it('[MD-02] the item card shows quantity, last purchase, cost, price, value and margin as the last posting left them', async () => {
  const { books } = await openTrade()
  await books.entity(unit, { code: 'CASE', name: '箱' })
  const record = await books.entity(item, {
    code: 'COLA',
    name: '可乐',
    unit: 'PCS',
    taxRate: 'VAT13',
    salePrice: '5.65',
    units: [{ unit: 'CASE', numerator: 24, denominator: 1 }],
  })
  const card = async () =>
    columnsOf(
      (await ask(books, 'itemCard', { item: String(record.header['id']) })).rows,
      'onHand',
      'mixed',
      'boughtOn',
      'boughtAt',
      'unitCost',
      'salePrice',
      'stockValue',
      'margin',
      'marginPercent',
    )[0]
  expect(await card()).toBe('0 | 0个 |  |  |  | 5.65 | 0 |  | ')
  const receive = (date: string, price: string) =>
    books.post(purchaseReceipt, {
      date,
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'COLA', quantity: '2', unit: 'CASE', price }],
    })
  // 2.26 with tax a bottle is 2 without: 48 of them are 96.
  await receive('2026-01-03', '54.24')
  expect(await card()).toBe('48 | 2箱 | 2026-01-03 | 2 | 2 | 5.65 | 96.00 | 3 | 60')
  await receive('2026-01-08', '81.36')
  await books.post(salesDelivery, {
    date: '2026-01-09',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'COLA', quantity: '19', price: '5.65' }],
  })
  const [stock] = (await ask(books, 'stockOnHand', { item: String(record.header['id']) })).rows
  expect([stock?.['quantity'], stock?.['mixed']]).toEqual(['77', '3箱5个'])
  // 77 are left at the average of 2.5.
  expect(await card()).toBe('77 | 3箱5个 | 2026-01-08 | 3 | 2.5 | 5.65 | 192.50 | 2.5 | 50')
})
