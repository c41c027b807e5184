import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { stockReason } from '../entities/stock-reason.ts'

/** What became of goods on the way. */
export const arrivals = { arrived: '到货', short: '途中短少', damaged: '途中毁损' } as const

/** 分步调入单: goods that were on the way arrive, all or a part of them; what is short or broken is said with its reason. */
export const transferIn = defineDocument({
  name: 'transferIn',
  label: '分步调入单',
  english: 'Transfer in',
  numbering: 'DBR-{yyyyMM}-{seq:4}',
  header: {
    toWarehouse: ref(warehouse, { label: '调入仓库', required: true, indexed: true }),
    lossReason: ref(stockReason, {
      label: '途损原因',
      help: '有短少或毁损时填写；原因决定对方科目，如待处理财产损溢，查明后用损溢处理单向承运单位索赔',
    }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        outcome: choice({
          label: '到货情况',
          english: 'Outcome',
          options: arrivals,
          help: '同一来源可分几行：到货、短少、毁损',
        }),
        ...trackedLine,
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => ({ ...deriveGoods(line, context), outcome: line.outcome ?? 'arrived' }),
    }),
  },
  list: ['toWarehouse', 'lossReason', 'employee'],
  totals: ['quantity'],
})
