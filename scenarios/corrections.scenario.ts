import { expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { followUp } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const rent = (amount: string): JsonObject => ({
  date: '2026-01-05',
  lines: [
    { summary: '付房租', account: '560206', debit: amount },
    { summary: '付房租', account: '1002', credit: amount, cashAccount: 'BANK' },
  ],
})

const vouchersOf = (books: Books, document: LoadedRecord) =>
  books.inWork(async (work) => {
    const found = await work.installed.projecting?.vouchersOf(work, [String(document.header['id'])])
    return (found ?? []).map((one) => `${one.date} ${one.number}`)
  })

const summaries = (books: Books) =>
  books.rows<{ summary: string; debit: string }>(
    `select v.summary, v.total::text as debit from general_voucher v where v.company_id = $1 order by v.id`,
  )

it('a reversal in red says which voucher of which day it cancels, and an amendment which it changes (rule 29)', async () => {
  const { books } = await openTrade()
  const first = await books.post(voucher, rent('3000'))
  const second = await books.post(voucher, rent('500'))
  await followUp(books)
  await books.act(voucher, first, 'reverse', { date: '2026-01-20' })
  await books.act(voucher, second, 'amend', rent('450'))
  const found = await summaries(books)
  expect(found.map((row) => [row.summary.replace(/ PZ-.*/, ''), row.debit])).toEqual([
    ['记账凭证', '3000.00'],
    ['记账凭证', '500.00'],
    ['注销1月5日记-0001号凭证 记账凭证', '-3000.00'],
    ['调整1月5日记-0002号凭证 记账凭证', '50.00'],
  ])
})

it('across a year the day says its year, and a document leads to the vouchers that stand', async () => {
  const { books } = await openTrade()
  const first = await books.post(voucher, { ...rent('3000'), date: '2025-12-30' })
  await followUp(books)
  expect(await vouchersOf(books, first)).toEqual(['2025-12-30 记-0001'])
  const red = await books.act(voucher, first, 'reverse', { date: '2026-01-20' })
  await followUp(books)
  expect((await summaries(books)).at(-1)?.summary).toMatch(/^注销2025年12月30日记-0001号凭证/)
  expect(await vouchersOf(books, red)).toEqual(['2026-01-20 记-0001'])
  const undone = await books.post(voucher, rent('10'))
  await books.act(voucher, undone, 'unpost')
  expect(await vouchersOf(books, undone)).toEqual([])
})
