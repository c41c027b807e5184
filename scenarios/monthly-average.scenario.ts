import { describe, expect, it } from 'vitest'
import { stockTransfer } from '../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesReturn } from '../src/domains/sales/index.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { expectSoundBooks, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const open = async (settings = {}) => {
  const trade = await openTrade({ costMethod: 'monthlyAverage', ...settings })
  const { books } = trade
  await books.entity(warehouse, { code: 'B', name: '乙仓' })
  const goods = (quantity: string, net?: string) => [
    {
      item: 'A',
      quantity,
      ...(net === undefined ? { price: '22.6' } : { price: String((Number(net) * 1.13) / Number(quantity)) }),
    },
  ]
  return {
    ...trade,
    in: (date: string, quantity: string, net: string, place = 'MAIN') =>
      books.post(purchaseReceipt, { date, supplier: 'S1', warehouse: place, lines: goods(quantity, net) }),
    out: (date: string, quantity: string, place = 'MAIN') =>
      books.post(salesDelivery, { date, customer: 'C1', warehouse: place, lines: goods(quantity) }),
    move: (date: string, quantity: string, from: string, to: string) =>
      books.post(stockTransfer, { date, fromWarehouse: from, toWarehouse: to, lines: [{ item: 'A', quantity }] }),
    costs: async () =>
      (
        await books.rows<{ cost: string }>(
          `select sum(e.amount + coalesce((select sum(c.amount) from stock_entry c where c.company_id = $1 and c.corrects = e.id), 0)) as cost
           from stock_entry e where e.company_id = $1 and e.quantity < 0 and e.pool <> '' group by e.id, e.date, e.sequence order by e.date, e.sequence`,
        )
      ).map((row) => row.cost),
    pools: async () =>
      (
        await books.rows<{ closing: string }>(
          `select w.code || ' ' || trim_scale(sum(e.quantity)) || ' / ' || sum(e.amount) as closing from stock_entry e
           join warehouse w on w.company_id = $1 and w.id = e.warehouse where e.company_id = $1 group by w.code order by w.code`,
        )
      ).map((row) => row.closing),
    vouchers: () =>
      books.rows<{ date: string; kind: string; total: string }>(
        `select date, kind, total from general_voucher where company_id = $1 and kind = 'difference' order by date, id`,
      ),
  }
}

describe('monthly weighted average', () => {
  it('[CST-03] makes cases A and B final at the end of the month, as often as it is asked', async () => {
    const kit = await open()
    await kit.in('2026-01-01', '100', '1000')
    await kit.out('2026-01-05', '60')
    await kit.in('2026-01-10', '100', '1200')
    await kit.out('2026-01-20', '80')
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    expect(await kit.costs()).toEqual(['-660.00', '-880.00'])
    expect(await kit.pools()).toEqual(['MAIN 60 / 660.00'])
    const once = await kit.vouchers()
    expect(once).toHaveLength(1)
    expect(once[0]?.date).toBe('2026-01-31')
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    expect(await kit.vouchers()).toEqual(once)
    await expectSoundBooks(kit.books)
    await kit.in('2026-01-03', '50', '450')
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    expect(await kit.costs()).toEqual(['-636.00', '-848.00'])
    expect(await kit.pools()).toEqual(['MAIN 110 / 1166.00'])
    expect(await kit.ledger()).toMatchObject({ 1405: '1166.00', 5401: '1484.00' })
    await expectSoundBooks(kit.books)
  })

  it('[CST-03] takes what comes back in the month as if it had not gone: 11.00', async () => {
    const kit = await open()
    await kit.in('2025-12-31', '100', '1000')
    await kit.in('2026-01-02', '100', '1200')
    const delivery = await kit.out('2026-01-05', '80')
    await kit.books.push(salesDelivery, delivery, salesReturn, {
      date: '2026-01-20',
      lines: [
        {
          item: 'A',
          quantity: '20',
          price: '22.6',
          source: {
            type: 'salesDelivery',
            document: String(delivery.header['id']),
            line: String(delivery.tables['lines']?.[0]?.['id']),
          },
        },
      ],
    })
    await run(kit.books, 'carryCostOfSales', { period: '2025-12' })
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    expect(await kit.costs()).toEqual(['-880.00'])
    expect(await kit.pools()).toEqual(['MAIN 140 / 1540.00'])
    await expectSoundBooks(kit.books)
  })

  it('[CST-03] solves transfers in a circle exactly, and goes on in the months after', async () => {
    const kit = await open({ costPool: 'warehouse' })
    await kit.in('2025-12-30', '100', '1000')
    await kit.in('2025-12-30', '100', '2000', 'B')
    await kit.move('2026-01-05', '60', 'MAIN', 'B')
    await kit.move('2026-01-06', '50', 'B', 'MAIN')
    await kit.out('2026-02-03', '10', 'B')
    await kit.out('2026-02-04', '10')
    await run(kit.books, 'carryCostOfSales', { period: '2025-12' })
    await run(kit.books, 'carryCostOfSales', { period: '2026-01' })
    expect((await kit.costs()).slice(2)).toEqual(['-171.43', '-123.81'])
    expect(await kit.pools()).toEqual(['B 100 / 1714.29', 'MAIN 80 / 990.47'])
    await run(kit.books, 'carryCostOfSales', { period: '2026-02' })
    await expectSoundBooks(kit.books)
    for (const period of ['2025-12', '2026-01', '2026-02']) {
      await run(kit.books, 'closePeriod', { period, bookAll: true })
    }
    await followUp(kit.books)
    await kit.out('2026-03-01', '80')
    await run(kit.books, 'carryCostOfSales', { period: '2026-03' })
    expect((await kit.pools())[1]).toBe('MAIN 0 / 0.00')
    await expectSoundBooks(kit.books)
  })
})
