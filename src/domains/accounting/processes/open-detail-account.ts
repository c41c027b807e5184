import { ref, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'

/** 增设明细科目: the first account below one that is in use; its balance and what refers to it move down. */
export const openDetailAccountProcess = defineProcess({
  name: 'openDetailAccount',
  label: '增设明细科目',
  english: 'Open a detail account',
  parameters: {
    account: ref(account, { label: '已使用的科目', english: 'Account in use', required: true }),
    code: text({ label: '明细科目编码', english: 'Code', required: true, maxLength: 20 }),
    name: text({ label: '明细科目名称', english: 'Name', required: true, maxLength: 60 }),
  },
  help: '已有发生额的科目下设第一个明细时，余额转入该明细，科目映射和费用项目等一并改指明细；过去的凭证不变，记入日志',
})
