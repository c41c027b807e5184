import { boolean, choice, integer, ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { bin } from '../../../ledgers/dimensions/bin.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { abcClasses } from '../rules/abc-class.ts'

/** What a count takes in: 盘点范围. Everything that is given narrows it. */
export const countScope = {
  warehouse: ref(warehouse, { label: '仓库', required: true }),
  category: ref(itemCategory, { label: '商品分类', help: '含下级；空为全部' }),
  item: ref(item, { label: '商品', help: '空为全部' }),
  abcClass: choice({ label: 'ABC 分类', english: 'ABC class', options: abcClasses, help: '按近一年出库金额' }),
  supplier: ref(party, { label: '供应商', facet: 'supplier', help: '从该供应商采购入库过的商品' }),
  bin: ref(bin, { label: '货位', help: '仓库启用货位时按货位盘；空为全部' }),
  lot: text({ label: '批号', maxLength: 60 }),
  expiresWithin: integer({
    label: '到期天数内',
    english: 'Expires within (days)',
    help: '今天起多少天内到期或已过期的批次',
  }),
  sample: integer({ label: '抽盘条数', english: 'Sample size', help: '在范围内随机抽取；空则全部' }),
  withEmpty: boolean({ label: '含零库存', initial: false }),
}
export type CountScope = Draft<typeof countScope>
