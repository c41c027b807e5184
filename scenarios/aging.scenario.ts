import { expect, it } from 'vitest'
import { otherReceipt, stockReason } from '../src/domains/inventory/index.ts'
import { collection } from '../src/domains/money/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { askReport } from './kit/ask-report.ts'
import { openTrade } from './kit/trade.ts'

it('tells receivables by age on every day alike, whether they are counted forwards or back', async () => {
  const { books, itemsOf } = await openTrade()
  await books.entity(party, { code: 'C2', name: '客户二', isCustomer: true, paymentDays: 0 })
  await books.entity(stockReason, { code: 'GAIN', name: '盘盈', direction: 'both', role: 'adminExpense' })
  await books.post(otherReceipt, {
    date: '2026-01-01',
    warehouse: 'MAIN',
    reason: 'GAIN',
    lines: [{ item: 'A', quantity: '100', unitCost: '1' }],
  })
  const sell = (date: string, customer: string, quantity: string) =>
    books.post(salesDelivery, {
      date,
      customer,
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity, price: '113' }],
    })
  const first = await sell('2026-01-05', 'C1', '1')
  await sell('2026-02-10', 'C1', '2')
  await sell('2026-02-20', 'C2', '3')
  const [due = ''] = await itemsOf(first)
  await books.post(collection, {
    date: '2026-03-15',
    customer: 'C1',
    lines: [{ cashAccount: 'BANK', amount: '113' }],
    settlements: [{ openItem: due, amount: '113' }],
  })
  const aged = async (asOf: string, more: Readonly<Record<string, string>> = {}) => {
    const { rows, totals } = await askReport(books, 'partyAging', { asOf, ...more })
    const shown = rows.map((row) => {
      const buckets = ['notDue', 'to30', 'to60', 'to90'].map((name) => row[name] ?? '-')
      return [String(row['partyName']).slice(0, 2), row['balance'], ...buckets].join(' ')
    })
    return [...shown, String(totals?.['balance'])]
  }
  // Due thirty days later: on 4 February and 12 March; the other customer pays at once.
  expect(await aged('2026-01-04')).toEqual(['0.00'])
  expect(await aged('2026-01-31')).toEqual(['C1 113.00 113.00 - - -', '113.00'])
  expect(await aged('2026-02-04')).toEqual(['C1 113.00 - 113.00 - -', '113.00'])
  expect(await aged('2026-02-28')).toEqual(['C1 339.00 226.00 113.00 - -', 'C2 339.00 - 339.00 - -', '678.00'])
  expect(await aged('2026-03-14')).toEqual(['C1 339.00 - 226.00 113.00 -', 'C2 339.00 - 339.00 - -', '678.00'])
  expect(await aged('2026-03-15')).toEqual(['C1 226.00 - 226.00 - -', 'C2 339.00 - 339.00 - -', '565.00'])
  expect(await aged('2026-04-30')).toEqual(['C1 226.00 - - 226.00 -', 'C2 339.00 - - - 339.00', '565.00'])
  expect(await aged('2026-02-28', { by: 'date', party: 'C1' })).toEqual(['C1 339.00 - 226.00 113.00 -', '339.00'])
})
