import { defineDocument } from '../../../kernel/definition/define.ts'
import { money } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { derivePricedFrom } from '../../../ledgers/priced-lines.ts'
import { counterDiscount, saleTrack } from '../pricing/sale-fields.ts'
import { changeOf, counterHead, counterSums, tenderLine } from './retail-parts.ts'
import { salesTotals } from './sales-head.ts'
import { soldGoods } from './sold-goods.ts'

/** 零售单: goods over the counter, delivered and paid for at once. */
export const retailSale = defineDocument({
  name: 'retailSale',
  label: '零售单',
  numbering: 'LSD-{yyyyMM}-{seq:5}',
  header: {
    ...counterHead,
    ...counterDiscount,
    roundedOff: money({ label: '抹零', english: 'Rounded off' }),
    ...salesTotals,
    tendered: money({ label: '实收合计', english: 'Tendered', computed: true }),
    change: money({ label: '找零', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...soldGoods, ...saleTrack },
      derive: derivePricedFrom('salePrice'),
    }),
    tenders: lineTable({ label: '收款明细', fields: tenderLine }),
  },
  derive: (header, context) => {
    const sums = counterSums(context)
    return { ...sums, change: changeOf(sums.totalGross, header.roundedOff, sums.tendered) }
  },
  list: ['warehouse', 'customer', 'cashier', 'totalGross', 'roundedOff', 'tendered', 'change'],
  totals: ['quantity', 'gross'],
})
