import { defineCall } from '../definition/call.ts'
import { text } from '../definition/field.ts'

/** 表单设计资料: what a form is designed from: the product's fields, the roles, what may be referred to, the next number. */
export const formParts = defineCall({
  name: 'formParts',
  label: '表单设计资料',
  english: 'Parts of a form',
  right: 'ownForm.read',
  asks: true,
  parameters: {
    type: text({ label: '单据类型', english: 'Type', required: true }),
    numbering: text({ label: '编号规则', english: 'Numbering', help: '预览此规则的编号' }),
  },
})
