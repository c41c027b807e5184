import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settlementLine } from '../../money/index.ts'
import { claimantHead, departmentOf } from './claimant.ts'

/** 还款单: what an employee did not spend of an advance comes back. */
export const advanceReturn = defineDocument({
  name: 'advanceReturn',
  label: '还款单',
  english: 'Advance returned',
  numbering: 'HKD-{yyyyMM}-{seq:4}',
  header: {
    ...claimantHead,
    cashAccount: ref(cashAccount, { label: '收款账户', english: 'Received into', required: true }),
    reason: text({ label: '说明', english: 'Reason' }),
    totalAmount: money({ label: '还款合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '归还借款',
      atLeast: 1,
      fields: {
        openItem: settlementLine.openItem,
        kind: settlementLine.kind,
        documentNumber: settlementLine.documentNumber,
        openAmount: settlementLine.openAmount,
        amount: settlementLine.amount,
      },
      derive: (line) => ({ kind: line.kind ?? 'otherReceivable' }),
    }),
  },
  derive: (header, context) => ({
    department: departmentOf(header, context),
    totalAmount: totalOf(context.tables.lines, 'amount'),
  }),
  list: ['employee', 'cashAccount', 'totalAmount', 'reason'],
  totals: ['amount'],
})
