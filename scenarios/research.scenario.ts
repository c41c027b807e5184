import { expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { ask, figuresOf, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const standards = [
  { standard: 'smallBusiness', head: '4301', charged: '560203', incomeLine: 17, sheetLine: 26 },
  { standard: 'enterprise', head: '5301', charged: '660203', incomeLine: 6, sheetLine: 28 },
] as const

it.each(standards)(
  'research that is expensed is charged at the close of each month, what is capitalized stays 开发支出 (rule 22): $standard',
  async ({ standard, head, charged, incomeLine, sheetLine }) => {
    const { books, ledger } = await openTrade({ standard })
    await books.post(voucher, {
      date: '2026-01-12',
      lines: [
        { summary: '研发材料', account: `${head}01`, debit: '1000' },
        { summary: '研发材料', account: `${head}02`, debit: '500' },
        { summary: '研发材料', account: '1002', credit: '1500', cashAccount: 'BANK' },
      ],
    })
    await followUp(books)
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    await followUp(books)
    expect(await ledger()).toMatchObject({ [`${head}02`]: '500.00' })
    expect(await ledger()).not.toHaveProperty(`${head}01`)
    expect(await ledger()).not.toHaveProperty(charged)
    const income = await ask(books, 'incomeStatement', { period: '2026-01', unbooked: false })
    expect(figuresOf(income.rows, 'line', 'current')).toMatchObject({ [incomeLine]: '1000.00' })
    const sheet = await ask(books, 'balanceSheet', { period: '2026-01' })
    expect(figuresOf(sheet.rows, 'assetLine', 'assetClosing')).toMatchObject({ [sheetLine]: '500.00' })
    await run(books, 'reopenPeriod', { period: '2026-01', reason: '补记' })
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
  },
)
