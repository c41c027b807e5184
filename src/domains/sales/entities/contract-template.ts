import { defineEntity } from '../../../kernel/definition/define.ts'
import { longText } from '../../../kernel/definition/field.ts'

/** 合同模板: the text of a contract, with words in brackets for what each contract fills in. */
export const contractTemplate = defineEntity({
  name: 'contractTemplate',
  label: '合同模板',
  fields: {
    body: longText({
      label: '正文',
      required: true,
      help: '可用：{客户} {合同号} {签订日期} {交货日期} {交货地址} {付款方式} {金额} {大写} {明细}',
    }),
  },
  list: [],
})
