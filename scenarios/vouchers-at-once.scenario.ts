import { expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { ask, columnsOf, expectSoundBooks, figuresOf, followUp, run } from './kit/finance.ts'
import { receive } from './kit/receive.ts'
import { openTrade } from './kit/trade.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'

const spend = (day: number, amount: string, account = '560204'): JsonObject => ({
  date: `2026-01-${String(day).padStart(2, '0')}`,
  lines: [
    { summary: '办公费', account, debit: amount },
    { summary: '办公费', account: '1002', credit: amount, cashAccount: 'BANK' },
  ],
})

it('books, takes back and posts at the same time, and no booked voucher is withdrawn', async () => {
  const { books } = await openTrade({ reviewBeforeBooking: false })
  const made = await Promise.all(
    Array.from({ length: 16 }, (_each, index) => books.post(voucher, spend(index + 1, '10'))),
  )
  await followUp(books)
  const outcomes = await Promise.allSettled([
    ...made.map((record) => books.act(voucher, record, 'unpost')),
    run(books, 'bookVouchers', { period: '2026-01' }),
    ...Array.from({ length: 8 }, (_each, index) => books.post(voucher, spend(index + 1, '5'))),
    followUp(books),
    run(books, 'bookVouchers', { period: '2026-01' }),
  ])
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  for (const outcome of refused) expect(String(outcome.reason)).toMatch(/is booked/)
  await followUp(books)
  await run(books, 'bookVouchers', { period: '2026-01' })
  const numbers = columnsOf(
    (await ask(books, 'voucherList', { from: '2026-01-01', to: '2026-01-31' })).rows,
    'number',
    'state',
  )
  expect(numbers).toHaveLength(8 + refused.length)
  expect(new Set(numbers).size).toBe(numbers.length)
  await expectSoundBooks(books)
})

it('[FIN-12] closes against postings: what was in time is in the month, what was not is refused', async () => {
  const { books } = await openTrade()
  await books.post(voucher, spend(1, '10'))
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 6 }, (_each, index) => books.post(voucher, spend(index + 2, '5'))),
    run(books, 'closePeriod', { period: '2026-01', bookAll: true }),
    ...Array.from({ length: 6 }, (_each, index) => books.post(voucher, spend(index + 10, '5'))),
  ])
  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))
  expect(refusals.filter((reason) => !reason.includes('is closed'))).toEqual([])
  await followUp(books)
  const posted = outcomes.filter((outcome) => outcome.status === 'fulfilled').length
  const list = await ask(books, 'voucherList', { from: '2026-01-01', to: '2026-01-31' })
  expect(new Set(columnsOf(list.rows, 'state'))).toEqual(new Set(['已记账']))
  // The first voucher, those in time, and the carry-forward; the close itself is among the outcomes.
  expect(list.rows).toHaveLength(posted + 1)
  await expectSoundBooks(books)
})

it('[FIN-05] reverses and amends a voucher by hand, by what is stored', async () => {
  const { books, ledger } = await openTrade()
  const first = await books.post(voucher, spend(5, '120'))
  await books.act(voucher, first, 'amend', {
    lines: [
      { summary: '办公费', account: '560204', debit: '100' },
      { summary: '差旅费', account: '560205', debit: '50' },
      { summary: '支付', account: '1002', credit: '150', cashAccount: 'BANK' },
    ],
  })
  expect(await ledger()).toEqual({ 1002: '-150.00', 560204: '100.00', 560205: '50.00' })
  await books.act(voucher, first, 'reverse', { date: '2026-01-20' })
  expect(await ledger()).toEqual({})
  const journal = await ask(books, 'voucherJournal', { from: '2026-01-20', to: '2026-01-20' })
  expect(columnsOf(journal.rows, 'code', 'debit', 'credit').toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    '1002 |  | -150.00',
    '560204 | -100.00 | ',
    '560205 | -50.00 | ',
  ])
})

it('[FIN-06] shows debit VAT among other current assets, or in one line as in 2011, and what parties overpaid on the other side', async () => {
  const { books } = await openTrade()
  const receipt = await receive(books, '2026-01-03', '100', '11.3')
  await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-04' })
  await books.post(voucher, {
    date: '2026-01-05',
    lines: [
      { summary: '多付货款', account: '220201', debit: '1500', party: 'S1' },
      { summary: '多付货款', account: '1002', credit: '1500', cashAccount: 'BANK' },
    ],
  })
  const sheet = await ask(books, 'balanceSheet', { period: '2026-01' })
  expect(figuresOf(sheet.rows, 'assetLine', 'assetClosing')).toMatchObject({ 5: '370.00', 14: '130.00' })
  expect(figuresOf(sheet.rows, 'claimLine', 'claimClosing')).toEqual({})
  expect(sheet.notes?.at(-1)).toBe('资产总计 = 负债和所有者权益总计')
  const old = await ask(books, 'balanceSheet', { period: '2026-01', vatInOneLine: true })
  expect(figuresOf(old.rows, 'claimLine', 'claimClosing')).toMatchObject({ 36: '-130.00' })
  expect(old.notes?.at(-1)).toBe('资产总计 = 负债和所有者权益总计')
  const behind = await ask(books, 'statementLine', { statement: 'balanceSheet', line: 5, period: '2026-01' })
  expect(columnsOf(behind.rows, 'term', 'code', 'name', 'closing')).toEqual([
    '借方余额（重分类） | 220201 | S1 供应商一 | 370.00',
  ])
})

it('writes the totals of days and months again from the ledger, and nothing changes', async () => {
  const { books } = await openTrade()
  await Promise.all(Array.from({ length: 5 }, (_each, index) => books.post(voucher, spend(index + 1, '7'))))
  await followUp(books)
  await books.post(voucher, spend(9, '3'))
  const days = () =>
    books.rows(`select account, date, closing, debit, credit from general_day where company_id = $1
      union all select account, month, closing, debit, credit from general_month where company_id = $1 order by 1, 2, 3, 4, 5`)
  const before = await days()
  await run(books, 'rebuildDays', {})
  expect(await days()).toEqual(before)
})
