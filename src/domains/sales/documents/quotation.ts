import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, longText, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { currencyHead, spreadInBooks } from '../../../ledgers/document-currency.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { billDiscount, saleTrack } from '../pricing/sale-fields.ts'
import { customerHead, deriveSalesHead, deriveSalesLine, salesTerms, salesTotals } from './sales-head.ts'

/** 销售报价单: what we would sell for, and until when. */
export const quotation = defineDocument({
  name: 'quotation',
  label: '销售报价单',
  numbering: 'XSBJ-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    contact: text({ label: '联系人' }),
    validUntil: date({ label: '有效期至', english: 'Valid until' }),
    deliverOn: date({ label: '交货日期', english: 'Deliver on' }),
    paymentMethod: text({ label: '付款方式', maxLength: 60 }),
    address: longText({ label: '收货地址' }),
    outcome: choice({ label: '结果', options: { open: '跟进中', won: '已成交', lost: '已丢单' }, initial: 'open' }),
    lostReason: text({ label: '丢单原因' }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    ...currencyHead,
    priceIncludesTax: boolean({ label: '单价含税' }),
    terms: longText({ label: '报价条款' }),
    paymentTerms: salesTerms.paymentTerms,
    dueOn: { ...salesTerms.dueOn, hidden: true },
    ...billDiscount,
    ...salesTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...priceWithTax, ...saleTrack, remark: text({ label: '备注' }) },
      derive: deriveSalesLine,
    }),
  },
  spread: spreadInBooks,
  derive: deriveSalesHead,
  list: ['customer', 'validUntil', 'outcome', 'salesperson', 'currency', 'totalCurrency', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
