import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import {
  boughtWithTax,
  costField,
  deriveCostLine,
  derivePurchaseHead,
  purchaseTerms,
  purchaseTotals,
  returnedFrom,
  supplierHead,
} from './purchase-head.ts'

/** 采购退货单: goods go back to the supplier. Quantities are positive; the ledgers turn the sign. */
export const purchaseReturn = defineDocument({
  name: 'purchaseReturn',
  label: '采购退货单',
  numbering: 'CGTH-{yyyyMM}-{seq:4}',
  header: {
    supplier: supplierHead.supplier,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    buyer: supplierHead.buyer,
    department: supplierHead.department,
    reason: text({ label: '退货原因' }),
    ...purchaseTerms,
    ...purchaseTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        fromState: returnedFrom,
        ...boughtWithTax,
        ...trackedLine,
        ...costField,
        remark: text({ label: '备注' }),
      },
      derive: deriveCostLine,
    }),
  },
  spread: spreadInBooks,
  derive: derivePurchaseHead,
  list: ['supplier', 'warehouse', 'reason', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
