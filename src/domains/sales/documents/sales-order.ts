import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, longText, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { instalmentLine, spreadInstalments } from '../../../ledgers/payment-plan.ts'
import { goodsLine, priceWithTax, totalOf } from '../../../ledgers/priced-lines.ts'
import { customerHead, deriveSalesHead, deriveSalesLine, salesTerms, salesTotals } from './sales-head.ts'

/** 销售订单: what a customer wants of us, and when. */
export const salesOrder = defineDocument({
  name: 'salesOrder',
  label: '销售订单',
  numbering: 'XSDD-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    warehouse: ref(warehouse, { label: '发货仓库' }),
    promisedOn: date({ label: '承诺发货日', english: 'Promised on' }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    customerOrder: text({ label: '客户订单号', searched: true, maxLength: 60 }),
    contractNumber: text({ label: '合同号', searched: true, maxLength: 60 }),
    contractPaymentOn: date({ label: '合同付款日', english: 'Contract payment on' }),
    address: longText({ label: '收货地址' }),
    ...salesTerms,
    ...salesTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        ...priceWithTax,
        promisedOn: date({ label: '承诺发货日', english: 'Promised on' }),
        remark: text({ label: '备注' }),
      },
      derive: deriveSalesLine,
    }),
    instalments: lineTable({ label: '收款计划', fields: instalmentLine }),
  },
  spread: ({ lines, instalments }) => ({ instalments: spreadInstalments(instalments, totalOf(lines, 'gross')) }),
  derive: deriveSalesHead,
  list: ['customer', 'warehouse', 'promisedOn', 'salesperson', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
