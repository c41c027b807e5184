import { boolean, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'

const document: ReportColumn = {
  name: 'number',
  label: '单据编号',
  english: 'Document',
  kind: 'text',
  width: 150,
  drill: { to: 'document', type: 'documentType', id: 'documentId' },
}
const who: readonly ReportColumn[] = [
  { name: 'employeeName', label: '员工', english: 'Employee', kind: 'text', width: 100 },
  { name: 'departmentName', label: '部门', english: 'Department', kind: 'text', width: 120 },
]

/** 待付款: advances and claims that are approved and wait for the cashier. */
export const claimsToPay = defineReport({
  name: 'claimsToPay',
  label: '员工待付款',
  english: 'Employees to be paid',
  parameters: { employee: ref(employee, { label: '员工' }) },
  columns: [
    ...who,
    { name: 'kind', label: '类型', english: 'Kind', kind: 'text', width: 70 },
    document,
    { name: 'date', label: '单据日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'waitingDays', label: '已等天数', english: 'Days waited', kind: 'integer', width: 80 },
    { name: 'purpose', label: '事由', english: 'Purpose', kind: 'text', width: 200 },
    {
      name: 'bankAccount',
      label: '收款账号',
      english: 'Bank account',
      kind: 'text',
      width: 200,
      sensitive: true,
      personal: 'account',
    },
    { name: 'amount', label: '应付金额', english: 'Amount', kind: 'money', total: true },
  ],
})

export const advanceAges = [
  { name: 'to30', label: '30天内', upTo: 30 },
  { name: 'to60', label: '31–60天', upTo: 60 },
  { name: 'to90', label: '61–90天', upTo: 90 },
  { name: 'to180', label: '91–180天', upTo: 180 },
  { name: 'over180', label: '180天以上', upTo: Number.MAX_SAFE_INTEGER },
] as const

/** 借款账龄: what employees have not accounted for of their advances, by how long it is out. */
export const advanceAging = defineReport({
  name: 'advanceAging',
  label: '员工借款账龄',
  english: 'Aged advances',
  parameters: {
    employee: ref(employee, { label: '员工' }),
    department: ref(department, { label: '部门' }),
    overdue: boolean({ label: '仅逾期', english: 'Overdue only', initial: false }),
  },
  columns: [
    ...who,
    document,
    { name: 'date', label: '付款日期', english: 'Paid on', kind: 'date', width: 100 },
    { name: 'dueOn', label: '应还日', english: 'Due on', kind: 'date', width: 100 },
    { name: 'days', label: '已借天数', english: 'Days out', kind: 'integer', width: 80 },
    { name: 'overdueDays', label: '逾期天数', english: 'Days overdue', kind: 'integer', width: 80 },
    { name: 'amount', label: '借款金额', english: 'Advanced', kind: 'money', total: true },
    { name: 'open', label: '未还金额', english: 'Open', kind: 'money', total: true },
    ...advanceAges.map((age): ReportColumn => ({
      name: age.name,
      label: age.label,
      group: '账龄',
      kind: 'money',
      total: true,
    })),
  ],
  chart: { kind: 'stack', category: 'employeeName', series: advanceAges.map((age) => age.name) },
})
