import { zero } from '../../../base/decimal.ts'
import { toBase } from '../../../base/unit-ratio.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { longText, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item, ratioOf } from '../../../ledgers/dimensions/item.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { supplierHead } from './purchase-head.ts'

/** 来料检验单: of what was received to be inspected, so much is good and becomes available; the rest is kept apart. */
export const incomingInspection = defineDocument({
  name: 'incomingInspection',
  label: '来料检验单',
  numbering: 'LLJY-{yyyyMM}-{seq:4}',
  header: {
    supplier: supplierHead.supplier,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    inspector: ref(employee, { label: '检验员' }),
  },
  tables: {
    lines: lineTable({
      label: '检验明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        quantity: quantity({ label: '检验数量', english: 'Inspected', required: true }),
        accepted: quantity({ label: '合格数量', english: 'Accepted', help: '空则全部合格' }),
        rejected: quantity({ label: '不合格数量', english: 'Rejected', computed: true }),
        rejectedBase: quantity({ label: '不合格基本数量', english: 'Rejected in base', computed: true, hidden: true }),
        defect: text({ label: '不合格原因', english: 'Defect' }),
        ...trackedLine,
        rejectedSerials: longText({
          label: '不合格序列号',
          english: 'Rejected serial numbers',
          maxLength: 250_000,
          help: '序列号中不合格的那些',
        }),
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => {
        const goods = deriveGoods(line, context)
        const inspected = line.quantity ?? zero
        const accepted = line.accepted ?? inspected
        if (accepted.isNegative() || accepted.gt(inspected))
          throw new FieldRefusal('accepted', '合格数量应在 0 与检验数量之间', 'is between 0 and what was inspected')
        const rejected = inspected.minus(accepted)
        const record = context.lookup(item, line.item)
        const ratio = record === undefined ? undefined : ratioOf(record, goods.unit ?? line.unit)
        return { ...goods, accepted, rejected, rejectedBase: ratio === undefined ? null : toBase(rejected, ratio) }
      },
    }),
  },
  list: ['supplier', 'warehouse', 'inspector'],
  totals: ['quantity', 'accepted', 'rejected'],
})
