import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, text } from '../../../kernel/definition/field.ts'
import { derivePricedFrom } from '../../../ledgers/priced-lines.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { counterHead, counterSums, tenderLine } from './retail-parts.ts'
import { salesTotals } from './sales-head.ts'
import { soldGoods } from './sold-goods.ts'

/** 零售退货单: goods of a receipt come back over the counter, and the money goes back. Quantities are positive. */
export const retailRefund = defineDocument({
  name: 'retailRefund',
  label: '零售退货单',
  numbering: 'LSTH-{yyyyMM}-{seq:5}',
  header: {
    ...counterHead,
    reason: text({ label: '退货原因', english: 'Reason' }),
    ...salesTotals,
    tendered: money({ label: '退款合计', english: 'Paid back', computed: true }),
  },
  tables: {
    lines: lineTable({ label: '商品明细', atLeast: 1, fields: soldGoods, derive: derivePricedFrom('salePrice') }),
    tenders: lineTable({ label: '退款明细', fields: tenderLine }),
  },
  derive: (_header, context) => counterSums(context),
  list: ['warehouse', 'customer', 'cashier', 'reason', 'totalGross'],
  totals: ['quantity', 'gross'],
})
