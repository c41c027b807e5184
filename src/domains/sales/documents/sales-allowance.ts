import { defineDocument } from '../../../kernel/definition/define.ts'
import { text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { derivePricedIn } from '../../../ledgers/priced-in-currency.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { customerHead, deriveSalesHead, salesTerms, salesTotals } from './sales-head.ts'

/** 销售折让单: the price of goods already invoiced is lowered, without goods coming back (红字发票). */
export const salesAllowance = defineDocument({
  name: 'salesAllowance',
  label: '销售折让单',
  numbering: 'XSZR-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    reason: text({ label: '折让原因', english: 'Reason', required: true }),
    invoiceNumber: text({ label: '红字发票号码', english: 'Red invoice number', searched: true, maxLength: 40 }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    ...salesTerms,
    ...salesTotals,
  },
  tables: {
    lines: lineTable({
      label: '折让明细',
      atLeast: 1,
      fields: { ...goodsLine, ...priceWithTax, remark: text({ label: '备注' }) },
      derive: derivePricedIn(null),
    }),
  },
  spread: spreadInBooks,
  derive: deriveSalesHead,
  list: ['customer', 'reason', 'invoiceNumber', 'totalNet', 'totalTax', 'totalGross'],
  totals: ['net', 'tax', 'gross'],
})
