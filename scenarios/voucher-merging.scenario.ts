import { describe, expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { expense, expenseItem } from '../src/domains/money/index.ts'
import { salesDelivery, salesReturn } from '../src/domains/sales/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, expectSoundBooks, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const january = { from: '2026-01-01', to: '2026-01-31' }

const list = async (books: Books) =>
  columnsOf((await ask(books, 'voucherList', january)).rows, 'number', 'documents', 'total', 'state')

const voucherNumbered = async (books: Books, number: string): Promise<string> =>
  String((await ask(books, 'voucherList', january)).rows.find((row) => row['number'] === number)?.['voucher'])

/** Goods came in on the 2nd; on the 5th two went to one customer and one to another, and one came back. */
const withDeliveries = async (voucherMerge: string) => {
  const trade = await openTrade({ voucherMerge })
  const { books } = trade
  await books.entity(party, { code: 'C2', name: '客户二', isCustomer: true })
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const deliver = (customer: string, quantity: string, date = '2026-01-05') =>
    books.post(salesDelivery, {
      date,
      customer,
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity, price: '22.6' }],
    })
  const deliveries = [await deliver('C1', '10'), await deliver('C1', '20'), await deliver('C2', '5')]
  const [first] = deliveries
  if (first !== undefined) await books.push(salesDelivery, first, salesReturn, { date: '2026-01-05' })
  await followUp(books)
  return { ...trade, deliver, deliveries }
}

describe('merged vouchers (rule 28)', () => {
  it('of a day stand on one sheet that leads to every document; red and black never meet', async () => {
    const { books, deliver, deliveries } = await withDeliveries('day')
    expect(await list(books)).toEqual([
      '记-0001 | 1 | 1000.00 | 未审核',
      '记-0002 | 3 | 1141.00 | 未审核',
      '记-0003 | 1 | -326.00 | 未审核',
    ])
    const sheet = await ask(books, 'voucherLines', { voucher: await voucherNumbered(books, '记-0002') })
    expect(columnsOf(sheet.rows, 'code', 'auxiliary', 'debit', 'credit')).toEqual([
      '5401 |  | 350.00 | ',
      '1122 | 客户一 | 678.00 | ',
      '1122 | 客户二 | 113.00 | ',
      '1405 |  |  | 350.00',
      '5001 |  |  | 700.00',
      '22210107 |  |  | 91.00',
    ])
    expect(sheet.rows[0]?.['summary']).toMatch(/^销售出库单 XSCK-202601-0001 等 3 张$/)
    const documents = await ask(books, 'voucherDocuments', { voucher: await voucherNumbered(books, '记-0002') })
    expect(columnsOf(documents.rows, 'documentNumber', 'total')).toEqual([
      'XSCK-202601-0001 | 326.00',
      'XSCK-202601-0002 | 652.00',
      'XSCK-202601-0003 | 163.00',
    ])
    // Taking one back takes its part off the sheet; one more comes onto it.
    const [, second] = deliveries
    if (second !== undefined) await books.act(salesDelivery, second, 'unpost')
    await deliver('C2', '1')
    await followUp(books)
    expect((await list(books))[1]).toBe('记-0002 | 3 | 521.60 | 未审核')
    await expectSoundBooks(books)
  })

  it('by party stay apart by whom they concern', async () => {
    const { books } = await withDeliveries('party')
    expect(await list(books)).toEqual([
      '记-0001 | 1 | 1000.00 | 未审核',
      '记-0002 | 2 | 978.00 | 未审核',
      '记-0003 | 1 | 163.00 | 未审核',
      '记-0004 | 1 | -326.00 | 未审核',
    ])
  })

  it('are reviewed and booked as one; what comes later is a sheet of its own, and no number is missing', async () => {
    const { books, deliver } = await withDeliveries('day')
    const sheet = await voucherNumbered(books, '记-0002')
    expect(await run(books, 'reviewVouchers', { vouchers: [sheet] })).toEqual({ reviewed: 1 })
    await deliver('C1', '2')
    await followUp(books)
    expect((await list(books)).slice(1)).toEqual([
      '记-0002 | 3 | 1141.00 | 已审核',
      '记-0003 | 1 | -326.00 | 未审核',
      '记-0004 | 1 | 65.20 | 未审核',
    ])
    expect(await run(books, 'bookVouchers', { vouchers: [sheet] })).toMatchObject({ booked: 1 })
    expect((await list(books))[0]).toBe('记-0001 | 3 | 1141.00 | 已记账')
    expect((await ask(books, 'voucherNumberCheck', january)).rows.filter((row) => row['booked'] === true)).toEqual([])
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    expect(new Set(columnsOf((await ask(books, 'voucherList', january)).rows, 'state'))).toEqual(new Set(['已记账']))
    await expectSoundBooks(books)
  })

  it('are put together or apart for a month by hand, and hand vouchers stay alone', async () => {
    const { books } = await withDeliveries('document')
    for (const amount of ['10', '20'])
      await books.post(voucher, {
        date: '2026-01-05',
        lines: [
          { summary: '办公费', account: '560204', debit: amount },
          { summary: '办公费', account: '1002', credit: amount, cashAccount: 'BANK' },
        ],
      })
    await followUp(books)
    expect(await list(books)).toHaveLength(7)
    expect(await run(books, 'mergeVouchers', { period: '2026-01', by: 'day' })).toEqual({ vouchers: 5 })
    expect((await list(books)).map((row) => row.split(' | ').slice(0, 2).join(' '))).toEqual([
      '记-0001 1',
      '记-0002 3',
      '记-0003 1',
      '记-0004 1',
      '记-0005 1',
    ])
    expect(await run(books, 'mergeVouchers', { period: '2026-01', by: 'document' })).toEqual({ vouchers: 7 })
    await expectSoundBooks(books)
  })
})

describe('a voucher that moves money', () => {
  it('is not booked before the cashier signed it, where the company wants that, reviewed or not', async () => {
    const { books } = await openTrade({ cashierSigns: true, reviewBeforeBooking: false })
    await books.entity(expenseItem, { code: 'BG', name: '办公费', account: '560204' })
    const spend = (amount: string): JsonObject => ({
      date: '2026-01-09',
      cashAccount: 'BANK',
      lines: [{ expenseItem: 'BG', gross: amount }],
    })
    await books.post(expense, spend('300'))
    await followUp(books)
    expect(await run(books, 'bookVouchers', { period: '2026-01' })).toMatchObject({ unsigned: 1 })
    const vouchers = (await ask(books, 'voucherList', january)).rows
      .filter((row) => row['cash'] === true)
      .map((row) => String(row['voucher']))
    await expect(run(books, 'bookVouchers', { vouchers })).rejects.toThrow(/cashier has yet to sign/)
    await run(books, 'signVouchers', { vouchers })
    expect(await run(books, 'bookVouchers', { vouchers })).toMatchObject({ booked: 1 })
  })
})
