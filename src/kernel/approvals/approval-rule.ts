import { defineEntity } from '../definition/define.ts'
import { boolean, choice, integer, text } from '../definition/field.ts'
import { lineTable } from '../definition/record.ts'

/** How a fact is compared with what a rule says. */
export const approvalOperators = {
  gt: '大于',
  gte: '大于等于',
  lt: '小于',
  lte: '小于等于',
  eq: '等于',
  ne: '不等于',
} as const
export type ApprovalOperator = keyof typeof approvalOperators

/**
 * 审批规则: which documents need whose approval before they post. All conditions must hold, or any of them; without any it
 * always does.
 */
export const approvalRule = defineEntity({
  name: 'approvalRule',
  label: '审批规则',
  fields: {
    documentType: text({ label: '单据类型', required: true, indexed: true, maxLength: 60 }),
    step: integer({ label: '步骤', required: true, initial: '1', help: '数字小的先审；同一步骤的都要通过' }),
    approverRole: text({ label: '审批角色', maxLength: 60 }),
    approverUser: text({ label: '审批人', maxLength: 60, help: '与审批角色至少填一个' }),
    matching: choice({
      label: '条件关系',
      english: 'Conditions',
      options: { all: '全部满足（且）', any: '满足任一（或）' },
      initial: 'all',
    }),
    fourEyes: boolean({ label: '不得自审', english: 'Four eyes', initial: true, help: '制单人、提交人不能审批' }),
  },
  tables: {
    conditions: lineTable({
      label: '条件',
      fields: {
        fact: text({ label: '事实', required: true, maxLength: 60, help: '如 amount' }),
        operator: choice({ label: '比较', options: approvalOperators, required: true }),
        threshold: text({ label: '标准', required: true, maxLength: 100, help: '数值；是否类填“是”或“否”' }),
      },
    }),
  },
  list: ['documentType', 'step', 'approverRole', 'approverUser', 'matching', 'fourEyes'],
})
