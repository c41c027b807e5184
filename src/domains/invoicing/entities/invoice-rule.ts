import { defineEntity } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { item } from '../../../ledgers/dimensions/item.ts'

/** 来票归类规则: what the lines of invoices that came are for us: by seller, by 税收分类编码, by a word in the name. */
export const invoiceRule = defineEntity({
  name: 'invoiceRule',
  label: '来票归类规则',
  english: 'Invoice rule',
  fields: {
    sellerTaxNumber: text({ label: '销方税号', english: 'Seller tax number', maxLength: 20, help: '空为所有销方' }),
    taxCode: text({
      label: '税收分类编码',
      english: 'Tax class code',
      maxLength: 19,
      help: '填前几位即可，位数多的优先；空为不限',
    }),
    keyword: text({ label: '名称含', english: 'Word in the name', maxLength: 60, help: '如 餐饮服务、物流；空为不限' }),
    item: ref(item, { label: '归为商品', english: 'Is our item', required: true, help: '费用归为服务类商品' }),
  },
  list: ['sellerTaxNumber', 'taxCode', 'keyword', 'item'],
})
