import { chineseAmount } from '../../../base/chinese-amount.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import { isUuid } from '../../../base/id.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountTree } from '../../../ledgers/general/account-tree.ts'
import { voucherKinds } from '../../../ledgers/general/general-ledger.ts'
import { amountCell, rangeOf } from './book-view.ts'
import { voucherDocuments, voucherJournal, voucherLines, voucherList, voucherStates } from './voucher-list.ts'
import { sheetsOf, sheetsWith, withLines } from './voucher-sheets.ts'
import type { SheetLine, VoucherSheet } from './voucher-sheets.ts'

const cells = (sheet: VoucherSheet) => ({
  voucher: sheet.head.id,
  date: sheet.head.date,
  number: sheet.name,
  kind: voucherKinds[sheet.head.kind],
  summary: sheet.summary,
  state: voucherStates[sheet.head.state],
  documentType: sheet.head.document_type,
  documentId: sheet.head.document_id,
  documentNumber: sheet.head.document_number,
  documents: sheet.parts.length,
})

export const voucherListRun = defineReportRun(voucherList, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const sheets = await sheetsOf(work, range, parameters)
  return {
    rows: sheets.map((sheet) => ({
      ...cells(sheet),
      total: sheet.total,
      maker: sheet.maker,
      cash: sheet.cash,
      cashier: sheet.cashier,
      note: sheet.head.state === 'rejected' ? sheet.head.note : null,
      reviewer: sheet.reviewer,
      booker: sheet.head.booker,
    })),
    totals: { date: '合计', total: centsText(sheets.reduce((sum, sheet) => sum + toCents(sheet.total), 0n)) },
    notes: [`${range.from} 至 ${range.to}，共 ${sheets.length} 张凭证`],
  }
})

const lineCells = (tree: AccountTree, line: SheetLine) => ({
  summary: line.summary,
  code: tree.byId(line.account_id)?.code ?? '',
  account: tree.byId(line.account_id)?.path ?? '',
  auxiliary: line.auxiliary,
  debit: amountCell(toCents(line.debit)),
  credit: amountCell(toCents(line.credit)),
})

const sums = (lines: readonly SheetLine[]) => ({
  debit: centsText(lines.reduce((sum, line) => sum + toCents(line.debit), 0n)),
  credit: centsText(lines.reduce((sum, line) => sum + toCents(line.credit), 0n)),
})

export const voucherJournalRun = defineReportRun(voucherJournal, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const sheets = await sheetsOf(work, range, parameters)
  const [tree, told] = await Promise.all([readAccounts(work), withLines(work, sheets)])
  const lines = told.flatMap(([, own]) => own)
  return {
    rows: told.flatMap(([sheet, own]): ReportRow[] =>
      own.map((line) => ({ ...cells(sheet), ...lineCells(tree, line) })),
    ),
    totals: { date: '合计', ...sums(lines) },
    notes: [`${range.from} 至 ${range.to}，共 ${sheets.length} 张凭证 ${lines.length} 条分录`],
  }
})

const sheetWith = async (work: Parameters<typeof sheetsWith>[0], id: string): Promise<VoucherSheet> => {
  const [sheet] = isUuid(id) ? await sheetsWith(work, [id]) : []
  if (sheet === undefined) throw notFound('没有这张凭证', 'There is no such voucher')
  return sheet
}

export const voucherLinesRun = defineReportRun(voucherLines, async (parameters, work) => {
  const sheet = await sheetWith(work, parameters.voucher ?? '')
  const [tree, told] = await Promise.all([readAccounts(work), withLines(work, [sheet])])
  const lines = told.flatMap(([, own]) => own)
  const total = sums(lines)
  const head = cells(sheet)
  return {
    rows: lines.map((line) => ({ ...head, ...lineCells(tree, line) })),
    totals: { summary: `合计：${chineseAmount(total.debit)}`, ...total },
    notes: [
      `${sheet.head.word}字第 ${head.number.split('-')[1] ?? ''} 号`,
      `日期：${head.date}`,
      `附单据 ${sheet.attachments} 张`,
      `${head.kind}，${head.state}`,
      `制单：${sheet.maker}`,
      `出纳：${sheet.cashier}`,
      `审核：${sheet.reviewer}`,
      `记账：${sheet.head.booker ?? ''}`,
    ],
  }
})

export const voucherDocumentsRun = defineReportRun(voucherDocuments, async (parameters, work) => {
  const sheet = await sheetWith(work, parameters.voucher ?? '')
  return {
    rows: sheet.parts.map((part) => ({
      date: part.date,
      summary: part.summary,
      total: part.total,
      documentType: part.document_type,
      documentId: part.document_id,
      documentNumber: part.document_number,
    })),
    totals: { date: '合计', total: sheet.total },
    notes: [`${sheet.name} 由 ${sheet.parts.length} 张单据生成`],
  }
})
