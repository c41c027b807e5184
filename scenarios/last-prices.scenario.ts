import { expect, test } from 'vitest'
import type { Id } from '../src/base/id.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice } from '../src/domains/sales/index.ts'
import { runLastPrices } from '../src/domains/sales/reports/last-prices.run.ts'
import { openTrade } from './kit/trade.ts'

type Asked = Parameters<typeof runLastPrices.run>[0]

test('what an item last went for: to this customer, newest first, without what was taken back', async () => {
  const { books } = await openTrade()
  const warehouse = 'MAIN'
  await books.post(purchaseReceipt, {
    supplier: 'S1',
    warehouse,
    date: '2026-01-01',
    lines: [{ item: 'A', quantity: '100', price: '60' }],
  })
  const sell = (date: string, price: string, discount?: string) =>
    books.post(salesDelivery, {
      customer: 'C1',
      warehouse,
      date,
      lines: [{ item: 'A', quantity: '2', price, ...(discount === undefined ? {} : { discount }) }],
    })
  await sell('2026-01-02', '113')
  const back = await sell('2026-01-03', '1')
  await books.act(salesDelivery, back, 'reverse', { date: '2026-01-03' })
  const last = await sell('2026-01-04', '100', '10')
  // The invoice of goods says their price again, and is not a deal of its own.
  await books.push(salesDelivery, last, salesInvoice)

  const ids = async () => {
    const [row] = await books.rows<{ item: Id<'item'>; customer: Id<'party'>; supplier: Id<'party'> }>(
      `select (select id from item where company_id = $1 and code = 'A') as item,
         (select id from party where company_id = $1 and code = 'C1') as customer,
         (select id from party where company_id = $1 and code = 'S1') as supplier`,
    )
    if (row === undefined) throw new Error('the stage is not set')
    return row
  }
  const { item, customer, supplier } = await ids()
  const ask = (parameters: Asked) =>
    books.inWork(async (work) => {
      const { rows } = await runLastPrices.run(parameters, work)
      return rows.map((row) => [row['date'], row['quantity'], Number(row['price'])])
    })
  expect(await ask({ side: 'sale', item, party: customer })).toEqual([
    ['2026-01-04', '2.000000', 90],
    ['2026-01-02', '2.000000', 113],
  ])
  expect(await ask({ side: 'sale', party: customer })).toEqual([['2026-01-04', '2.000000', 90]])
  expect(await ask({ side: 'purchase', item, party: supplier })).toEqual([['2026-01-01', '100.000000', 60]])
  expect(await ask({ side: 'purchase', item, party: customer })).toEqual([])
  expect(await ask({ side: 'sale' })).toEqual([])

  // A purchase price is a cost: who may not see costs is told nothing.
  const blind = await books.inWork((work) => {
    const actor = { ...work.actor, may: (right: string) => right !== 'cost.see' }
    return runLastPrices.run({ side: 'purchase', item, party: supplier }, { ...work, actor })
  })
  expect(blind.rows).toEqual([])
})
