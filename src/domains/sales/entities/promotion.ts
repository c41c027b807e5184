import { defineEntity } from '../../../kernel/definition/define.ts'
import {
  boolean,
  choice,
  date,
  integer,
  money,
  percent,
  quantity,
  ref,
  text,
} from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { customerLevels, party } from '../../../ledgers/dimensions/party.ts'

/** 促销活动: money off, a discount, a gift or a bundle price, for a time, for some customers and goods. */
export const promotion = defineEntity({
  name: 'promotion',
  label: '促销活动',
  fields: {
    kind: choice({
      label: '种类',
      options: { reduction: '满减', discount: '折扣', gift: '赠品', bundle: '组合价' },
      required: true,
      initial: 'reduction',
    }),
    validFrom: date({ label: '开始日期' }),
    validTo: date({ label: '结束日期', help: '限时促销填起止日期' }),
    priority: integer({ label: '优先级', required: true, initial: '10', help: '数字小的先算' }),
    isExclusive: boolean({ label: '不与其他促销同享', english: 'Exclusive', initial: false }),
    customer: ref(party, { label: '客户', facet: 'customer' }),
    level: choice({ label: '客户等级', options: customerLevels }),
    region: text({ label: '地区' }),
    segment: text({ label: '客户分群', maxLength: 40, help: '只给这一群客户，如 重要挽留' }),
    fromAmount: money({ label: '满金额', english: 'From amount' }),
    fromQuantity: quantity({ label: '满数量', english: 'From quantity', help: '按基本单位' }),
    repeats: boolean({ label: '每满都算', english: 'Repeats', initial: false }),
    off: money({ label: '减金额', english: 'Money off' }),
    percentOff: percent({ label: '折扣%', english: 'Discount %', help: '10 即打九折' }),
    bundlePrice: money({ label: '组合价', english: 'Bundle price', help: '下列商品按列出的数量为一套' }),
  },
  tables: {
    scope: lineTable({
      label: '适用商品',
      fields: {
        item: ref(item, { label: '商品' }),
        category: ref(itemCategory, { label: '商品分类' }),
        quantity: quantity({ label: '每套数量', english: 'Quantity a set', help: '组合价用，按基本单位' }),
      },
    }),
    gifts: lineTable({
      label: '赠品',
      fields: {
        item: ref(item, { label: '商品', required: true }),
        quantity: quantity({ label: '数量', required: true, help: '按基本单位' }),
      },
    }),
  },
  list: ['kind', 'validFrom', 'validTo', 'priority', 'isExclusive'],
})
