import { defineEntity } from '../../kernel/definition/define.ts'
import { text } from '../../kernel/definition/field.ts'

/**
 * 分支机构: a shop or a branch office of the company, in the same books. Every document names the one it is of; what names none is of
 * the head office (总部). Its warehouses, cash accounts and people name it themselves.
 */
export const branch = defineEntity({
  name: 'branch',
  label: '分支机构',
  tree: true,
  scope: 'chosen',
  everyDocument: true,
  fields: {
    address: text({ label: '地址' }),
    phone: text({ label: '电话' }),
    sellerTitle: text({
      label: '开票抬头',
      english: 'Invoicing title',
      help: '以分支机构名义开票时的销售方名称，空则用公司名称',
    }),
    sellerTaxNumber: text({ label: '开票税号', english: 'Invoicing tax number', maxLength: 20 }),
  },
  list: ['address', 'phone', 'sellerTitle'],
})
