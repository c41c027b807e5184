import { expect, it } from 'vitest'
import { cashCount, cashExpectation } from '../src/domains/banking/index.ts'
import { voucher } from '../src/domains/accounting/index.ts'
import { cashTransfer, collection } from '../src/domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { calendarDate } from '../src/base/calendar-date.ts'
import { askReport } from './kit/ask-report.ts'
import { receive } from './kit/receive.ts'
import { openTrade } from './kit/trade.ts'

const opened = async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.post(voucher, {
    date: '2026-01-01',
    lines: [
      { summary: '投入资本', account: '1002', debit: '20000', cashAccount: 'BANK' },
      { summary: '投入资本', account: '3001', credit: '20000' },
    ],
  })
  await books.post(cashTransfer, { date: '2026-01-02', fromAccount: 'BANK', toAccount: 'CASH', amount: '1000' })
  return trade
}

it('[FIN-10] the owner sees the cash of every account now, and what there will be in 30, 60 and 90 days from what is due', async () => {
  const { books } = await opened()
  const receipt = await receive(books, '2026-01-03', '100', '11.3')
  await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-04' })
  await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '10', price: '226' }],
  })
  await books.post(collection, { date: '2026-01-10', customer: 'C1', lines: [{ cashAccount: 'BANK', amount: '500' }] })
  books.clock.moveTo(calendarDate('2026-01-10'))
  const daily = await askReport(books, 'cashDaily', { date: '2026-01-10' })
  expect(
    daily.rows.map((row) =>
      [row['kind'], row['before'], row['received'], row['paid'], row['balance']].map((cell) => cell ?? '').join(' '),
    ),
  ).toEqual(expect.arrayContaining(['现金 1000.00   1000.00', '银行 19000.00 500.00  19500.00']))
  await books.entity(cashExpectation, {
    name: '房租',
    direction: 'out',
    amount: '3000',
    startsOn: '2026-01-31',
    repeats: 'monthly',
  })
  await books.entity(cashExpectation, {
    name: '若贷款',
    direction: 'in',
    amount: '50000',
    startsOn: '2026-02-20',
    repeats: 'once',
    supposed: true,
  })
  const asked = { days: 90, step: 30 }
  const plain = await askReport(books, 'cashForecast', asked)
  const of = (rows: typeof plain.rows) =>
    rows.map((row) =>
      [row['milestone'], row['receivable'], row['payable'], row['regular'], row['supposed'], row['balance']]
        .map((cell) => cell ?? '')
        .join(' '),
    )
  // 20,500 now; 2,260 due in on 4 February, 1,130 due out a day or two before; rent at each month's end; VAT of 130 on the 15th.
  expect(plain.rows[0]).toMatchObject({
    milestone: '30 天',
    receivable: '2260.00',
    payable: '-1130.00',
    regular: '-3000.00',
  })
  expect(of(plain.rows).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual(['30 天', '60 天', '90 天'])
  const last = (rows: typeof plain.rows) => Number(rows.at(-1)?.['balance'])
  const supposed = await askReport(books, 'cashForecast', { ...asked, supposed: true })
  expect(last(supposed.rows) - last(plain.rows)).toBe(50_000)
  const ninety = plain.rows.map((row) => Number(row['net'] ?? 0)).reduce((sum, net) => sum + net, 20_500)
  expect(last(plain.rows)).toBe(ninety)
  await expect(askReport(books, 'cashForecast', { days: 900 })).rejects.toMatchObject({ errors: [{ path: 'days' }] })
})

it('the till is counted note by note; what is over or short waits among what is to be settled', async () => {
  const { books, ledger } = await opened()
  const lines = [
    { denomination: '100', pieces: '9' },
    { denomination: '50', pieces: '1' },
    { denomination: '0.5', pieces: '3' },
  ]
  const counted = await books.post(cashCount, { date: '2026-01-05', cashAccount: 'CASH', reason: '待查', lines })
  expect([counted.header['counted'], counted.header['book'], counted.header['difference']].map(String)).toEqual([
    '951.5',
    '1000',
    '-48.5',
  ])
  expect(await ledger()).toMatchObject({ 1001: '951.50', 1901: '48.50' })
  const again = await books.post(cashCount, {
    date: '2026-01-05',
    cashAccount: 'CASH',
    lines: [{ denomination: '100', pieces: '10' }],
  })
  expect(String(again.header['difference'])).toBe('48.5')
  expect(await ledger()).toMatchObject({ 1001: '1000.00' })
  await expect(books.post(cashCount, { date: '2026-01-05', cashAccount: 'BANK', lines })).rejects.toMatchObject({
    errors: [{ path: 'cashAccount' }],
  })
  const journal = await askReport(books, 'cashJournal', { kind: 'cash', from: '2026-01-01', to: '2026-01-31' })
  expect(new Set(journal.rows.map((row) => row['account'])).size).toBe(1)
  expect(journal.rows.at(-1)?.['balance']).toBe('1000.00')
})
