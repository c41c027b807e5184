import { text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 开具数电票: invoices that wait are handed to the tax bureau, and those under way are followed. */
export const issueDigitalInvoices = defineProcess({
  name: 'issueDigitalInvoices',
  label: '开具数电票',
  english: 'Issue digital invoices',
  parameters: {
    invoice: text({
      label: '数电票',
      english: 'Digital invoice',
      maxLength: 40,
      help: '单据编号；失败的再试一次。空为处理全部待开和开具中的',
    }),
  },
  schedule: { daily: '08:00' },
  help: '审核后自动交税务局开具；税务局没有应答的、待对方确认的，由本处理跟进，不会重复开票',
})
