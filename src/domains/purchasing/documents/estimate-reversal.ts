import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 暂估回冲单: on the first of a month, what was received and is still not invoiced is taken back in red and estimated anew. */
export const estimateReversal = defineDocument({
  name: 'estimateReversal',
  label: '暂估回冲单',
  numbering: 'ZGHC-{yyyyMM}-{seq:4}',
  header: {
    estimatedOn: date({ label: '暂估截止日', english: 'Estimated on', required: true }),
    totalAmount: money({ label: '暂估合计', english: 'Estimated', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '暂估明细',
      atLeast: 1,
      fields: {
        supplier: ref(party, { label: '供应商', required: true }),
        item: ref(item, { label: '商品', required: true }),
        receiptNumber: text({ label: '入库单', english: 'Receipt', maxLength: 40 }),
        openItem: ref({ name: 'partyEntry', label: '未清项' }, { label: '暂估款项', required: true, unchecked: true }),
        amount: money({ label: '暂估金额', english: 'Estimate', required: true }),
      },
    }),
  },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['estimatedOn', 'totalAmount'],
  totals: ['amount'],
  internal: true,
})
