import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, decimal, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { LineRecord } from '../../../kernel/definition/record.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { newLotLine } from '../../../ledgers/tracked-lines.ts'
import { assembledHead, deriveAssembled } from './assembled-goods.ts'

/** By what the cost of goods that are taken apart is shared out over what comes of them. */
export const costSplits = { price: '按参考价', ratio: '按比例', quantity: '按数量' } as const

const line = {
  ...goodsLine,
  ratio: decimal({ label: '成本比例', help: '“按比例”时填写' }),
  isByProduct: boolean({ label: '副产品', help: '副产品不分摊成本，零成本入库' }),
  warehouse: ref(warehouse, { label: '仓库', help: '空则随单头' }),
  ...newLotLine,
  remark: text({ label: '备注' }),
} as const

/** 拆卸单: goods are taken apart; what comes of them, main, joint and by-products, shares their cost. */
export const disassembly = defineDocument({
  name: 'disassembly',
  label: '拆卸单',
  numbering: 'CXD-{yyyyMM}-{seq:4}',
  header: {
    ...assembledHead,
    item: { ...assembledHead.item, label: '拆卸商品', english: 'Taken apart' },
    warehouse: ref(warehouse, { label: '出库仓库', english: 'From', required: true, indexed: true }),
    toWarehouse: ref(warehouse, { label: '入库仓库', english: 'Parts into', help: '空则同出库仓库' }),
    costSplit: choice({
      label: '成本分摊',
      english: 'Cost split',
      options: costSplits,
      initial: 'price',
      required: true,
      help: '按参考价：数量×参考进价；尾差归余数最大的行',
    }),
  },
  tables: { lines: lineTable({ label: '拆出明细', atLeast: 1, fields: line, derive: deriveGoods }) },
  derive: deriveAssembled,
  list: ['item', 'quantity', 'warehouse', 'costSplit', 'fee'],
  totals: ['quantity'],
})

type Part = Pick<LineRecord<typeof line>, 'baseQuantity' | 'quantity' | 'ratio' | 'isByProduct'>

/** How much a part counts in the cost; a by-product counts for nothing. */
export const partWeight = (
  split: keyof typeof costSplits,
  part: Part,
  referencePrice: Decimal | null | undefined,
): Decimal => {
  if (part.isByProduct) return zero
  const quantity = part.baseQuantity ?? part.quantity
  if (split === 'quantity') return quantity
  return split === 'ratio' ? (part.ratio ?? zero) : quantity.times(referencePrice ?? zero)
}
