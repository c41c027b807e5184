import { toCents } from '../../../base/fixed-point.ts'
import { isUuid } from '../../../base/id.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountTree } from '../../../ledgers/general/account-tree.ts'
import { rangeOf } from '../reports/book-view.ts'
import { sheetsOf, sheetsWith, withLines } from '../reports/voucher-sheets.ts'
import type { SheetLine, VoucherSheet } from '../reports/voucher-sheets.ts'
import { voucherPaper } from './voucher-paper.ts'
import { voucherPapers } from './voucher-papers.ts'
import { slipsOf } from './voucher-slips.ts'
import type { SlipLine } from './voucher-slips.ts'
import { writeVouchersPdf } from './write-vouchers-pdf.ts'
import type { PrintedVoucher } from './write-vouchers-pdf.ts'

type Parameters = Draft<(typeof voucherPaper)['parameters']>

/** Vouchers by name travel as text between commas. */
const namedIn = ({ vouchers }: Parameters): string[] => (vouchers ?? '').split(',').filter(isUuid)

const within = (sheet: VoucherSheet, from: string | null | undefined, to: string | null | undefined): boolean => {
  const number = sheet.head.number ?? 0
  return number >= Number(from ?? '0') && (to === null || to === undefined || to === '' || number <= Number(to))
}

const chosen = async (parameters: Parameters, work: Work): Promise<VoucherSheet[]> => {
  const named = namedIn(parameters)
  if (named.length > 0) return sheetsWith(work, named)
  const sheets = await sheetsOf(work, rangeOf(work, parameters), parameters)
  return sheets.filter((sheet) => within(sheet, parameters.fromNumber, parameters.toNumber))
}

const lineOf = (tree: AccountTree, line: SheetLine): SlipLine => {
  const account = tree.byId(line.account_id)
  return {
    summary: line.summary,
    account: [account?.code, account?.path, line.auxiliary].filter(Boolean).join(' '),
    debit: toCents(line.debit),
    credit: toCents(line.credit),
  }
}

const printed = ([sheet, lines]: readonly [VoucherSheet, readonly SheetLine[]], tree: AccountTree): PrintedVoucher => ({
  number: `${sheet.head.word}字第 ${sheet.name.split('-')[1] ?? ''} 号`,
  date: sheet.head.date,
  attachments: sheet.attachments,
  lines: lines.map((line) => lineOf(tree, line)),
  signatures: [
    ['会计主管', ''],
    ['记账', sheet.head.booker ?? ''],
    ['审核', sheet.reviewer],
    ['出纳', sheet.cashier],
    ['制单', sheet.maker],
  ],
})

export const voucherPaperRun = defineReportRun(
  voucherPaper,
  async (parameters, work) => {
    const sheets = await withLines(work, await chosen(parameters, work))
    const { rows, label } = voucherPapers[parameters.paper ?? '240x140']
    const blank = { summary: '', account: '', debit: 0n, credit: 0n }
    return {
      rows: sheets.map(([sheet, lines]) => ({
        voucher: sheet.head.id,
        date: sheet.head.date,
        number: sheet.name,
        summary: sheet.summary,
        total: sheet.total,
        lines: lines.length,
        forms: slipsOf(
          lines.map(() => blank),
          rows,
        ).length,
      })),
      notes: [`${label}，每联 ${rows} 行；导出“凭证纸 PDF”打印`],
    }
  },
  {
    pdf: async (parameters, work, place) => {
      if (place === undefined) throw new Error('paper is written where the fonts are')
      const [sheets, tree] = await Promise.all([
        chosen(parameters, work).then((found) => withLines(work, found)),
        readAccounts(work),
      ])
      const name = work.settings['name']
      return writeVouchersPdf(
        sheets.map((each) => printed(each, tree)),
        voucherPapers[parameters.paper ?? '240x140'],
        typeof name === 'string' ? name : '',
        place.dataDir,
      )
    },
  },
)
