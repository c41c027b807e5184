import { choice, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'

/** 发票匹配: suppliers' invoices that came are matched to what was ordered and received; what differs waits for a person. */
export const matchInvoicesProcess = defineProcess({
  name: 'matchInvoices',
  label: '发票三单匹配',
  english: 'Match invoices',
  parameters: {},
  help: '待匹配和有差异的来票逐张与订单、入库核对：全部相符的生成采购发票，其余列入发票差异',
})

/** What a person may decide of an invoice that differs. */
export const matchActions = {
  accept: '接受价差',
  allowance: '接受并要求折让',
  dispute: '提出争议',
  return: '退回多收的货',
  rematch: '重新匹配',
  dismiss: '不再处理',
} as const

/** 发票差异处理: what a person decides of an invoice that differs. */
export const resolveInvoiceProcess = defineProcess({
  name: 'resolveInvoice',
  label: '发票差异处理',
  english: 'Resolve an invoice',
  parameters: {
    invoice: text({
      label: '来票',
      english: 'Invoice that came',
      required: true,
      maxLength: 40,
      help: '来票的单据编号',
    }),
    action: choice({ label: '处理', english: 'Action', options: matchActions, required: true }),
    note: text({ label: '说明', english: 'Note' }),
  },
})
