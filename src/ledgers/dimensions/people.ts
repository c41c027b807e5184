import { defineEntity } from '../../kernel/definition/define.ts'
import { boolean, date, longText, ref, text } from '../../kernel/definition/field.ts'
import { branch } from './branch.ts'

/** Departments come before the people in them; their head is one of these. */
const head = ref(
  { name: 'employee', label: '职员' },
  { label: '负责人', english: 'Head', help: '审批流程可以找部门负责人' },
)

/** 部门: who an expense or a sale belongs to. */
export const department = defineEntity({
  name: 'department',
  label: '部门',
  tree: true,
  scope: 'unit',
  fields: { head },
})

/** 职员: salespeople, buyers, keepers; documents name who handled them. */
export const employee = defineEntity({
  name: 'employee',
  label: '职员',
  scope: 'person',
  fields: {
    department: ref(department, { label: '部门' }),
    branch: ref(branch, { label: '分支机构', help: '本人制的单据默认属于这个分支机构' }),
    position: text({ label: '职务' }),
    level: text({ label: '职级', english: 'Grade', maxLength: 40, help: '差旅标准按职级，如 经理、员工' }),
    phone: text({ label: '电话', searched: true, personal: 'phone' }),
    bankAccount: text({
      label: '开户行及账号',
      english: 'Bank account',
      sensitive: true,
      personal: 'account',
      help: '报销款、借款付到这里',
    }),
    username: text({
      label: '登录账号',
      english: 'Signs in as',
      maxLength: 60,
      indexed: true,
      help: '本人登录后在“我的报销”里填报自己的费用',
    }),
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
