import { text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 丢单: an offer that the customer did not take, and why. */
export const loseQuotation = defineProcess({
  name: 'loseQuotation',
  label: '报价丢单',
  english: 'Lose a quotation',
  parameters: {
    quotation: text({ label: '报价单号', required: true, maxLength: 60 }),
    reason: text({ label: '丢单原因', required: true }),
  },
  help: '记下原因并关闭报价单；成交由下推的订单审核时自动记录',
})
