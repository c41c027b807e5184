import { defineEntity } from '../../../kernel/definition/define.ts'
import { boolean, date, longText, price, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item, unit } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { offerTerms } from '../rules/offer-terms.ts'

/** 供应商价格 (协议价): what a supplier agreed to sell at for a time, by item, unit and quantity break. */
export const supplierPrice = defineEntity({
  name: 'supplierPrice',
  label: '供应商价格',
  fields: {
    supplier: ref(party, { label: '供应商', required: true, facet: 'supplier', indexed: true }),
    validFrom: date({ label: '生效日期' }),
    validTo: date({ label: '失效日期' }),
    priceIncludesTax: boolean({ label: '单价含税', initial: true }),
    currency: text({ label: '币种', maxLength: 3, initial: 'CNY' }),
    remark: longText({ label: '备注' }),
  },
  tables: {
    prices: lineTable({
      label: '价格明细',
      atLeast: 1,
      fields: {
        item: ref(item, { label: '商品', required: true, indexed: true }),
        unit: ref(unit, { label: '单位', help: '空则基本单位' }),
        minimumQuantity: quantity({ label: '数量从', english: 'From quantity', help: '买到此数才有此价' }),
        price: price({ label: '单价', required: true, sensitive: true }),
        ...offerTerms,
        isPreferred: boolean({ label: '首选', english: 'Preferred', help: '下单时优先于更低的价' }),
      },
    }),
  },
  list: ['supplier', 'validFrom', 'validTo', 'priceIncludesTax'],
})
