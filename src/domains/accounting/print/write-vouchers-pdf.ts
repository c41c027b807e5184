import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { chineseAmount } from '../../../base/chinese-amount.ts'
import { centsText } from '../../../base/fixed-point.ts'
import { makePdf } from '../../../kernel/print/make-pdf.ts'
import { cutTo } from '../../../kernel/print/text-width.ts'
import { cellText } from '../../../kernel/transfer/sheet.ts'
import type { VoucherPaper } from './voucher-papers.ts'
import { slipsOf } from './voucher-slips.ts'
import type { Slip, SlipLine } from './voucher-slips.ts'

/** A voucher as it is printed. */
export interface PrintedVoucher {
  readonly number: string
  readonly date: string
  readonly attachments: number
  readonly lines: readonly SlipLine[]
  readonly signatures: readonly (readonly [label: string, name: string])[]
}

const red = '#c00000'
const edge = 26
const placeholder = '\u00a0'
const amountWidth = 92
const size = 8.5
const grid = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => '#333333',
  vLineColor: () => '#333333',
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

const amount = (cents: bigint, blank: boolean): TableCell => ({
  text: cents === 0n && blank ? placeholder : cellText('money', centsText(cents)),
  alignment: 'right',
  ...(cents < 0n ? { color: red } : {}),
})

const longDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year} 年 ${Number(month)} 月 ${Number(day)} 日`
}

const headOf = (voucher: PrintedVoucher, slip: Slip, company: string): Content => ({
  stack: [
    { text: '记　账　凭　证', fontSize: 14, alignment: 'center', decoration: 'underline', decorationStyle: 'double' },
    {
      columns: [
        { width: '*', text: `单位：${company}` },
        { width: 120, text: longDate(voucher.date), alignment: 'center' },
        {
          width: '*',
          text: `${voucher.number}${slip.of > 1 ? ` ${slip.place}/${slip.of}` : ''}　附单据 ${voucher.attachments} 张`,
          alignment: 'right',
        },
      ],
      margin: [0, 5, 0, 3],
    },
  ],
})

const tableOf = (slip: Slip, paper: VoucherPaper, width: number, height: number): Content => {
  const summaryWidth = Math.round((width - 2 * amountWidth) * 0.38)
  const accountWidth = width - 2 * amountWidth - summaryWidth
  // Head, rows and foot fill what is left of the form below the title and above the signatures.
  const rowHeight = (height - 74) / (paper.rows + 2)
  const lines = Math.max(1, Math.floor(rowHeight / 11))
  const fitted = (text: string, room: number): string => cutTo(text === '' ? placeholder : text, lines, room - 8, size)
  const row = (summary: string, account: string, debit: bigint, credit: bigint): TableCell[] => [
    { text: fitted(summary, summaryWidth) },
    { text: fitted(account, accountWidth) },
    amount(debit, true),
    amount(credit, true),
  ]
  const brought = slip.brought === undefined ? [] : [row('承前页', '', slip.brought.debit, slip.brought.credit)]
  const own = slip.lines.map((line) => row(line.summary, line.account, line.debit, line.credit))
  const blanks = Array.from({ length: paper.rows - brought.length - own.length }, () => row('', '', 0n, 0n))
  const isLast = slip.place === slip.of
  const words = isLast ? `合计　${chineseAmount(centsText(slip.sums.debit), { prefix: '' })}` : '过次页'
  return {
    table: {
      widths: [summaryWidth - 7, accountWidth - 7, amountWidth - 7, amountWidth - 7],
      heights: rowHeight,
      dontBreakRows: true,
      body: [
        ['摘要', '会计科目', '借方金额', '贷方金额'].map((text): TableCell => ({ text, alignment: 'center' })),
        ...brought,
        ...own,
        ...blanks,
        [{ text: words, colSpan: 2 }, {}, amount(slip.sums.debit, false), amount(slip.sums.credit, false)],
      ],
    },
    layout: grid,
  }
}

const formOf = (voucher: PrintedVoucher, slip: Slip, paper: VoucherPaper, company: string): Content => {
  const width = paper.width - 2 * edge
  const height = paper.height / paper.forms - 2 * 16
  return {
    stack: [
      headOf(voucher, slip, company),
      tableOf(slip, paper, width, height),
      {
        columns: voucher.signatures.map(([label, name]) => ({ width: '*', text: `${label}：${name}` })),
        margin: [0, 5, 0, 0],
      },
    ],
  }
}

/** Vouchers on 凭证纸, one after the other; a sheet with several forms is filled from the top. */
export const writeVouchersPdf = (
  vouchers: readonly PrintedVoucher[],
  paper: VoucherPaper,
  company: string,
  dataDir: string,
): Promise<Buffer> => {
  const forms = vouchers.flatMap((voucher) =>
    slipsOf(voucher.lines, paper.rows).map((slip) => formOf(voucher, slip, paper, company)),
  )
  const each = paper.height / paper.forms
  const content = forms.map((form, index): Content => ({
    columns: [{ width: paper.width - 2 * edge, stack: [form] }],
    absolutePosition: { x: edge, y: (index % paper.forms) * each + 16 },
    ...(index > 0 && index % paper.forms === 0 ? { pageBreak: 'before' } : {}),
  }))
  return makePdf(
    {
      pageSize: { width: paper.width, height: paper.height },
      pageMargins: [edge, 10, edge, 4],
      info: { title: '记账凭证' },
      defaultStyle: { fontSize: size },
      content: content.length === 0 ? [{ text: '没有凭证' }] : content,
    },
    dataDir,
  )
}
