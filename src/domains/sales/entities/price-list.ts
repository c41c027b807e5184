import { defineEntity } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, longText, price, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item, unit } from '../../../ledgers/dimensions/item.ts'
import { customerLevels, party } from '../../../ledgers/dimensions/party.ts'

/** What a price list is for; the order in which they are tried is the company's setting. */
export const priceListKinds = {
  customer: '客户专价',
  level: '等级价',
  promotion: '促销价',
  wholesale: '批发价',
} as const

/** 价格表: what goods cost a customer, a level or a region, from a quantity on, for a time. */
export const priceList = defineEntity({
  name: 'priceList',
  label: '价格表',
  fields: {
    kind: choice({ label: '种类', options: priceListKinds, required: true, initial: 'wholesale' }),
    customer: ref(party, { label: '客户', facet: 'customer', indexed: true, help: '客户专价必填' }),
    level: choice({ label: '客户等级', options: customerLevels, help: '等级价必填' }),
    region: text({ label: '地区', help: '空为全部地区' }),
    currency: text({ label: '币种', maxLength: 3, help: '空为本位币' }),
    validFrom: date({ label: '生效日期' }),
    validTo: date({ label: '失效日期' }),
    includesTax: boolean({ label: '含税价', initial: true }),
    contractNumber: text({ label: '合同号', maxLength: 60 }),
    remark: longText({ label: '备注' }),
  },
  tables: {
    lines: lineTable({
      label: '商品价格',
      fields: {
        item: ref(item, { label: '商品', required: true, indexed: true }),
        unit: ref(unit, { label: '单位', help: '空为基本单位' }),
        fromQuantity: quantity({ label: '起订量', english: 'From quantity', help: '满此数量才用这个价，按本行单位' }),
        price: price({ label: '单价', required: true }),
      },
    }),
  },
  list: ['kind', 'customer', 'level', 'region', 'validFrom', 'validTo'],
})
