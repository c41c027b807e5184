import { purchaseReceipt } from '../../src/domains/purchasing/index.ts'
import { salesDelivery } from '../../src/domains/sales/index.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import { updateEntity } from '../../src/kernel/documents/entities.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import type { Trade } from './trade.ts'

export const receive = (trade: Trade, date: string, quantity: string, price: string, more: JsonObject = {}) =>
  trade.books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity, price, ...more }],
  })

export const deliver = (trade: Trade, date: string, quantity: string, more: JsonObject = {}, from = 'MAIN') =>
  trade.books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: from,
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity, price: '30', ...more }],
  })

export const pools = (trade: Trade) =>
  trade.books.rows<{ method: string; quantity: string; amount: string }>(
    `select method, trim_scale(quantity) as quantity, amount from cost_pool where company_id = $1 order by pool`,
  )

export const costOf = async (trade: Trade, document: LoadedRecord): Promise<string | undefined> => {
  const rows = await trade.books.rows<{ amount: string }>(
    `select sum(amount) as amount from stock_entry where company_id = $1 and document_id = $2`,
    document.header['id'],
  )
  return rows[0]?.amount
}

export const changeItem = (trade: Trade, change: JsonObject) =>
  trade.books.inWork((work) => updateEntity(work, item, 'A', change))
