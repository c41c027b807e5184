import { defineEntity } from '../../kernel/definition/define.ts'
import { boolean, date, longText, ref, text } from '../../kernel/definition/field.ts'

/** 部门: who an expense or a sale belongs to. */
export const department = defineEntity({ name: 'department', label: '部门', tree: true, scope: 'unit', fields: {} })

/** 职员: salespeople, buyers, keepers; documents name who handled them. */
export const employee = defineEntity({
  name: 'employee',
  label: '职员',
  scope: 'person',
  fields: {
    department: ref(department, { label: '部门' }),
    position: text({ label: '职务' }),
    phone: text({ label: '电话', searched: true }),
    joinedOn: date({ label: '入职日期' }),
  },
})

/** 项目: a dimension of cost and revenue beside the department. */
export const project = defineEntity({
  name: 'project',
  label: '项目',
  tree: true,
  fields: {
    startsOn: date({ label: '开始日期' }),
    endsOn: date({ label: '结束日期' }),
    remark: longText({ label: '备注' }),
    finished: boolean({ label: '已完工' }),
  },
})
