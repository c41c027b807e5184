import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { newLotLine } from '../../../ledgers/tracked-lines.ts'

/** 代管入库单: goods of others come into our hands: to sell for them, borrowed, or kept. A quantity with an owner, without value. */
export const custodyReceipt = defineDocument({
  name: 'custodyReceipt',
  label: '代管入库单',
  numbering: 'DGRK-{yyyyMM}-{seq:4}',
  header: {
    owner: ref(party, { label: '货主', required: true, indexed: true }),
    purpose: choice({
      label: '代管原因',
      english: 'Purpose',
      options: { consigned: '受托代销', borrowed: '借入', kept: '寄存' },
      required: true,
    }),
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    backOn: date({ label: '应还日期', english: 'Due back' }),
    ownerNumber: text({ label: '货主单号', english: 'Owner’s number', searched: true, maxLength: 60 }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...newLotLine, remark: text({ label: '备注' }) },
      derive: deriveGoods,
    }),
  },
  list: ['owner', 'purpose', 'warehouse', 'backOn', 'ownerNumber'],
  totals: ['quantity'],
})
