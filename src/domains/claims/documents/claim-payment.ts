import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settlementLine } from '../../money/index.ts'

/** 员工付款单: the cashier pays approved advances and what claims left owing, of one employee or of many at once. */
export const claimPayment = defineDocument({
  name: 'claimPayment',
  label: '员工付款单',
  english: 'Payment to employees',
  numbering: 'YGFK-{yyyyMM}-{seq:4}',
  header: {
    cashAccount: ref(cashAccount, { label: '付款账户', english: 'Paid from', required: true }),
    reference: text({ label: '流水号', english: 'Reference', maxLength: 60 }),
    totalAdvances: money({ label: '付借款', english: 'Advances', computed: true }),
    totalClaims: money({ label: '付报销', english: 'Claims', computed: true }),
    totalAmount: money({ label: '付款合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '付借款',
      fields: {
        employee: ref(employee, { label: '借款人', english: 'Borrower', required: true }),
        party: ref(party, { label: '员工往来', english: 'Staff account', computed: true, hidden: true }),
        summary: text({ label: '用途', english: 'Used for' }),
        amount: money({ label: '付款金额', english: 'Amount', required: true }),
      },
    }),
    settlements: lineTable({
      label: '付报销',
      fields: {
        party: ref(party, { label: '员工', english: 'Employee', required: true, facet: 'staffAccount' }),
        openItem: settlementLine.openItem,
        kind: settlementLine.kind,
        documentNumber: settlementLine.documentNumber,
        openAmount: settlementLine.openAmount,
        amount: settlementLine.amount,
      },
      derive: (line) => ({ kind: line.kind ?? 'otherPayable' }),
    }),
  },
  derive: (_header, { tables }) => {
    const totalAdvances = totalOf(tables.lines, 'amount')
    const totalClaims = totalOf(tables.settlements, 'amount')
    return { totalAdvances, totalClaims, totalAmount: totalAdvances.plus(totalClaims) }
  },
  list: ['cashAccount', 'totalAdvances', 'totalClaims', 'totalAmount', 'reference'],
  totals: ['amount'],
})
