import { zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, longText, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** 销售线索: someone who may want to buy, before anything is offered. Confirmed, it is a customer of ours. */
export const lead = defineDocument({
  name: 'lead',
  label: '销售线索',
  english: 'Lead',
  numbering: 'XSXS-{yyyyMM}-{seq:4}',
  header: {
    company: text({ label: '公司名称', english: 'Company', required: true, searched: true }),
    contact: text({ label: '联系人', searched: true }),
    phone: text({ label: '电话', searched: true, maxLength: 40, personal: 'phone' }),
    address: longText({ label: '地址' }),
    region: text({ label: '地区' }),
    origin: choice({
      label: '来源',
      english: 'Source',
      options: {
        visit: '拜访',
        referral: '转介绍',
        exhibition: '展会',
        website: '官网',
        platform: '平台',
        phone: '来电',
        other: '其他',
      },
    }),
    salesperson: ref(employee, { label: '业务员' }),
    customer: ref(party, { label: '客户', facet: 'customer', help: '空则审核时建立新客户' }),
    need: longText({ label: '需求' }),
  },
  tables: {
    lines: lineTable({
      label: '意向商品',
      atLeast: 1,
      fields: {
        item: ref(item, { label: '商品' }),
        interest: text({ label: '意向说明' }),
        quantity: quantity({ label: '数量', required: true }),
        baseQuantity: quantity({ label: '基本数量', english: 'Base quantity', computed: true, hidden: true }),
      },
      derive: (line) => ({ baseQuantity: line.quantity ?? zero }),
    }),
  },
  list: ['company', 'contact', 'phone', 'origin', 'salesperson'],
})
