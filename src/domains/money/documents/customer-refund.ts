import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { cashLine } from './cash-line.ts'
import { derivePaidCurrency, paidCurrency } from './paid-currency.ts'
import { derivePaidTotals, paidTotals } from './paid-sums.ts'
import { settlementLine } from './settlement-line.ts'

/** 退款单: money back to a customer, for what returns left to their credit, or from their advance. */
export const customerRefund = defineDocument({
  name: 'customerRefund',
  label: '退款单',
  numbering: 'TKD-{yyyyMM}-{seq:4}',
  header: {
    customer: ref(party, { label: '客户', required: true, facet: 'customer', indexed: true }),
    reason: text({ label: '退款原因', english: 'Reason' }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    department: ref(department, { label: '部门' }),
    totalAmount: paidTotals.totalAmount,
    totalSettled: paidTotals.totalSettled,
    totalDiscount: paidTotals.totalDiscount,
    ...paidCurrency,
  },
  tables: {
    lines: lineTable({ label: '资金明细', atLeast: 1, fields: cashLine }),
    settlements: lineTable({
      label: '核销明细',
      fields: settlementLine,
      derive: (line) => ({ kind: line.kind ?? 'receivable' }),
    }),
  },
  derive: (header, context) => {
    const { advance: _advance, ...totals } = derivePaidTotals(context.tables, null)
    return { ...totals, ...derivePaidCurrency(context.tables.lines, header.rate, context) }
  },
  list: ['customer', 'totalAmount', 'totalSettled', 'reason', 'employee'],
  totals: ['amount'],
})
