import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { centsText, toCents } from '../src/base/fixed-point.ts'
import { voucher } from '../src/domains/accounting/index.ts'
import { expense, expenseItem } from '../src/domains/money/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const folder = mkdtempSync(join(tmpdir(), 'book-exchange-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let books: Books
const days = { from: '2026-08-01', to: '2026-09-30', unbooked: true }

/** A company of two months: goods bought and sold, wages and rent by hand, one expense undone, one delivery taken back in red. */
beforeAll(async () => {
  books = (await openTrade()).books
  const hand = (date: string, debit: string, credit: string, amount: string, summary: string) =>
    books.post(voucher, {
      date,
      lines: [
        { summary, account: debit, debit: amount, ...(debit === '1002' ? { cashAccount: 'BANK' } : {}) },
        { summary, account: credit, credit: amount, ...(credit === '1002' ? { cashAccount: 'BANK' } : {}) },
      ],
    })
  await hand('2026-07-01', '1002', '3001', '50000', '投资人投入; 首期')
  await hand('2026-08-01', '560206', '1002', '3000', '八月房租: 仓库, "东区"')
  await books.post(purchaseReceipt, {
    date: '2026-08-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.30', taxRate: '13' }],
  })
  const sale = await books.post(salesDelivery, {
    date: '2026-08-20',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '30', price: '22.60', taxRate: '13' }],
  })
  await books.entity(expenseItem, { code: 'OFFICE', name: '办公费', account: '560206' })
  const undone = await books.post(expense, {
    date: '2026-09-02',
    cashAccount: 'BANK',
    lines: [{ expenseItem: 'OFFICE', gross: '88.80' }],
  })
  await books.act(expense, undone, 'unpost')
  await books.act(salesDelivery, sale, 'reverse', { date: '2026-09-05' })
  await followUp(books)
})

const fileOf = async (format: string, asked: object = days): Promise<string | Uint8Array> =>
  books.inWork(async (work) => {
    const write = books.installed.reports.get('bookExchange')?.files?.[format]
    if (write === undefined) throw new Error(`no file ${format}`)
    return write(asked, work)
  })

const has = (program: string): boolean => {
  const found = spawnSync(program, ['--version']).status === 0
  if (!found && process.env['CI'] !== undefined) throw new Error(`${program} is not installed`)
  if (!found) process.stderr.write(`${program} is not installed: its word on the exported books is left out\n`)
  return found
}

/** Net changes of accounts by code and month, `560206 2026-08 3000.00`, zeros left out. */
const ours = async (): Promise<string[]> => {
  const months = ['2026-08', '2026-09']
  const found: string[] = []
  for (const month of months) {
    const { rows } = await ask(books, 'trialBalance', {
      level: 9,
      from: `${month}-01`,
      to: month === '2026-08' ? '2026-08-31' : '2026-09-30',
    })
    for (const row of rows) {
      const cents = toCents(String(row['debit'] ?? '0')) - toCents(String(row['credit'] ?? '0'))
      if (row.rowKind === undefined && cents !== 0n) found.push(`${String(row['code'])} ${month} ${centsText(cents)}`)
    }
  }
  return found.toSorted()
}

describe('the books go to other programs', () => {
  it.runIf(has('hledger'))(
    'as a journal that hledger checks, with its balances equal to ours by account and month',
    async () => {
      const path = join(folder, 'books.journal')
      writeFileSync(path, await fileOf('hledger'))
      const hledger = (...args: string[]) => execFileSync('hledger', ['-f', path, ...args], { encoding: 'utf8' })
      expect(hledger('check', '--strict', 'ordereddates')).toBe('')
      const csv = hledger('balance', '--flat', '-M', '-b', '2026-08', '-O', 'csv', '--layout', 'bare', '-N')
      const [head = '', ...rows] = csv
        .trim()
        .split('\n')
        .map((line) => line.replaceAll('"', ''))
      const months = head.split(',').slice(2)
      const theirs = rows.flatMap((row) => {
        const [account = '', _currency, ...amounts] = row.split(',')
        const code = account.split(':').at(-1)?.split(' ')[0] ?? ''
        return amounts.flatMap((amount, index) =>
          toCents(amount) === 0n ? [] : [`${code} ${months[index] ?? ''} ${centsText(toCents(amount))}`],
        )
      })
      expect(theirs.toSorted()).toEqual(await ours())
      expect(theirs.length).toBeGreaterThan(8)
    },
  )

  it.runIf(has('bean-check'))('as a ledger that Beancount accepts', async () => {
    const path = join(folder, 'books.beancount')
    writeFileSync(path, await fileOf('beancount'))
    const checked = spawnSync('bean-check', [path], { encoding: 'utf8' })
    expect(`${checked.stdout}${checked.stderr}`).toBe('')
    expect(checked.status).toBe(0)
  })

  it('[EDI-06] as vouchers in the text that 用友 reads, in GBK, every voucher balanced and red letters negative', async () => {
    const bytes = await fileOf('ufida')
    if (typeof bytes === 'string') throw new Error('expected bytes')
    const [first, ...lines] = new TextDecoder('gbk').decode(bytes).trimEnd().split('\r\n')
    expect(first).toBe('填制凭证,V800')
    const fields = lines.map((line) => line.split(','))
    expect(new Set(fields.map((each) => each.length))).toEqual(new Set([21]))
    expect(fields[0]?.slice(0, 12)).toEqual([
      '2026-08-01',
      '记',
      '1',
      '0',
      '八月房租: 仓库 东区',
      '560206',
      '3000.00',
      '0.00',
      '',
      '',
      '',
      '测试',
    ])
    const sums = Map.groupBy(fields, (each) => `${each[0] ?? ''} ${each[2] ?? ''}`)
    for (const [voucherKey, each] of sums) {
      const sum = each.reduce((total, one) => total + toCents(one[6] ?? '0') - toCents(one[7] ?? '0'), 0n)
      expect([voucherKey, sum]).toEqual([voucherKey, 0n])
    }
    const receivable = fields.filter((each) => each[5] === '1122')
    expect(receivable.map((each) => [each[6], each[17]])).toEqual([
      ['678.00', 'C1'],
      ['-678.00', 'C1'],
    ])
  })

  it('[EDI-06] as vouchers in the sheet that 金蝶 reads', async () => {
    const bytes = await fileOf('kingdee')
    if (typeof bytes === 'string') throw new Error('expected bytes')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from(bytes).buffer)
    const sheet = workbook.getWorksheet('凭证')
    const heads = (sheet?.getRow(1).values ?? []) as string[]
    expect(heads.length - 1).toBe(37)
    const at = (name: string) => heads.indexOf(name)
    const row = sheet?.getRow(2)
    const cell = (name: string) => row?.getCell(at(name)).value
    expect([
      cell('凭证日期'),
      cell('会计年度'),
      cell('会计期间'),
      cell('凭证字'),
      cell('科目代码'),
      cell('借方'),
    ]).toEqual(['2026-08-01', 2026, 8, '记', '560206', 3000])
    const supplier = sheet
      ?.getSheetValues()
      .flatMap((values) => (Array.isArray(values) ? [values[at('核算项目')]] : []))
    expect(supplier).toContain('供应商---S1---供应商一')
  })

  it('by GB/T 24589.1: 公共档案 and 总账, opening, movement and closing of every month tied', async () => {
    const bytes = await fileOf('gbt24589')
    if (typeof bytes === 'string') throw new Error('expected bytes')
    const zip = await JSZip.loadAsync(bytes)
    expect(Object.keys(zip.files).toSorted()).toEqual(['公共档案.xml', '总账.xml'])
    const ledger = (await zip.file('总账.xml')?.async('string')) ?? ''
    const blocks = [...ledger.matchAll(/<科目余额及发生额>([\s\S]*?)<\/科目余额及发生额>/g)].map(
      (match) => match[1] ?? '',
    )
    const value = (block: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(block)?.[1] ?? ''
    const signed = (block: string, side: string, amount: string) =>
      (value(block, side) === '贷' ? -1n : 1n) * toCents(value(block, amount))
    for (const block of blocks) {
      expect(
        signed(block, '期初余额方向', '期初本币余额') +
          toCents(value(block, '借方本币金额')) -
          toCents(value(block, '贷方本币金额')),
      ).toBe(signed(block, '期末余额方向', '期末本币余额'))
    }
    const bank = blocks.find(
      (block) => value(block, '科目编号').startsWith('1002') && value(block, '会计期间号') === '9',
    )
    expect(value(bank ?? '', '期末本币余额')).toBe('47000.00')
    expect(ledger).toContain('<记账凭证摘要>八月房租: 仓库, "东区"</记账凭证摘要>')
    const lines = [...ledger.matchAll(/<记账凭证>/g)].length
    expect(lines).toBe((await ask(books, 'bookExchange', days)).rows.length)
  })

  it('official books hold what is booked, and nothing else', async () => {
    expect((await ask(books, 'bookExchange', { from: '2026-08-01', to: '2026-08-31' })).rows).toEqual([])
    await run(books, 'reviewVouchers', { period: '2026-08' })
    await run(books, 'bookVouchers', { period: '2026-08' })
    const booked = await ask(books, 'bookExchange', { from: '2026-08-01', to: '2026-09-30' })
    expect(new Set(booked.rows.map((row) => String(row['date']).slice(0, 7)))).toEqual(new Set(['2026-08']))
  })

  it('refuses days that are the wrong way round', async () => {
    await expect(ask(books, 'bookExchange', { from: '2026-09-30', to: '2026-09-01' })).rejects.toThrow(
      /ends before it begins/,
    )
  })
})
