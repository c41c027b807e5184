import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { expiryOf, trackedLine } from '../../../ledgers/tracked-lines.ts'
import { reasonedHead } from './in-place.ts'

/** 批号调整单: goods go on under another lot number: a wrong one is put right, lots are split or put together; cost goes along. */
export const lotChange = defineDocument({
  name: 'lotChange',
  label: '批号调整单',
  numbering: 'PHTZ-{yyyyMM}-{seq:4}',
  header: reasonedHead('如批号录错、分批、并批'),
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        lot: text({ label: '原批号', english: 'From lot', required: true, maxLength: 60 }),
        toLot: text({ label: '新批号', english: 'To lot', required: true, maxLength: 60 }),
        producedOn: date({ label: '生产日期', help: '新批号还没有时填写；空则随原批号' }),
        expiresOn: date({ label: '有效期至', english: 'Expires on', help: '空则按生产日期加保质期' }),
        serials: trackedLine.serials,
        bin: trackedLine.bin,
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => {
        if (line.toLot && line.toLot === line.lot) {
          throw new FieldRefusal('toLot', '新批号与原批号相同', 'is the lot they are in')
        }
        const days = context.lookup(item, line.item)?.shelfLifeDays ?? null
        return {
          ...deriveGoods(line, context),
          ...(line.producedOn && !line.expiresOn && days !== null
            ? { expiresOn: expiryOf(line.producedOn, days) }
            : {}),
        }
      },
    }),
  },
  list: ['warehouse', 'reason', 'employee'],
  totals: ['quantity'],
})
