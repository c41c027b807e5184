import { ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { auxiliaryItem } from '../../../ledgers/dimensions/auxiliary.ts'
import { branch } from '../../../ledgers/dimensions/branch.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee, project } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { rangeFields, viewFields } from './book-parameters.ts'

/** A voucher's number leads to the voucher. */
export const voucherColumn: ReportColumn = {
  name: 'number',
  label: '凭证号',
  english: 'Voucher',
  kind: 'text',
  width: 90,
  drill: { to: 'report', report: 'voucherLines', parameters: { voucher: 'voucher' } },
}

/** The number of the document behind a voucher leads to the document. */
export const documentColumn: ReportColumn = {
  name: 'documentNumber',
  label: '来源单据',
  english: 'Document',
  kind: 'text',
  width: 150,
  drill: { to: 'document', type: 'documentType', id: 'documentId' },
}

/** What lines may be told apart by, as parameters. */
export const dimensionFields = {
  branch: ref(branch, { label: '分支机构' }),
  party: ref(party, { label: '往来单位' }),
  department: ref(department, { label: '部门' }),
  employee: ref(employee, { label: '职员' }),
  project: ref(project, { label: '项目' }),
  item: ref(item, { label: '商品' }),
  cashAccount: ref(cashAccount, { label: '资金账户' }),
  auxiliary1: ref(auxiliaryItem, { label: '自定义核算一', english: 'Own dimension 1' }),
  auxiliary2: ref(auxiliaryItem, { label: '自定义核算二', english: 'Own dimension 2' }),
}

/** The columns of a ledger of three amounts (三栏账). */
const ledgerColumns: readonly ReportColumn[] = [
  { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
  voucherColumn,
  { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 260 },
  documentColumn,
  { name: 'debit', label: '借方', english: 'Debit', kind: 'money', turned: 'sum' },
  { name: 'credit', label: '贷方', english: 'Credit', kind: 'money', turned: 'sum' },
  { name: 'side', label: '方向', english: 'Side', kind: 'text', width: 50, turned: 'last' },
  { name: 'balance', label: '余额', english: 'Balance', kind: 'money', turned: 'last' },
]

/** 明细账 (三栏账): an account line by line, with what it stood at after each, the sums of the months and of the year. */
export const detailLedger = defineReport({
  name: 'detailLedger',
  label: '明细账',
  english: 'Detail ledger',
  layout: 'ledgerBook',
  parameters: {
    account: ref(account, { label: '科目', required: true }),
    ...rangeFields,
    ...dimensionFields,
    ...viewFields,
  },
  columns: ledgerColumns,
})

/** 辅助明细账: what concerns a customer, a department, a vehicle, account by account, line by line. */
export const auxiliaryLedger = defineReport({
  name: 'auxiliaryLedger',
  label: '辅助明细账',
  english: 'Detail ledger by dimension',
  layout: 'ledgerBook',
  parameters: {
    ...dimensionFields,
    account: ref(account, { label: '科目', help: '空为全部' }),
    ...rangeFields,
    ...viewFields,
  },
  columns: [
    { name: 'code', label: '科目编码', english: 'Code', kind: 'text', width: 100 },
    { name: 'account', label: '科目', english: 'Account', kind: 'text', width: 200 },
    ...ledgerColumns,
  ],
})
