import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import { openTrade } from './trade.ts'
import type { Trade } from './trade.ts'
import { purchaseReceipt } from '../../src/domains/purchasing/index.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'

/** So many of 商品甲 come from 供应商一, at a price with VAT. */
export const receive = (
  books: Books,
  date: string,
  quantity: string,
  price: string,
  warehouse = 'MAIN',
): Promise<LoadedRecord> =>
  books.post(purchaseReceipt, { date, supplier: 'S1', warehouse, lines: [{ item: 'A', quantity, price }] })

/** A company with 100 in stock at a cost of 10, owed as an estimate of 1,000. */
export const openStocked = async (settings: JsonObject = {}): Promise<Trade> => {
  const trade = await openTrade(settings)
  await receive(trade.books, '2026-01-02', '100', '11.3')
  return trade
}
