import { choice, integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { department, project } from '../../../ledgers/dimensions/people.ts'
import { viewFields } from './book-parameters.ts'

const toLedger = {
  to: 'report',
  report: 'detailLedger',
  parameters: { account: 'account', department: 'department', project: 'project', from: 'from', to: 'to' },
} as const

const money = (name: string, label: string, english: string, group: string): ReportColumn => ({
  name,
  label,
  english,
  group,
  kind: 'money',
  total: true,
  ...(name.endsWith('Actual') ? { drill: toLedger } : {}),
})

/** 费用预算执行: what was planned, what was spent, what is left, by account, department and project. */
export const budgetExecution = defineReport({
  name: 'budgetExecution',
  label: '费用预算执行',
  english: 'Budget against actual',
  parameters: {
    year: integer({ label: '年度', english: 'Year', help: '空为本年' }),
    month: integer({ label: '月份', english: 'Month', help: '空为本月' }),
    department: ref(department, { label: '部门' }),
    project: ref(project, { label: '项目' }),
    account: ref(account, { label: '科目' }),
    over: choice({ label: '显示', english: 'Show', options: { all: '全部', over: '超预算' }, initial: 'all' }),
    unbooked: viewFields.unbooked,
  },
  columns: [
    { name: 'departmentName', label: '部门', english: 'Department', kind: 'text', width: 120 },
    { name: 'projectName', label: '项目', english: 'Project', kind: 'text', width: 120, seldom: true },
    { name: 'code', label: '科目编码', english: 'Code', kind: 'text', width: 100 },
    { name: 'name', label: '科目', english: 'Account', kind: 'text', width: 200 },
    money('monthBudget', '预算', 'Budget', '本月'),
    money('monthActual', '实际', 'Actual', '本月'),
    money('monthLeft', '差异', 'Left', '本月'),
    money('yearBudget', '预算', 'Budget', '本年累计'),
    money('yearActual', '实际', 'Actual', '本年累计'),
    {
      ...money('yearCommitted', '在途占用', 'Committed', '本年累计'),
      drill: {
        to: 'report',
        report: 'budgetCommitments',
        parameters: { account: 'account', department: 'department', project: 'project', year: 'year', month: 'month' },
      },
    },
    money('yearLeft', '可用', 'Left', '本年累计'),
    { name: 'percent', label: '执行率%', english: 'Used %', group: '本年累计', kind: 'percent' },
    money('wholeBudget', '全年预算', 'Budget of the year', '全年'),
  ],
  chart: { kind: 'bar', category: 'name', series: ['yearBudget', 'yearActual'] },
})
