import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { deliveredBases, deriveDeliveredBases } from './delivered-bases.ts'
import { customerHead, deriveSalesHead, deriveSalesLine, salesTerms, salesTotals } from './sales-head.ts'

/** 销售退货单: goods come back from the customer. Quantities are positive; the ledgers turn the sign. */
export const salesReturn = defineDocument({
  name: 'salesReturn',
  label: '销售退货单',
  numbering: 'XSTH-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    reason: text({ label: '退货原因' }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    ...salesTerms,
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
        warehouse: ref(warehouse, { label: '仓库', help: '空则随单头' }),
        ...trackedLine,
        remark: text({ label: '备注' }),
      },
      derive: deriveSalesLine,
    }),
  },
  derive: (header, context) => {
    const bases = deriveDeliveredBases({}, context)
    return {
      ...deriveSalesHead(header, context),
      vatDueOn: header.vatDueOn ?? bases.vatDueOn,
      receivableBasis: header.receivableBasis ?? bases.receivableBasis,
    }
  },
  list: ['customer', 'warehouse', 'reason', 'salesperson', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
