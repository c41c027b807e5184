import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { stockStates } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { reasonedHead } from './in-place.ts'

/** 状态调整单: goods become available, wait to be inspected or are kept apart: a concession (让步接收), a hold, a finding. */
export const stockStatusChange = defineDocument({
  name: 'stockStatusChange',
  label: '状态调整单',
  numbering: 'ZTTZ-{yyyyMM}-{seq:4}',
  header: reasonedHead('如让步接收、复检合格、发现破损'),
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        fromState: choice({
          label: '原状态',
          english: 'From',
          options: stockStates,
          required: true,
          initial: 'onHand',
        }),
        toState: choice({ label: '新状态', english: 'To', options: stockStates, required: true }),
        ...trackedLine,
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => {
        if (line.toState && line.toState === line.fromState) {
          throw new FieldRefusal('toState', '新状态与原状态相同', 'is the state they are in')
        }
        return deriveGoods(line, context)
      },
    }),
  },
  list: ['warehouse', 'reason', 'employee'],
  totals: ['quantity'],
})
