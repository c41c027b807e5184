import { defineEntity } from '../definition/define.ts'
import { boolean, choice, json, text } from '../definition/field.ts'
import { templateKinds } from './template/layout.ts'

/**
 * 打印模板: how a type of record stands on paper, laid out by the company: a document, a label, a receipt. One that is a default is
 * taken where nothing else is asked for: of everyone, of a role, or for what a document is about (a customer, a supplier).
 */
export const printTemplate = defineEntity({
  name: 'printTemplate',
  label: '打印模板',
  internal: true,
  fields: {
    recordType: text({ label: '打印对象', english: 'Record type', required: true, indexed: true, maxLength: 60 }),
    kind: choice({ label: '模板类型', english: 'Kind', options: templateKinds, initial: 'document', required: true }),
    layout: json({ label: '版式', english: 'Layout' }),
    isDefault: boolean({ label: '默认模板', english: 'Default', initial: false }),
    role: text({ label: '适用角色', english: 'For the role', maxLength: 60, help: '空为所有角色' }),
    forRecord: text({
      label: '适用对象',
      english: 'For the record',
      maxLength: 36,
      help: '客户、供应商等的 id：单据上是它时用此模板',
    }),
    forName: text({ label: '适用对象名称', english: 'Its name' }),
  },
})
