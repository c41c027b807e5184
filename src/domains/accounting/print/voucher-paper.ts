import { choice, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { voucherKinds } from '../../../ledgers/general/general-ledger.ts'
import { rangeFields } from '../reports/book-parameters.ts'
import { voucherColumn } from '../reports/detail-ledger.ts'
import { voucherStates } from '../reports/voucher-list.ts'
import { voucherPapers } from './voucher-papers.ts'
import type { VoucherPaperName } from './voucher-papers.ts'

const { opening: _opening, ...listedKinds } = voucherKinds

const paperOptions = Object.fromEntries(
  Object.entries(voucherPapers).map(([name, { label }]) => [name, label]),
) as Readonly<Record<VoucherPaperName, string>>

/** 凭证打印: vouchers of a range, or some by name, on 凭证纸 with a fixed number of lines a form. */
export const voucherPaper = defineReport({
  name: 'voucherPaper',
  label: '凭证打印',
  english: 'Print vouchers',
  parameters: {
    ...rangeFields,
    paper: choice({ label: '纸张', english: 'Paper', options: paperOptions, initial: '240x140' }),
    state: choice({ label: '状态', options: voucherStates }),
    kind: choice({ label: '凭证种类', english: 'Kind', options: listedKinds }),
    fromNumber: text({ label: '起始号', english: 'From number', maxLength: 6, help: '只印此号起的凭证，如 12' }),
    toNumber: text({ label: '终止号', english: 'To number', maxLength: 6 }),
    vouchers: text({ label: '凭证', english: 'Vouchers', maxLength: 20_000, help: '凭证标识，逗号分开；空则按日期' }),
  },
  columns: [
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    voucherColumn,
    { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 320 },
    { name: 'total', label: '金额', english: 'Amount', kind: 'money', total: true },
    { name: 'lines', label: '分录', english: 'Lines', kind: 'integer', width: 60 },
    { name: 'forms', label: '联数', english: 'Forms', kind: 'integer', width: 60, total: true },
  ],
  files: {
    pdf: {
      label: '凭证纸 PDF',
      english: 'Voucher paper (PDF)',
      extension: 'pdf',
      contentType: 'application/pdf',
      isShown: true,
    },
  },
})
