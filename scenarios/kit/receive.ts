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
