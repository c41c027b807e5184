import { date, ref, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { voucherTemplate } from '../entities/voucher-template.ts'

/** 调用凭证模板: a draft voucher with the template's lines. */
export const applyVoucherTemplateProcess = defineProcess({
  name: 'applyVoucherTemplate',
  label: '调用凭证模板',
  english: 'Use a voucher template',
  parameters: {
    template: ref(voucherTemplate, { label: '凭证模板', required: true }),
    date: date({ label: '日期', required: true, initial: 'today' }),
  },
  help: '生成草稿凭证，补齐金额后审核',
})

/** 存为凭证模板: what was written once may be written again. */
export const saveVoucherTemplateProcess = defineProcess({
  name: 'saveVoucherTemplate',
  label: '存为凭证模板',
  english: 'Save as a template',
  parameters: {
    voucher: text({ label: '记账凭证单号', english: 'Voucher', required: true, help: '如 PZ-202601-0001' }),
    name: text({ label: '模板名称', english: 'Name', required: true, maxLength: 60 }),
  },
})

/** 生成周期凭证: every night, what is due of the templates that recur. */
export const recurringVouchersProcess = defineProcess({
  name: 'recurringVouchers',
  label: '生成周期凭证',
  english: 'Write recurring vouchers',
  parameters: {},
  schedule: { daily: '00:30' },
  help: '每天自动执行；到期的周期凭证按模板生成，错过的日期补齐',
})
