import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, longText, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { customerHead, deriveSalesHead, deriveSalesLine, salesTerms, salesTotals } from './sales-head.ts'

/** 发货通知: tells the warehouse what to pick and ship, from where and when; it posts nothing. */
export const deliveryNotice = defineDocument({
  name: 'deliveryNotice',
  label: '发货通知单',
  numbering: 'FHTZ-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    warehouse: ref(warehouse, { label: '发货仓库', required: true, indexed: true }),
    shipOn: date({ label: '要求发货日', english: 'Ship on' }),
    carrier: text({ label: '承运方', maxLength: 60 }),
    picker: ref(employee, { label: '拣货人' }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
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
        warehouse: ref(warehouse, { label: '发货仓库', help: '空则随单头' }),
        ...trackedLine,
        ...priceWithTax,
        remark: text({ label: '备注' }),
      },
      derive: deriveSalesLine,
    }),
  },
  spread: spreadInBooks,
  derive: (header, context) => ({
    ...deriveSalesHead(header, context),
    address: header.address ?? context.lookup(party, header.customer)?.address,
  }),
  list: ['customer', 'warehouse', 'shipOn', 'picker', 'carrier'],
  totals: ['quantity', 'gross'],
})
