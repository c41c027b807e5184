import { defineEntity } from '../../../kernel/definition/define.ts'
import { json, text } from '../../../kernel/definition/field.ts'

/** 流水格式: how a bank's table is read that the product does not know: said once, and known again by its heading. */
export const statementFormat = defineEntity({
  name: 'statementFormat',
  label: '流水格式',
  fields: {
    fingerprint: text({
      label: '表头',
      english: 'Heading',
      required: true,
      maxLength: 400,
      help: '按表头识别，与列的顺序无关',
    }),
    mapping: json({ label: '各列含义', english: 'Columns', required: true, hidden: true }),
  },
  list: ['fingerprint'],
})
