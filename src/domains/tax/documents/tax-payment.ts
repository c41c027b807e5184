import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, ref, text } from '../../../kernel/definition/field.ts'
import { defineFlow } from '../../../kernel/definition/flow.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { dueTaxes } from '../returns/return-kinds.ts'
import { taxReturn } from './tax-return.ts'

/** 缴税单: taxes that were declared are paid. */
export const taxPayment = defineDocument({
  name: 'taxPayment',
  label: '缴税单',
  english: 'Tax payment',
  numbering: 'JSD-{yyyyMM}-{seq:3}',
  header: {
    cashAccount: ref(cashAccount, { label: '缴款账户', english: 'Paid from', required: true }),
    paymentReference: text({ label: '完税凭证号', english: 'Certificate', maxLength: 40, searched: true }),
    totalAmount: money({ label: '缴款合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '税费明细',
      atLeast: 1,
      fields: {
        tax: choice({ label: '税种', english: 'Tax', options: dueTaxes, required: true }),
        period: text({ label: '税款所属期', english: 'Tax period', maxLength: 7 }),
        amount: money({ label: '金额', english: 'Amount', required: true }),
      },
    }),
  },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['cashAccount', 'paymentReference', 'totalAmount'],
  totals: ['amount'],
})

/** What a return asks is paid, in one go or in several. */
export const returnToPayment = defineFlow({
  name: 'taxReturnToPayment',
  label: '缴纳税款',
  english: 'Pay',
  from: taxReturn,
  table: 'dues',
  to: taxPayment,
  measure: { quantity: 'amount', base: 'amount', of: 'tax' },
  opens: (line) => line.amount.isPositive() && !line.amount.isZero(),
  header: () => ({}),
  line: (line, open, { header }) => ({
    tax: line.tax,
    period: typeof header['period'] === 'string' ? header['period'] : null,
    amount: open.baseQuantity,
  }),
})
