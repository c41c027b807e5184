import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { customerHead, deriveSalesHead, deriveSalesLine, salesTerms, salesTotals } from './sales-head.ts'

/** 销售发票: what we charge for goods delivered, or for services. */
export const salesInvoice = defineDocument({
  name: 'salesInvoice',
  label: '销售发票',
  numbering: 'XSFP-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    invoiceNumber: text({ label: '发票号码', searched: true, indexed: true, maxLength: 40 }),
    invoiceKind: choice({
      label: '发票类型',
      options: { special: '专用发票', ordinary: '普通发票', none: '不开票' },
      help: '空则随客户',
    }),
    isRed: boolean({ label: '红字', english: 'Red', initial: false, help: '红字发票冲减应收和销项税额，数量填正数' }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    ...salesTerms,
    ...salesTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...priceWithTax, remark: text({ label: '备注' }) },
      derive: deriveSalesLine,
    }),
  },
  spread: spreadInBooks,
  derive: (header, context) => ({
    ...deriveSalesHead(header, context),
    invoiceKind: header.invoiceKind ?? context.lookup(party, header.customer)?.invoiceKind,
  }),
  list: ['customer', 'invoiceNumber', 'isRed', 'totalNet', 'totalTax', 'currency', 'totalCurrency', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
