import { defineCall } from '../../../kernel/definition/call.ts'
import { json, ref, text } from '../../../kernel/definition/field.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

const fileFields = {
  file: text({ label: '文件', required: true, help: '先上传（POST /api/files），填写返回的 id' }),
  cashAccount: ref(cashAccount, { label: '资金账户', help: '空则按文件里的账号识别' }),
  mapping: json({
    label: '各列含义',
    english: 'Columns',
    help: '{"记账日期": "date", "借方": "paid"}；用途：date time amount received paid direction balance counterparty counterpartyAccount memo reference currency fee',
  }),
} as const

/** 预览银行流水: what a file of a bank or wallet would bring in; nothing is kept. */
export const previewStatement = defineCall({
  name: 'previewStatement',
  label: '预览银行流水',
  english: 'Preview a bank file',
  right: 'bankStatement.create',
  parameters: fileFields,
})

/** 导入银行流水: brings a file in; what came before is not brought in again. */
export const importStatement = defineCall({
  name: 'importStatement',
  label: '导入银行流水',
  english: 'Import a bank file',
  right: 'bankStatement.create',
  parameters: fileFields,
})
