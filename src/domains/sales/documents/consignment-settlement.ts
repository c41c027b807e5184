import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { consignee } from './consignee.ts'
import { customerHead, deriveSalesHead, deriveSalesLine, salesTerms, salesTotals } from './sales-head.ts'
import { soldGoods } from './sold-goods.ts'

/** 委托代销结算单: what the consignee's list (代销清单) says was sold; it is our sale, and its VAT is due. */
export const consignmentSettlement = defineDocument({
  name: 'consignmentSettlement',
  label: '委托代销结算单',
  numbering: 'DXJS-{yyyyMM}-{seq:4}',
  header: {
    ...consignee,
    warehouse: ref(warehouse, { label: '发货仓库', required: true }),
    listNumber: text({ label: '代销清单号', english: 'List of the consignee', searched: true, maxLength: 60 }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    ...salesTerms,
    ...salesTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: soldGoods,
      derive: deriveSalesLine,
    }),
  },
  spread: spreadInBooks,
  derive: deriveSalesHead,
  list: ['customer', 'listNumber', 'salesperson', 'dueOn', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
