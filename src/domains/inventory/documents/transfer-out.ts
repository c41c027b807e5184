import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'

/** 分步调出单: goods leave one warehouse for another and are on the way, at cost, until they arrive. */
export const transferOut = defineDocument({
  name: 'transferOut',
  label: '分步调出单',
  english: 'Transfer out',
  numbering: 'DBC-{yyyyMM}-{seq:4}',
  header: {
    fromWarehouse: ref(warehouse, { label: '调出仓库', required: true, indexed: true }),
    toWarehouse: ref(warehouse, { label: '调入仓库', required: true, indexed: true }),
    carrier: ref(party, { label: '承运单位', english: 'Carrier' }),
    trackingNumber: text({ label: '运单号', searched: true, maxLength: 60 }),
    arrivesOn: date({ label: '预计到货', english: 'Expected on' }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...trackedLine, remark: text({ label: '备注' }) },
      derive: deriveGoods,
    }),
  },
  derive: ({ fromWarehouse, toWarehouse }) => {
    if (fromWarehouse && fromWarehouse === toWarehouse) {
      throw new FieldRefusal('toWarehouse', '调入仓库不能与调出仓库相同', 'must be another warehouse')
    }
    return {}
  },
  list: ['fromWarehouse', 'toWarehouse', 'carrier', 'trackingNumber', 'arrivesOn'],
  totals: ['quantity'],
})
