import { integer } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 到期解除: what was passed on and not claimed back after its maturity is no longer answered for. */
export const closeMaturedBillsProcess = defineProcess({
  name: 'closeMaturedBills',
  label: '票据到期解除',
  english: 'End liabilities of matured bills',
  parameters: {
    days: integer({ label: '到期后天数', english: 'Days after maturity', help: '空为 10 天（提示付款期）' }),
  },
  schedule: { daily: '03:30' },
  help: '已背书、附追索贴现的票据到期满提示付款期，没有登记被追索的，自动做“到期解除”，或有负债和贴现借款随之结清；日后被追索可反审核后登记',
})

/** 票据到期提醒: bills that mature soon are told to who collects and pays them. */
export const remindBillsProcess = defineProcess({
  name: 'remindBills',
  label: '票据到期提醒',
  english: 'Remind of maturing bills',
  parameters: { days: integer({ label: '提前天数', english: 'Days ahead', help: '空为 7 天' }) },
  schedule: { daily: '08:05' },
  help: '应收票据提醒去托收，应付票据提醒备款，每张票据提醒一次',
})
