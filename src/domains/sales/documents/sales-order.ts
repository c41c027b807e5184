import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, date, longText, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { shareInBooks } from '../../../ledgers/document-currency.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { instalmentLine, spreadInstalments } from '../../../ledgers/payment-plan.ts'
import { goodsLine, priceWithTax, totalOf } from '../../../ledgers/priced-lines.ts'
import { salesChannel } from '../entities/sales-channel.ts'
import { billDiscount, saleTrack } from '../pricing/sale-fields.ts'
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
    paymentMethod: text({ label: '付款方式', maxLength: 60 }),
    deposit: money({ label: '订金', help: '约定先收的订金；收款单的“所属订单”填本订单号即为其订金' }),
    isReserved: boolean({ label: '占用库存', english: 'Reserve stock', help: '其他单据出库不得动用本单占用的数量' }),
    channel: ref(salesChannel, { label: '销售渠道', english: 'Channel' }),
    channelOrder: text({ label: '渠道单号', searched: true, maxLength: 80 }),
    channelKey: text({ label: '渠道单键', computed: true, hidden: true, unique: true, maxLength: 160 }),
    ...salesTerms,
    ...billDiscount,
    ...salesTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        ...priceWithTax,
        ...saleTrack,
        promisedOn: date({ label: '承诺发货日', english: 'Promised on' }),
        promiseNote: text({ label: '可承诺', english: 'Can be promised', computed: true, proposed: true }),
        remark: text({ label: '备注' }),
      },
      derive: deriveSalesLine,
    }),
    instalments: lineTable({ label: '收款计划', fields: instalmentLine }),
  },
  spread: ({ lines, instalments }, context) => {
    const shared = shareInBooks(lines, context)
    return { lines: shared, instalments: spreadInstalments(instalments, totalOf(shared, 'gross')) }
  },
  derive: (header, context) => ({
    ...deriveSalesHead(header, context),
    channelKey: header.channel && header.channelOrder ? `${header.channel}:${header.channelOrder}` : null,
  }),
  promisedBy: 'promisedOn',
  list: ['customer', 'warehouse', 'promisedOn', 'salesperson', 'currency', 'totalCurrency', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
