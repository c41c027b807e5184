import { describe, expect, it } from 'vitest'
import { openingStock } from '../src/domains/inventory/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { askReport } from './kit/ask-report.ts'
import { expectSoundBooks } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const opened = { date: '2025-12-31', warehouse: 'MAIN' }
const line = { item: 'A', quantity: '10', amount: '100', markup: '20' }

describe.each(['movingAverage', 'fifo'])('opening stock that was moved in at a price, %s', (costMethod) => {
  it('stands at its price with the mark-up apart, and releases it as it is sold (rule 17)', async () => {
    const trade = await openTrade({ costMethod, costPool: 'warehouse' })
    const { books } = trade
    const opening = await books.post(openingStock, { ...opened, lines: [line] })
    expect(await trade.ledger()).toMatchObject({ 1405: '120.00', 1407: '-20.00', 310499: '-100.00' })
    const { rows } = await askReport(books, 'stockAccounts', { asOf: '2025-12-31' })
    expect(rows[0]).toMatchObject({ cost: '100.00', beside: '20.00', stockValue: '120.00', verdict: '一致' })
    await expectSoundBooks(books)
    const sell = (date: string, quantity: string) =>
      books.post(salesDelivery, {
        date,
        customer: 'C1',
        warehouse: 'MAIN',
        lines: [{ item: 'A', quantity, price: '22.6' }],
      })
    await sell('2026-01-05', '4')
    expect(await trade.ledger()).toMatchObject({ 1405: '72.00', 1407: '-12.00', 5401: '40.00' })
    const rest = await sell('2026-01-06', '6')
    const ledger = await trade.ledger()
    expect([ledger[1405], ledger[1407], ledger[5401]]).toEqual([undefined, undefined, '100.00'])
    await expectSoundBooks(books)
    await books.act(salesDelivery, rest, 'unpost')
    await expect(books.act(openingStock, opening, 'unpost')).rejects.toThrow(/Not enough stock/)
  })

  it('is taken back whole', async () => {
    const trade = await openTrade({ costMethod, costPool: 'warehouse' })
    const opening = await trade.books.post(openingStock, { ...opened, lines: [line] })
    await trade.books.act(openingStock, opening, 'unpost')
    expect(await trade.ledger()).toEqual({})
    const again = await trade.books.post(openingStock, { ...opened, lines: [line] })
    await trade.books.act(openingStock, again, 'reverse', { date: '2026-01-02' })
    expect(await trade.ledger()).toEqual({})
    await expectSoundBooks(trade.books)
  })
})

it('refuses a mark-up where the company has one cost, and goods costed by month', async () => {
  const whole = await openTrade({ costPool: 'company' })
  const refused = { errors: [{ path: 'lines.0.markup' }] }
  await expect(whole.books.post(openingStock, { ...opened, lines: [line] })).rejects.toMatchObject(refused)
  const monthly = await openTrade({ costPool: 'warehouse', costMethod: 'monthlyAverage' })
  await expect(monthly.books.post(openingStock, { ...opened, lines: [line] })).rejects.toMatchObject(refused)
})
