import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { partyItemKinds } from '../../../ledgers/party/party.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 坏账核销: what a customer will never pay; the open items end, the loss stands in the books. */
export const badDebtWriteOff = defineDocument({
  name: 'badDebtWriteOff',
  label: '坏账核销',
  numbering: 'HZHX-{yyyyMM}-{seq:4}',
  header: {
    customer: ref(party, { label: '往来单位', english: 'Party', required: true, indexed: true }),
    reason: text({ label: '核销原因', english: 'Reason', required: true, help: '如破产、死亡、逾期三年以上' }),
    totalAmount: money({ label: '核销合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '核销明细',
      atLeast: 1,
      fields: {
        openItem: ref(
          { name: 'partyEntry', label: '未清项' },
          { label: '未清项', english: 'Open item', required: true },
        ),
        kind: choice({ label: '款项', options: partyItemKinds, required: true, initial: 'receivable' }),
        documentNumber: text({ label: '单据编号', english: 'Document' }),
        amount: money({ label: '核销金额', english: 'Amount', required: true }),
      },
      derive: (line) => ({ kind: line.kind ?? 'receivable' }),
    }),
  },
  derive: (_header, context) => ({ totalAmount: totalOf(context.tables.lines, 'amount') }),
  list: ['customer', 'reason', 'totalAmount'],
  totals: ['amount'],
})
