import { describe, expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { voucherTemplate } from '../src/domains/accounting/entities/voucher-template.ts'
import { updateDocument } from '../src/kernel/documents/documents.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { Work } from '../src/kernel/posting/work.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const entry = (date: string, amount: string, debit = '560206'): JsonObject => ({
  date,
  lines: [
    { summary: '房租', account: debit, debit: amount },
    { summary: '房租', account: '1002', credit: amount, cashAccount: 'BANK' },
  ],
})

const runAs = async (books: Books, name: string, process: string, parameters: JsonObject): Promise<unknown> => {
  const found = books.installed.processes.get(process)
  if (found === undefined) throw new Error(`no process ${process}`)
  const inWork = <T>(step: (work: Work) => Promise<T>): Promise<T> =>
    books.inWork((work) => step({ ...work, actor: { ...work.actor, name } }))
  const progress = { report: async () => {}, cancelled: async () => false }
  return found.run(parameters, inWork, progress)
}

/** SQL as the product's own role in the database. */
const asProduct = (books: Books, sql: string) =>
  books.inWork((work) => work.tx.rows(sql, sql.includes('$1') ? [work.company] : []))

const states = async (books: Books) =>
  columnsOf(
    (await ask(books, 'voucherList', { from: '2026-01-01', to: '2026-01-31' })).rows,
    'state',
    'cashier',
    'reviewer',
    'note',
  )

const idsOf = async (books: Books): Promise<string[]> =>
  (await ask(books, 'voucherList', { from: '2026-01-01', to: '2026-12-31' })).rows.map((row) => String(row['voucher']))

describe('reviewing', () => {
  it('is done by another than the maker, after the cashier signed, where the company says so; or it goes back with a reason', async () => {
    const { books } = await openTrade({ reviewerNotMaker: true, cashierSigns: true })
    await books.post(voucher, entry('2026-01-05', '300'))
    await followUp(books)
    const vouchers = await idsOf(books)
    await expect(run(books, 'reviewVouchers', { vouchers })).rejects.toThrow(/made by the same person/)
    await expect(runAs(books, '主管', 'reviewVouchers', { vouchers })).rejects.toThrow(/has not signed/)
    expect(await runAs(books, '主管', 'reviewVouchers', { period: '2026-01' })).toEqual({ reviewed: 0 })
    expect(await runAs(books, '出纳', 'signVouchers', { vouchers })).toEqual({ signed: 1 })
    await runAs(books, '主管', 'rejectVouchers', { vouchers, reason: '缺发票' })
    expect(await states(books)).toEqual(['已退回 | 出纳 |  | 缺发票'])
    await runAs(books, '主管', 'reviewVouchers', { vouchers })
    expect(await states(books)).toEqual(['已审核 | 出纳 | 主管 | '])
    await expect(runAs(books, '主管', 'rejectVouchers', { vouchers, reason: ' ' })).rejects.toThrow(/Say why|reason/)
  })
})

describe('a closed month', () => {
  it('is opened again by two people where the company wants it: one asks and says why, another agrees', async () => {
    const { books } = await openTrade({ reopenNeedsSecond: true })
    await books.post(voucher, entry('2026-01-05', '300'))
    await followUp(books)
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    const reason = '漏记一笔'
    expect(await runAs(books, '会计', 'reopenPeriod', { period: '2026-01', reason })).toMatchObject({ state: 'asked' })
    await expect(books.post(voucher, entry('2026-01-06', '1'))).rejects.toThrow(/closed/)
    await expect(runAs(books, '会计', 'reopenPeriod', { period: '2026-01', reason })).rejects.toThrow(/else must agree/)
    expect(await runAs(books, '老板', 'reopenPeriod', { period: '2026-01', reason })).toMatchObject({ state: 'open' })
    await books.post(voucher, entry('2026-01-06', '1'))
    const kept = await books.rows(
      `select reason, asked_by, agreed_by from period_reopening where company_id = $1 order by id`,
    )
    expect(kept.at(-1)).toEqual({ reason, asked_by: '会计', agreed_by: '老板' })
    await followUp(books)
  })
})

describe('templates', () => {
  it('a voucher is kept as a template and written again, by hand or every month by itself', async () => {
    const { books } = await openTrade()
    const first = await books.post(voucher, entry('2026-01-31', '300'))
    await run(books, 'saveVoucherTemplate', { voucher: String(first.header['number']), name: '房租' })
    const rows = await books.rows<{ id: string }>(`select id from voucher_template where company_id = $1`)
    const template = rows[0]?.id ?? ''
    await run(books, 'applyVoucherTemplate', { template, date: '2026-01-15' })
    const drafts = await books.rows(
      `select 1 from voucher where company_id = $1 and state = 'draft' and date = '2026-01-15'`,
    )
    expect(drafts).toHaveLength(1)
    await books.entity(voucherTemplate, {
      code: 'R',
      name: '每月房租',
      every: 'month',
      nextOn: '2026-01-31',
      until: '2026-12-31',
      posts: true,
      lines: entry('2026-01-31', '300')['lines'] ?? [],
    })
    books.clock.moveTo('2026-03-31' as never)
    expect(await run(books, 'recurringVouchers', {})).toEqual({ written: 3 })
    expect(await run(books, 'recurringVouchers', {})).toEqual({ written: 0 })
    const written = await books.rows<{ date: string }>(
      `select date from voucher where company_id = $1 and state = 'posted' and remark like 'R %' order by date`,
    )
    expect(written.map((row) => row.date)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
    await followUp(books)
  })
})

describe('a booked voucher', () => {
  it('cannot be changed, deleted, inserted before or renumbered by any action, process or SQL of the product (财会〔2024〕12号)', async () => {
    const { books } = await openTrade()
    const first = await books.post(voucher, entry('2026-01-05', '300'))
    await books.post(voucher, entry('2026-01-08', '200'))
    await followUp(books)
    await run(books, 'reviewVouchers', { period: '2026-01' })
    await run(books, 'bookVouchers', { period: '2026-01' })
    const vouchers = await idsOf(books)
    const picture = async () => ({
      vouchers: await books.rows(
        `select * from general_voucher where company_id = $1 and id = any($2::uuid[]) order by id`,
        vouchers,
      ),
      lines: await books.rows(
        `select * from general_entry where company_id = $1 and voucher = any($2::uuid[]) order by id`,
        vouchers,
      ),
      numbers: await books.rows(
        `select * from voucher_booking where company_id = $1 and voucher = any($2::uuid[]) order by voucher`,
        vouchers,
      ),
    })
    const before = await picture()
    for (const action of ['unpost', 'void', 'withdraw', 'reject'] as const)
      await expect(books.act(voucher, first, action, { reason: '改' })).rejects.toThrow(/booked|cannot|not /i)
    await expect(
      books.inWork((work) => updateDocument(work, voucher, String(first.header['id']), { remark: '改' })),
    ).rejects.toThrow(/posted|cannot|not /i)
    // A change after booking is a voucher of its own; what was booked stands.
    await books.act(voucher, first, 'amend', {
      lines: [
        { summary: '房租', account: '560206', debit: '310' },
        { summary: '房租', account: '1002', credit: '310', cashAccount: 'BANK' },
      ],
    })
    await books.post(voucher, entry('2026-01-02', '10'))
    await followUp(books)
    const tried: readonly (readonly [string, JsonObject])[] = [
      ['unreviewVouchers', { vouchers }],
      ['rejectVouchers', { vouchers, reason: '改' }],
      ['signVouchers', { vouchers, takeBack: true }],
      ['reviewVouchers', { vouchers }],
      ['bookVouchers', { vouchers }],
      ['arrangeVoucherNumbers', { period: '2026-01', byDate: true }],
      ['rebuildDays', {}],
    ]
    for (const [process, parameters] of tried) await run(books, process, parameters)
    expect(await picture()).toEqual(before)
    const tables = [
      'general_voucher',
      'general_entry',
      'voucher_booking',
      'voucher_review',
      'voucher_signature',
      'audit',
      'posting',
    ]
    for (const table of tables) {
      for (const sql of [
        `update ${table} set company_id = company_id where company_id = $1`,
        `delete from ${table} where company_id = $1`,
        `truncate ${table}`,
        `alter table ${table} disable row level security`,
      ])
        await expect(asProduct(books, sql)).rejects.toThrow(/permission denied|must be owner/)
    }
    await expect(
      books.rows(
        `insert into voucher_booking (company_id, voucher, word, period, number, actor, at)
         select $1, $2::uuid, '记', '2026-01', 1, 'x', now()`,
        vouchers[0] ?? '',
      ),
    ).rejects.toThrow(/duplicate|unique/)
    expect(await picture()).toEqual(before)
  })
})
