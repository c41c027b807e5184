import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settlementLine } from '../../money/index.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** What of wages is paid, and the role that owed it. */
export const wageDues = {
  wages: '工资',
  insurance: '单位社保',
  fund: '单位公积金',
  incomeTax: '代扣个税',
} as const

/** 工资发放单: net wages to the employees, contributions and withheld tax to whom they are owed. */
export const wagesPayment = defineDocument({
  name: 'wagesPayment',
  label: '工资发放单',
  english: 'Wages payment',
  numbering: 'GZFF-{yyyyMM}-{seq:4}',
  header: {
    cashAccount: ref(cashAccount, { label: '付款账户', english: 'Paid from', required: true }),
    wageMonth: text({ label: '工资月份', english: 'Wage month', maxLength: 7, help: '如 2026-01' }),
    reference: text({ label: '流水号', english: 'Reference', maxLength: 60 }),
    totalAmount: money({ label: '付款合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '付款明细',
      fields: {
        due: choice({ label: '款项', english: 'What', options: wageDues, initial: 'wages', required: true }),
        amount: money({ label: '金额', required: true }),
        remark: text({ label: '备注' }),
      },
      derive: (line) => ({ due: line.due ?? 'wages' }),
    }),
    settlements: lineTable({
      label: '付代扣社保公积金',
      fields: {
        party: ref(party, { label: '收款单位', required: true }),
        openItem: settlementLine.openItem,
        kind: settlementLine.kind,
        documentNumber: settlementLine.documentNumber,
        openAmount: settlementLine.openAmount,
        amount: settlementLine.amount,
      },
      derive: (line) => ({ kind: line.kind ?? 'otherPayable' }),
    }),
  },
  derive: (_header, { tables }) => ({
    totalAmount: totalOf(tables.lines, 'amount').plus(totalOf(tables.settlements, 'amount')),
  }),
  list: ['wageMonth', 'cashAccount', 'totalAmount', 'reference'],
  totals: ['amount'],
})
