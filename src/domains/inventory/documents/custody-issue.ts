import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'

/** 代管出库单: goods of others go back to their owner, to a buyer in the owner's name, or become ours by a purchase receipt. */
export const custodyIssue = defineDocument({
  name: 'custodyIssue',
  label: '代管出库单',
  numbering: 'DGCK-{yyyyMM}-{seq:4}',
  header: {
    owner: ref(party, { label: '货主', required: true, indexed: true }),
    reason: choice({
      label: '出库原因',
      english: 'Reason',
      options: { returned: '归还货主', sold: '代销售出', bought: '转为自有' },
      initial: 'returned',
      required: true,
    }),
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...trackedLine, remark: text({ label: '备注' }) },
      derive: deriveGoods,
    }),
  },
  list: ['owner', 'reason', 'warehouse'],
  totals: ['quantity'],
})
