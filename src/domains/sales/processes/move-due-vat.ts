import { date } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 待转销项转出: VAT whose day has come, by contract or by money received, is moved on that day. */
export const moveDueVatProcess = defineProcess({
  name: 'moveDueVat',
  label: '待转销项转出',
  english: 'Move VAT fallen due',
  parameters: { through: date({ label: '截至日期', english: 'Through', help: '空为今天' }) },
  schedule: { daily: '02:00' },
  help: '已到合同付款日或已收款的出库，其待转销项税额转入销项税额；委托代销满 180 天未结算的，计销项税额；可重复执行',
})
