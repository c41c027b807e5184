import { text } from '../../../kernel/definition/field.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'

/** Goods sold, with their lot and what is to be said of them. */
export const soldGoods = {
  ...goodsLine,
  ...priceWithTax,
  ...trackedLine,
  remark: text({ label: '备注' }),
} as const
