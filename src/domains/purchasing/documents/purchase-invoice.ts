import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, date, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'
import {
  boughtWithTax,
  costField,
  deriveInvoiceLine,
  derivePurchaseHead,
  pendingTaxField,
  purchaseTerms,
  invoicedTotals,
  supplierHead,
} from './purchase-head.ts'

/** 采购发票: what the supplier charges for goods that came, goods that are on the way, or services. */
export const purchaseInvoice = defineDocument({
  name: 'purchaseInvoice',
  label: '采购发票',
  numbering: 'CGFP-{yyyyMM}-{seq:4}',
  header: {
    supplier: supplierHead.supplier,
    invoiceNumber: text({ label: '发票号码', searched: true, indexed: true, maxLength: 40 }),
    invoicedOn: date({ label: '开票日期', english: 'Invoiced on' }),
    isRed: boolean({ label: '红字', english: 'Red', initial: false, help: '红字发票冲减应付和进项税额，数量填正数' }),
    buyer: supplierHead.buyer,
    department: supplierHead.department,
    ...purchaseTerms,
    ...invoicedTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...boughtWithTax, ...costField, ...pendingTaxField, remark: text({ label: '备注' }) },
      derive: deriveInvoiceLine,
    }),
  },
  spread: spreadInBooks,
  derive: derivePurchaseHead,
  list: [
    'supplier',
    'invoiceNumber',
    'isRed',
    'dueOn',
    'totalNet',
    'totalTax',
    'currency',
    'totalCurrency',
    'totalGross',
  ],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
