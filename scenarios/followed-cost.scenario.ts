import { expect, it } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesReturn } from '../src/domains/sales/index.ts'
import { convertDocument } from '../src/kernel/documents/convert.ts'
import { createDocument } from '../src/kernel/documents/documents.ts'
import { actOn } from '../src/kernel/documents/actions.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { openTrade } from './kit/trade.ts'

it('goods come back into another warehouse while their cost changes in the first: one waits for the other', async () => {
  const { books } = await openTrade({ costPool: 'warehouse' })
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  const receipt = { supplier: 'S1', warehouse: 'MAIN', priceIncludesTax: false }
  await books.post(purchaseReceipt, {
    ...receipt,
    date: '2026-01-05',
    lines: [{ item: 'A', quantity: '10', price: '10' }],
  })
  const sold = await books.post(salesDelivery, {
    date: '2026-01-10',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '4', price: '22.6' }],
  })
  let backdated: Promise<unknown> = Promise.resolve()
  await books.inWork(async (work) => {
    const { draft } = await convertDocument(work, salesDelivery, String(sold.header['id']), salesReturn.name)
    const input = JSON.parse(JSON.stringify({ ...draft, date: '2026-01-12', warehouse: 'SHOP' })) as JsonObject
    await actOn(work, salesReturn, await createDocument(work, salesReturn, input), 'post', {})
    // Ten more at 20 before the sale: what was sold cost 15, and so must what comes back.
    backdated = books.post(purchaseReceipt, {
      ...receipt,
      date: '2026-01-04',
      lines: [{ item: 'A', quantity: '10', price: '20' }],
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  await backdated
  const rows = await books.rows<{ amount: string }>(
    `select sum(amount) as amount from stock_entry e join warehouse w on w.company_id = $1 and w.id = e.warehouse and w.code = 'SHOP' where e.company_id = $1`,
  )
  expect(rows).toEqual([{ amount: '60.00' }])
})
