import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'
import { newLotLine } from '../../../ledgers/tracked-lines.ts'
import {
  boughtWithTax,
  costField,
  deriveCostLine,
  derivePurchaseHead,
  purchaseTerms,
  purchaseTotals,
  supplierHead,
} from './purchase-head.ts'

/** 采购入库单: goods arrive, before or after their invoice. */
export const purchaseReceipt = defineDocument({
  name: 'purchaseReceipt',
  label: '采购入库单',
  numbering: 'CGRK-{yyyyMM}-{seq:4}',
  header: {
    supplier: supplierHead.supplier,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    buyer: supplierHead.buyer,
    department: supplierHead.department,
    deliveryNumber: text({ label: '送货单号', searched: true, maxLength: 60 }),
    ...purchaseTerms,
    ...purchaseTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        ...boughtWithTax,
        ...newLotLine,
        needsInspection: boolean({
          label: '待检',
          english: 'To inspect',
          help: '先入待检，检验合格后可用；默认随商品',
        }),
        ...costField,
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => ({
        ...deriveCostLine(line, context),
        needsInspection: line.needsInspection ?? context.lookup(item, line.item)?.needsInspection,
      }),
    }),
  },
  spread: spreadInBooks,
  derive: derivePurchaseHead,
  list: ['supplier', 'warehouse', 'buyer', 'dueOn', 'currency', 'totalCurrency', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
