import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { cashLine } from './cash-line.ts'
import { derivePaidCurrency, paidCurrency } from './paid-currency.ts'
import { derivePaidTotals, paidTotals } from './paid-sums.ts'
import { settlementLine } from './settlement-line.ts'

/** 收款单: money from a customer, what it settles, and the rest in advance. */
export const collection = defineDocument({
  name: 'collection',
  label: '收款单',
  numbering: 'SKD-{yyyyMM}-{seq:4}',
  header: {
    customer: ref(party, { label: '客户', required: true, facet: 'customer', indexed: true }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    department: ref(department, { label: '部门' }),
    orderNumber: text({
      label: '所属订单',
      english: 'For the order',
      indexed: true,
      maxLength: 40,
      help: '预收的是哪张销售订单的款，用于收款计划',
    }),
    ...paidTotals,
    ...paidCurrency,
    advance: money({ label: '转预收', english: 'To advances', computed: true }),
  },
  tables: {
    lines: lineTable({ label: '资金明细', atLeast: 1, fields: cashLine }),
    settlements: lineTable({
      label: '核销明细',
      fields: settlementLine,
      derive: (line) => ({ kind: line.kind ?? 'receivable' }),
    }),
  },
  derive: (header, context) => ({
    ...derivePaidTotals(context.tables, header.roundedOff),
    ...derivePaidCurrency(context.tables.lines, header.rate, context),
  }),
  list: ['customer', 'totalAmount', 'totalSettled', 'advance', 'employee'],
  totals: ['amount', 'fee'],
})
