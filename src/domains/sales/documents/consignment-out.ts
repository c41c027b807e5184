import { zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { longText, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { consignee } from './consignee.ts'
import { pendingTaxField } from './delivered-bases.ts'
import { customerHead, deriveSalesHead, deriveSalesLine, salesTerms, salesTotals } from './sales-head.ts'
import { soldGoods } from './sold-goods.ts'

/** 委托代销发货单: goods go to a consignee and stay ours, at cost, until the consignee has sold them. */
export const consignmentOut = defineDocument({
  name: 'consignmentOut',
  label: '委托代销发货单',
  numbering: 'DXD-{yyyyMM}-{seq:4}',
  header: {
    ...consignee,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    address: longText({ label: '收货地址' }),
    ...salesTerms,
    ...salesTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...soldGoods, ...pendingTaxField },
      // All of the VAT waits for the list, or for day 180 (rule 1).
      derive: (line, context) => {
        const derived = deriveSalesLine(line, context)
        return { ...derived, pendingTax: ('tax' in derived ? derived.tax : line.tax) ?? zero }
      },
    }),
  },
  spread: spreadInBooks,
  derive: (header, context) => ({
    ...deriveSalesHead(header, context),
    address: header.address ?? context.lookup(party, header.customer)?.address,
  }),
  list: ['customer', 'warehouse', 'salesperson', 'totalGross'],
  totals: ['quantity', 'gross'],
})
