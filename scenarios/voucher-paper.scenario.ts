import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { pdfPages, pdfSizes } from '../src/kernel/print/testing/pdf-text.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, followUp } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const dataDir = join(tmpdir(), `suanpan-paper-${process.pid}`)
mkdirSync(dataDir, { recursive: true })

const paper = async (books: Books, parameters: JsonObject): Promise<Buffer> => {
  const run = books.installed.reports.get('voucherPaper')
  const write = run?.files?.['pdf']
  if (run === undefined || write === undefined) throw new Error('no paper')
  return Buffer.from(await books.inWork((work) => write(parameters, work, { dataDir })))
}

const spend = (lines: number): JsonObject => ({
  date: '2026-01-05',
  attachmentsCount: 3,
  lines: [
    ...Array.from({ length: lines }, () => ({ summary: '购办公用品', account: '560204', debit: '100' })),
    { summary: '付款', account: '1002', credit: String(lines * 100), cashAccount: 'BANK' },
  ],
})

const texts = (pdf: Buffer): string[] => pdfPages(pdf).map((page) => page.join('').replaceAll(/\s+/g, ''))

it('vouchers are printed on 凭证纸 with fixed rows, long ones carried over, several on a sheet of A4', async () => {
  const { books } = await openTrade()
  await books.post(voucher, spend(1))
  await books.post(voucher, spend(9))
  await followUp(books)
  const month = { from: '2026-01-01', to: '2026-01-31' }
  const listed = await ask(books, 'voucherPaper', { ...month, paper: '240x140' })
  expect(columnsOf(listed.rows, 'number', 'lines', 'forms')).toEqual(['记-0001 | 2 | 1', '记-0002 | 10 | 2'])
  const pdf = await paper(books, { ...month, paper: '240x140' })
  expect(pdfSizes(pdf)[0]?.map((points) => Math.round((points * 25.4) / 72))).toEqual([240, 140])
  const [first = '', second = '', third = ''] = texts(pdf)
  expect(first).toContain('记字第0001号附单据3张')
  expect(first).toContain('合计壹佰元整')
  expect(second).toContain('记字第0002号1/2')
  expect(second).toContain('过次页600.00')
  expect(third).toMatch(/2\/2.*承前页600.00/)
  expect(third).toContain('合计玖佰元整900.00900.00')
  expect(third).toContain('制单：测试')
  expect(texts(await paper(books, { ...month, paper: 'a4-2' }))).toHaveLength(2)
  expect(texts(await paper(books, { ...month, paper: 'a4-3', fromNumber: '2' }))).toHaveLength(1)
  const [row] = listed.rows
  expect(texts(await paper(books, { vouchers: String(row?.['voucher']), paper: 'a5' }))).toHaveLength(1)
})
