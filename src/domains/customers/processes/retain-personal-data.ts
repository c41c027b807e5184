import { integer } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 个人信息到期清理: what is kept of people without need goes after so many months; books, documents and the trail stay. */
export const retainPersonalDataProcess = defineProcess({
  name: 'retainPersonalData',
  label: '个人信息到期清理',
  english: 'Let go of personal data',
  parameters: {
    months: integer({ label: '保存月数', english: 'Months kept', help: '空则按公司设置，再空为 36 个月' }),
  },
  schedule: { daily: '03:40' },
  help: '清除到期的已作废、已关闭线索里的联系人、电话和地址，删除到期的消息发送记录和推送记录',
})
