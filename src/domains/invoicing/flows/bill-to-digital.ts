import type { Decimal } from '../../../base/decimal.ts'
import { round } from '../../../base/decimal.ts'
import { defineFlow } from '../../../kernel/definition/flow.ts'
import type { OpenLine } from '../../../kernel/definition/flow.ts'
import { retailRefund, retailSale, salesAllowance, salesInvoice } from '../../sales/index.ts'
import type { salesInvoice as Bill } from '../../sales/index.ts'
import { digitalInvoice } from '../documents/digital-invoice.ts'

/** An invoice is drawn by what is charged: never more than the bill, whatever it is split into. */
const grossMeasure = { quantity: 'gross', base: 'gross' } as const

type BilledLine = Pick<
  {
    readonly [K in keyof typeof Bill.tables.lines.fields]: NonNullable<
      (typeof Bill.tables.lines.fields)[K]['value']
    > | null
  },
  'item' | 'quantity' | 'taxRate' | 'net' | 'tax' | 'gross'
>

const carryLine = (line: BilledLine, open: OpenLine) => {
  const whole: Decimal | null = line.gross
  const share = whole === null || whole.isZero() ? null : open.baseQuantity.div(whole)
  return {
    item: line.item,
    taxRate: line.taxRate,
    gross: open.baseQuantity,
    quantity:
      open.isWhole || share === null || line.quantity === null ? line.quantity : round(line.quantity.times(share), 6),
    ...(open.isWhole ? { net: line.net, tax: line.tax } : {}),
  }
}

const charges = (line: { readonly gross: Decimal | null }): boolean =>
  line.gross !== null && line.gross.isPositive() && !line.gross.isZero()

const kindOf = (kind: string | null | undefined) => (kind === 'special' ? ('special' as const) : ('ordinary' as const))

/** 开具数电票: a bill is invoiced with the tax bureau; a red bill takes a red invoice. */
export const invoiceToDigital = defineFlow({
  name: 'salesInvoiceToDigital',
  label: '开具数电票',
  english: 'Issue a digital invoice',
  from: salesInvoice,
  to: digitalInvoice,
  measure: grossMeasure,
  exceptional: true,
  opens: charges,
  header: (bill) => ({
    customer: bill.customer,
    invoiceKind: bill.invoiceKind === null ? undefined : kindOf(bill.invoiceKind),
    isRed: bill.isRed === true,
    redReason: bill.isRed === true ? ('return' as const) : null,
  }),
  line: carryLine,
})

/** A lowered price takes a red invoice. */
export const allowanceToDigital = defineFlow({
  name: 'salesAllowanceToDigital',
  label: '开具红字数电票',
  english: 'Issue a red digital invoice',
  from: salesAllowance,
  to: digitalInvoice,
  measure: grossMeasure,
  exceptional: true,
  opens: charges,
  header: (allowance) => ({ customer: allowance.customer, isRed: true, redReason: 'allowance' as const }),
  line: carryLine,
})

/** A customer at the counter wants an invoice. */
export const retailToDigital = defineFlow({
  name: 'retailSaleToDigital',
  label: '开具数电票',
  english: 'Issue a digital invoice',
  from: retailSale,
  to: digitalInvoice,
  measure: grossMeasure,
  exceptional: true,
  opens: charges,
  header: (sale) => ({ customer: sale.customer, invoiceKind: 'ordinary' as const, isRed: false }),
  line: carryLine,
})

/** What was invoiced at the counter and came back takes a red invoice. */
export const refundToDigital = defineFlow({
  name: 'retailRefundToDigital',
  label: '开具红字数电票',
  english: 'Issue a red digital invoice',
  from: retailRefund,
  to: digitalInvoice,
  measure: grossMeasure,
  exceptional: true,
  opens: charges,
  header: (refund) => ({
    customer: refund.customer,
    invoiceKind: 'ordinary' as const,
    isRed: true,
    redReason: 'return' as const,
  }),
  line: carryLine,
})
