import { expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const entry = (date: string, debit: string, credit: string, amount: string) => ({
  date,
  lines: [
    { summary: '年度业务', account: debit, debit: amount, ...(debit === '1002' ? { cashAccount: 'BANK' } : {}) },
    { summary: '年度业务', account: credit, credit: amount, ...(credit === '1002' ? { cashAccount: 'BANK' } : {}) },
  ],
})

it('at the end of the year a tenth of the profit is put by, and what was done with it ends in 未分配利润 (rule 25)', async () => {
  const { books, ledger } = await openTrade({ surplusReserve: true })
  await books.post(voucher, entry('2026-12-01', '1002', '3001', '100000'))
  await books.post(voucher, entry('2026-12-10', '1002', '5051', '60000'))
  await books.post(voucher, entry('2026-12-11', '560206', '1002', '10000'))
  await followUp(books)
  await run(books, 'closePeriod', { period: '2026-12', bookAll: true })
  expect(await ledger()).toEqual({
    1002: '150000.00',
    3001: '-100000.00',
    3101: '-5000.00',
    310401: '-45000.00',
  })
  const lines = await books.rows<{ line: string }>(
    `select a.code || ' ' || e.debit || ' ' || e.credit as line from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
     where e.company_id = $1 and e.document_type = 'yearEndClose' order by e.line_no`,
  )
  expect(lines.map((row) => row.line)).toEqual([
    '3103 50000.00 0.00',
    '310402 5000.00 0.00',
    '310401 5000.00 0.00',
    '310401 0.00 50000.00',
    '3101 0.00 5000.00',
    '310402 0.00 5000.00',
  ])
})

it('the reserve stops at half of the capital; who does not choose it puts nothing by', async () => {
  const small = await openTrade({ surplusReserve: true })
  await small.books.post(voucher, entry('2026-12-01', '1002', '3001', '6000'))
  await small.books.post(voucher, entry('2026-12-10', '1002', '5051', '60000'))
  await followUp(small.books)
  await run(small.books, 'closePeriod', { period: '2026-12', bookAll: true })
  expect(await small.ledger()).toMatchObject({ 3101: '-3000.00', 310401: '-57000.00' })
  const without = await openTrade()
  await without.books.post(voucher, entry('2026-12-10', '1002', '5051', '60000'))
  await followUp(without.books)
  await run(without.books, 'closePeriod', { period: '2026-12', bookAll: true })
  expect(await without.ledger()).toEqual({ 1002: '60000.00', 310401: '-60000.00' })
})
