import { choice, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { voucherKinds } from '../../../ledgers/general/general-ledger.ts'
import { rangeFields } from './book-parameters.ts'
import { documentColumn, voucherColumn } from './detail-ledger.ts'

export const voucherStates = { entered: '未审核', rejected: '已退回', reviewed: '已审核', booked: '已记账' } as const
export type VoucherState = keyof typeof voucherStates

const { opening: _opening, ...listedKinds } = voucherKinds

const filters = {
  ...rangeFields,
  state: choice({ label: '状态', options: voucherStates }),
  kind: choice({ label: '凭证种类', english: 'Kind', options: listedKinds }),
  q: text({ label: '摘要或单据号', english: 'Summary or document' }),
}

const headColumns: readonly ReportColumn[] = [
  { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
  voucherColumn,
  { name: 'kind', label: '种类', english: 'Kind', kind: 'text', width: 90 },
  { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 260 },
]

/** 凭证列表: one row a voucher, with its state and where it came from. */
export const voucherList = defineReport({
  name: 'voucherList',
  label: '凭证列表',
  english: 'Vouchers',
  parameters: filters,
  columns: [
    ...headColumns,
    { name: 'total', label: '金额', english: 'Amount', kind: 'money', total: true },
    { name: 'state', label: '状态', english: 'State', kind: 'text', width: 80 },
    documentColumn,
    { name: 'documents', label: '单据数', english: 'Documents', kind: 'integer', width: 70, seldom: true },
    { name: 'maker', label: '制单', english: 'Made by', kind: 'text', width: 80 },
    { name: 'cashier', label: '出纳', english: 'Cashier', kind: 'text', width: 80, seldom: true },
    { name: 'note', label: '退回原因', english: 'Sent back because', kind: 'text', width: 160, seldom: true },
    { name: 'reviewer', label: '审核', english: 'Reviewed by', kind: 'text', width: 80 },
    { name: 'booker', label: '记账', english: 'Booked by', kind: 'text', width: 80 },
  ],
})

/** 序时账: all lines of all vouchers in the order of the books. */
export const voucherJournal = defineReport({
  name: 'voucherJournal',
  label: '序时账',
  english: 'Journal',
  layout: 'ledgerBook',
  parameters: filters,
  columns: [
    ...headColumns,
    { name: 'code', label: '科目编码', english: 'Code', kind: 'text', width: 100 },
    { name: 'account', label: '科目', english: 'Account', kind: 'text', width: 220 },
    { name: 'auxiliary', label: '辅助核算', english: 'Told apart by', kind: 'text', width: 180 },
    { name: 'debit', label: '借方', english: 'Debit', kind: 'money', total: true },
    { name: 'credit', label: '贷方', english: 'Credit', kind: 'money', total: true },
    { name: 'state', label: '状态', english: 'State', kind: 'text', width: 80 },
    documentColumn,
  ],
})

/** 记账凭证: one voucher with its lines. */
export const voucherLines = defineReport({
  name: 'voucherLines',
  label: '记账凭证',
  english: 'Voucher',
  parameters: { voucher: text({ label: '凭证', required: true }) },
  columns: [
    { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 260 },
    { name: 'code', label: '科目编码', english: 'Code', kind: 'text', width: 100 },
    { name: 'account', label: '科目', english: 'Account', kind: 'text', width: 240 },
    { name: 'auxiliary', label: '辅助核算', english: 'Told apart by', kind: 'text', width: 180 },
    { name: 'debit', label: '借方', english: 'Debit', kind: 'money', total: true },
    { name: 'credit', label: '贷方', english: 'Credit', kind: 'money', total: true },
    documentColumn,
  ],
})

/** 凭证来源单据: the documents behind one voucher; a merged one has several. */
export const voucherDocuments = defineReport({
  name: 'voucherDocuments',
  label: '凭证来源单据',
  english: 'Documents of a voucher',
  parameters: { voucher: text({ label: '凭证', required: true }) },
  columns: [
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 260 },
    documentColumn,
    { name: 'total', label: '金额', english: 'Amount', kind: 'money', total: true },
  ],
})
