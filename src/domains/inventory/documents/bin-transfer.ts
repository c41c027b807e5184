import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { bin } from '../../../ledgers/dimensions/bin.ts'
import { stockStates } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { inPlaceHead } from './in-place.ts'

/** 移库单: goods go from bin to bin of a warehouse, or are put away, at no cost. */
export const binTransfer = defineDocument({
  name: 'binTransfer',
  label: '移库单',
  numbering: 'YKD-{yyyyMM}-{seq:4}',
  header: inPlaceHead,
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        bin: ref(bin, { label: '移出货位', english: 'From bin', help: '空为未上架' }),
        toBin: ref(bin, { label: '移入货位', english: 'To bin', help: '空为下架' }),
        state: choice({ label: '库存状态', english: 'State', options: stockStates, help: '空为可用' }),
        lot: trackedLine.lot,
        serials: trackedLine.serials,
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => {
        if (line.item && (line.bin ?? null) === (line.toBin ?? null)) {
          throw line.toBin
            ? new FieldRefusal('toBin', '移入货位与移出货位相同', 'is the bin they are in')
            : new FieldRefusal('toBin', '请填写移入货位；下架请填写移出货位', 'which bin are they moved to?')
        }
        return deriveGoods(line, context)
      },
    }),
  },
  list: ['warehouse', 'employee'],
  totals: ['quantity'],
})
