import { expect, it } from 'vitest'
import { cashTransfer, expense, expenseItem, incomeItem, otherIncome } from '../src/domains/money/index.ts'
import { voucher } from '../src/domains/accounting/index.ts'
import { Problem } from '../src/kernel/definition/problem.ts'
import type { AnyDocument } from '../src/kernel/definition/record.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { cashAccount } from '../src/ledgers/dimensions/place.ts'
import { openTrade } from './kit/trade.ts'

const openTill = async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(cashAccount, { code: 'TILL', name: '备用金', kind: 'cash', currency: 'CNY' })
  await books.entity(expenseItem, { code: 'OFFICE', name: '办公费', account: '560206' })
  const filled = await books.post(cashTransfer, {
    date: '2026-01-05',
    fromAccount: 'BANK',
    toAccount: 'TILL',
    amount: '100',
  })
  const refused = async (definition: AnyDocument, input: JsonObject): Promise<string> => {
    const error: unknown = await books.post(definition, input).catch((reason: unknown) => reason)
    if (!(error instanceof Problem)) throw new Error(`not refused: ${String(error)}`)
    return error.errors.map((one) => `${one.path}：${one.message.zh}`).join()
  }
  const spend = (date: string, amount: string): JsonObject => ({
    date,
    cashAccount: 'TILL',
    lines: [{ expenseItem: 'OFFICE', gross: amount }],
  })
  return { ...trade, refused, spend, filled }
}

it('a till that may not be overdrawn pays what is in it, to the cent, and not more', async () => {
  const { refused, spend, books } = await openTill()
  expect(await refused(expense, spend('2026-01-06', '100.01'))).toBe(
    'cashAccount：“备用金”余额不足，2026-01-06 还差 0.01；可换一个账户，或在资金账户上勾选“允许透支”',
  )
  await books.post(expense, spend('2026-01-06', '100'))
  expect(
    await refused(cashTransfer, { date: '2026-01-07', fromAccount: 'TILL', toAccount: 'BANK', amount: '5' }),
  ).toMatch(/^fromAccount：.*还差 5；/)
})

it('an expense dated back is refused where a later day would be short, and what was spent cannot be taken from under it', async () => {
  const { refused, spend, books, filled } = await openTill()
  await books.post(expense, spend('2026-01-10', '80'))
  expect(await refused(expense, spend('2026-01-06', '30'))).toMatch(/2026-01-10 还差 10/)
  expect(await refused(expense, spend('2026-01-04', '10'))).toMatch(/2026-01-04 还差 10/)
  await books.post(expense, spend('2026-01-06', '20'))
  const undo = books.act(cashTransfer, filled, 'unpost')
  await expect(undo).rejects.toThrow(/short of 100/)
})

it('vouchers by hand are held to it too, and an account that may be overdrawn is not', async () => {
  const { refused, books } = await openTill()
  const lines = (account: string): JsonObject[] => [
    { summary: '付押金', account: '1221', debit: '300', party: 'C1' },
    { summary: '付押金', account: account === 'TILL' ? '1001' : '1002', credit: '300', cashAccount: account },
  ]
  expect(await refused(voucher, { date: '2026-01-08', lines: lines('TILL') })).toMatch(
    /^lines.1.cashAccount：.*还差 200/,
  )
  await books.post(voucher, { date: '2026-01-08', lines: lines('BANK') })
})

it('what comes in on the day may go out on the day', async () => {
  const { spend, books } = await openTill()
  await books.entity(incomeItem, { code: 'SCRAP', name: '废品收入', account: '5301' })
  await books.post(otherIncome, {
    date: '2026-01-06',
    cashAccount: 'TILL',
    lines: [{ incomeItem: 'SCRAP', gross: '50' }],
  })
  const spent = await books.post(expense, spend('2026-01-06', '150'))
  expect(spent.header['state']).toBe('posted')
})
