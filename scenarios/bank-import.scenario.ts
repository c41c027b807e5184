import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importStatement, previewStatement } from '../src/domains/banking/index.ts'
import { cashAccount } from '../src/ledgers/dimensions/place.ts'
import { makeCall } from './kit/call.ts'
import { openTrade } from './kit/trade.ts'
import { upload } from './kit/upload.ts'

const data = process.env['SUANPAN_DATA'] ?? '../shared/data'
const folder = join(data, 'bank-cn')
const isThere = existsSync(folder)
if (!isThere) console.warn('bank-cn is not there: the stories of the banks’ own files are left out')

const opened = async () => {
  const trade = await openTrade()
  const { books } = trade
  const bring = async (name: string, bytes: Buffer, more: Record<string, string | Record<string, string>> = {}) =>
    makeCall(books, importStatement, { file: await upload(books, name, bytes), ...more })
  return { ...trade, bring }
}

const csv = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'))

describe.runIf(isThere)('statements of banks and wallets', () => {
  it('come in as the banks export them, each once, with the file attached', async () => {
    const { books, bring } = await opened()
    for (const [code, name] of [
      ['ICBC', '工商银行'],
      ['CMB', '招商银行'],
      ['BOC', '中国银行'],
      ['ALI', '支付宝'],
      ['WX', '微信'],
    ] as const)
      await books.entity(cashAccount, { code, name, kind: 'bank' })
    const files = ['icbc-debit.csv', 'cmb-debit.csv', 'boc-debit.csv', 'alipay.csv', 'wechat.csv']
    const outcomes: unknown[] = []
    for (const name of files) outcomes.push(await bring(name, readFileSync(join(folder, name))))
    // The account is found by the bank's name; rows that a card paid, or nobody, are no movement of the wallet.
    expect(outcomes).toMatchObject([
      { statements: [{ account: '工商银行', added: 11, skipped: 0, leftOut: 0, warnings: [] }] },
      { statements: [{ account: '招商银行', added: 5 }] },
      { statements: [{ account: '中国银行', added: 17, warnings: [] }] },
      { statements: [{ account: '支付宝', added: 7, leftOut: 3 }] },
      { statements: [{ account: '微信' }] },
    ])
    // What is there is not brought in again, whatever file it comes in.
    for (const name of files) {
      expect(await bring(name, readFileSync(join(folder, name)))).toMatchObject({
        statements: [{ added: 0, id: null }],
      })
    }
    expect(
      await makeCall(books, previewStatement, {
        file: await upload(books, 'x.csv', readFileSync(join(folder, 'boc-debit.csv'))),
      }),
    ).toMatchObject({
      format: 'boc',
      statements: [{ count: 17, known: 17, opening: '2813.58', closing: '3240.28' }],
    })
    const [first] = await books.rows<{ number: string; files: number }>(
      `select s.number, (select count(*)::int from attachment a where a.company_id = $1 and a.record_id = s.id) as files
       from bank_statement s where s.company_id = $1 order by s.number`,
    )
    expect(first?.files).toBe(1)
  })
})

const strange = csv('记账日期,币别,甲,乙,备注,类型', '2026-01-05,CNY,12.00,,水费,转', '2026-01-06,CNY,,30.00,退款,转')

it('a bank’s table that nobody knows is mapped once, and known again by its heading', async () => {
  const { books, bring } = await opened()
  const file = await upload(books, 'city.csv', strange)
  expect(await makeCall(books, previewStatement, { file })).toMatchObject({
    statements: [],
    columns: { heading: ['记账日期', '币别', '甲', '乙', '备注', '类型'] },
  })
  await expect(makeCall(books, importStatement, { file, cashAccount: 'BANK' })).rejects.toMatchObject({
    errors: [{ path: 'mapping' }],
  })
  const mapping = { 记账日期: 'date', 甲: 'paid', 乙: 'received', 备注: 'memo' }
  await expect(makeCall(books, importStatement, { file, mapping })).rejects.toMatchObject({
    errors: [{ path: 'cashAccount' }],
  })
  await expect(
    makeCall(books, importStatement, { file, cashAccount: 'BANK', mapping: { 甲: 'money' } }),
  ).rejects.toMatchObject({ errors: [{ path: 'mapping.甲' }] })
  expect(await makeCall(books, importStatement, { file, cashAccount: 'BANK', mapping })).toMatchObject({
    statements: [{ added: 2 }],
  })
  const next = csv('币别,记账日期,甲,乙,备注,类型', 'CNY,2026-02-05,13.00,,水费,转', 'CNY,2026-01-05,12.00,,水费,转')
  expect(await bring('next.csv', next, { cashAccount: 'BANK' })).toMatchObject({
    statements: [{ added: 1, skipped: 1 }],
  })
})

it('a month that overlaps adds only its new lines; equal lines of one day stay as many as they are; a gap in the balances is told', async () => {
  const { bring } = await opened()
  const head = '交易日期,摘要,金额,余额,对方户名,流水号'
  const january = [
    '2026-01-05,餐费,-20.00,980.00,小店,',
    '2026-01-05,餐费,-20.00,960.00,小店,',
    '2026-01-06,货款,500.00,1460.00,客户一,000123',
  ]
  expect(await bring('1.csv', csv(head, ...january), { cashAccount: 'BANK' })).toMatchObject({
    statements: [{ added: 3 }],
  })
  const more = [...january, '2026-01-07,货款,1.00,1461.00,客户一,000124']
  expect(await bring('2.csv', csv(head, ...more), { cashAccount: 'BANK' })).toMatchObject({
    statements: [{ added: 1, skipped: 3 }],
  })
  const later = await bring('3.csv', csv(head, '2026-02-01,货款,9.00,1509.00,客户一,000125'), { cashAccount: 'BANK' })
  expect(JSON.stringify(later)).toContain('与上一份')
})

it('ten thousand lines come in within seconds', async () => {
  const { books, bring } = await opened()
  const lines = Array.from({ length: 10_000 }, (_, index) => {
    const day = String(1 + (index % 28)).padStart(2, '0')
    return `2026-01-${day},货款,${index % 2 === 0 ? '' : '-'}${index}.37,,客户${index % 97},${String(index).padStart(24, '0')}`
  })
  const began = performance.now()
  const outcome = await bring('big.csv', csv('交易日期,摘要,金额,余额,对方户名,流水号', ...lines), {
    cashAccount: 'BANK',
  })
  expect(outcome).toMatchObject({ statements: [{ added: 10_000 }] })
  expect(performance.now() - began).toBeLessThan(15_000)
  // Documents hold five thousand lines at most, so there are two that lead on.
  const heads = await books.rows<{ lines: number }>(
    `select line_count as lines from bank_statement where company_id = $1`,
  )
  expect(heads.map((head) => head.lines)).toEqual([5000, 5000])
})
