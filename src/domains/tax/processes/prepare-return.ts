import { defineCall } from '../../../kernel/definition/call.ts'
import { boolean, choice, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { returnKinds } from '../returns/return-kinds.ts'

/** 生成申报表: a return is filled from the books and the working papers, with its rules. */
export const prepareTaxReturn = defineProcess({
  name: 'prepareTaxReturn',
  label: '生成申报表',
  english: 'Prepare a tax return',
  parameters: {
    kind: choice({ label: '申报种类', english: 'Kind', options: returnKinds, required: true }),
    period: text({
      label: '税款所属期',
      english: 'Tax period',
      required: true,
      maxLength: 7,
      help: '如 2026-01；季报填季末月',
    }),
    isCorrection: boolean({ label: '更正申报', english: 'Correction', help: '该所属期已申报、现在要改时勾选' }),
  },
  help: '按账上现在的数填申报表各栏并校验；已有草稿的刷新草稿。生成后复核、审核，再申报',
})

/** 申报: a return that was checked is filed; the other side validates it and gives a receipt. */
export const fileTaxReturn = defineCall({
  name: 'fileTaxReturn',
  label: '申报',
  english: 'File',
  right: 'taxReturn.post',
  parameters: { number: text({ label: '申报表', english: 'Return', required: true, maxLength: 40, help: '单据编号' }) },
})
