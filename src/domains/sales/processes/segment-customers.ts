import { integer } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 更新客户分群: writes the RFM segment of each customer into the customer, for lists and promotions to go by. */
export const segmentCustomers = defineProcess({
  name: 'segmentCustomers',
  label: '更新客户分群',
  english: 'Update customer segments',
  parameters: { months: integer({ label: '考察月数', help: '默认 12 个月' }) },
  help: '按 RFM 把客户分为八群，写入客户的“客户分群”；客户列表可按它筛选，促销活动可只给某一群',
})
