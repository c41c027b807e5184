import { integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { department, project } from '../../../ledgers/dimensions/people.ts'

/** 预算在途占用: documents that hold a budget and are not in the books yet. */
export const budgetCommitments = defineReport({
  name: 'budgetCommitments',
  label: '预算在途占用',
  english: 'Budget commitments',
  parameters: {
    year: integer({ label: '年度', english: 'Year', help: '空为本年' }),
    month: integer({ label: '至月份', english: 'Up to month', help: '空为本月' }),
    account: ref(account, { label: '科目' }),
    department: ref(department, { label: '部门' }),
    project: ref(project, { label: '项目' }),
  },
  columns: [
    {
      name: 'number',
      label: '单据编号',
      english: 'Document',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'type', id: 'id' },
    },
    { name: 'typeLabel', label: '单据', english: 'Kind', kind: 'text', width: 100 },
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'accountName', label: '科目', english: 'Account', kind: 'text', width: 220 },
    { name: 'departmentName', label: '部门', english: 'Department', kind: 'text', width: 120 },
    { name: 'projectName', label: '项目', english: 'Project', kind: 'text', width: 120 },
    { name: 'amount', label: '占用金额', english: 'Held', kind: 'money', total: true },
  ],
})
