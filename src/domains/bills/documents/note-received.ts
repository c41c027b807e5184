import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, money, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { settlementLine } from '../../money/index.ts'
import { billLine, billTotals, deriveBill, deriveBillTotals } from './bill-line.ts'

/** 应收票据: bills that a customer pays with; they settle what is owed, the rest is in advance. */
export const noteReceived = defineDocument({
  name: 'noteReceived',
  label: '应收票据',
  english: 'Bill received',
  numbering: 'YSPJ-{yyyyMM}-{seq:4}',
  header: {
    customer: ref(party, { label: '客户', required: true, facet: 'customer', indexed: true }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    department: ref(department, { label: '部门' }),
    isOpening: boolean({
      label: '期初票据',
      english: 'Opening',
      help: '建账时手里的票据：日期填启用月份前一天，不核销应收',
    }),
    ...billTotals,
    advance: money({ label: '转预收', english: 'To advances', computed: true }),
  },
  tables: {
    lines: lineTable({ label: '票据', atLeast: 1, fields: billLine, derive: deriveBill }),
    settlements: lineTable({
      label: '核销明细',
      fields: settlementLine,
      derive: (line) => ({ kind: line.kind ?? 'receivable' }),
    }),
  },
  derive: (header, { tables }) => deriveBillTotals(tables, header.isOpening),
  list: ['customer', 'totalAmount', 'totalSettled', 'advance', 'employee'],
  totals: ['amount'],
})
