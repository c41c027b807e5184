import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, longText, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { billDiscount, saleTrack } from '../pricing/sale-fields.ts'
import { deliveredBases, deriveDeliveredBases, deriveDeliveryLine, pendingTaxField } from './delivered-bases.ts'
import { tenderLine } from './retail-parts.ts'
import { customerHead, deriveSalesHead, salesTerms, salesTotals } from './sales-head.ts'

/** 销售出库单: goods leave our warehouse for the customer. */
export const salesDelivery = defineDocument({
  name: 'salesDelivery',
  label: '销售出库单',
  numbering: 'XSCK-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    contractPaymentOn: date({
      label: '合同付款日',
      english: 'Contract payment on',
      help: '书面合同约定的付款日期；增值税纳税义务到这一天才发生，此前记待转销项税额',
    }),
    address: longText({ label: '收货地址' }),
    invoicedOn: date({ label: '先开票日期', english: 'Invoiced ahead on', computed: true, hidden: true }),
    ...salesTerms,
    ...billDiscount,
    ...salesTotals,
    ...deliveredBases,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        ...priceWithTax,
        ...saleTrack,
        ...pendingTaxField,
        warehouse: ref(warehouse, { label: '仓库', help: '空则随单头' }),
        ...trackedLine,
        remark: text({ label: '备注' }),
      },
      derive: deriveDeliveryLine,
    }),
    receipts: lineTable({ label: '本次收款', fields: tenderLine }),
  },
  spread: spreadInBooks,
  derive: (header, context) => {
    const head = deriveSalesHead(header, context)
    return {
      ...head,
      address: header.address ?? context.lookup(party, header.customer)?.address,
      ...deriveDeliveredBases({ ...header, dueOn: head.dueOn }, context),
    }
  },
  list: ['customer', 'warehouse', 'salesperson', 'dueOn', 'currency', 'totalCurrency', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
