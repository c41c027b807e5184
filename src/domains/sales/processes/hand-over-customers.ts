import { boolean, ref } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** 客户交接: what one salesperson looked after goes to another. */
export const handOverCustomers = defineProcess({
  name: 'handOverCustomers',
  label: '客户交接',
  english: 'Hand over customers',
  parameters: {
    from: ref(employee, { label: '原业务员', english: 'From', required: true }),
    to: ref(employee, { label: '接手业务员', english: 'To', required: true }),
    drafts: boolean({
      label: '连同未审核单据',
      english: 'With drafts',
      initial: true,
      help: '草稿报价单、订单、出库单的业务员一并更换；已审核的业绩仍归原业务员',
    }),
  },
  help: '把原业务员名下的客户转给接手业务员；每个客户的变更都记入变更记录',
})
