import { text } from '../../../kernel/definition/field.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'

/** Goods sold, with their lot and what is to be said of them. */
export const soldGoods = {
  ...goodsLine,
  ...priceWithTax,
  lot: text({ label: '批号', maxLength: 60 }),
  remark: text({ label: '备注' }),
} as const
