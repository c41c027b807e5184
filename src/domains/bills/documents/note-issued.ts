import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, money, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { settlementLine } from '../../money/index.ts'
import { billLine, billTotals, deriveBill, deriveBillTotals } from './bill-line.ts'

/** 应付票据: bills that we draw for a supplier; they settle what we owe, the rest is in advance. A bank takes a margin and a fee. */
export const noteIssued = defineDocument({
  name: 'noteIssued',
  label: '应付票据',
  english: 'Bill issued',
  numbering: 'YFPJ-{yyyyMM}-{seq:4}',
  header: {
    supplier: ref(party, { label: '供应商', required: true, facet: 'supplier', indexed: true }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    department: ref(department, { label: '部门' }),
    cashAccount: ref(cashAccount, { label: '付款账户', english: 'Paid from', help: '保证金和承兑手续费从此账户支付' }),
    margin: money({ label: '保证金', english: 'Margin', help: '转入保证金账户（其他货币资金）' }),
    marginAccount: ref(cashAccount, { label: '保证金账户', english: 'Margin account' }),
    fee: money({ label: '承兑手续费', english: 'Acceptance fee' }),
    isOpening: boolean({
      label: '期初票据',
      english: 'Opening',
      help: '建账时未到期的票据：日期填启用月份前一天，不核销应付',
    }),
    ...billTotals,
    advance: money({ label: '转预付', english: 'To advances', computed: true }),
  },
  tables: {
    lines: lineTable({ label: '票据', atLeast: 1, fields: billLine, derive: deriveBill }),
    settlements: lineTable({
      label: '核销明细',
      fields: settlementLine,
      derive: (line) => ({ kind: line.kind ?? 'payable' }),
    }),
  },
  derive: (header, { tables }) => deriveBillTotals(tables, header.isOpening),
  list: ['supplier', 'totalAmount', 'totalSettled', 'margin', 'employee'],
  totals: ['amount'],
})
