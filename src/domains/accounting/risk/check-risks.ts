import { defineCall } from '../../../kernel/definition/call.ts'
import { boolean, choice, date, longText, ref, text } from '../../../kernel/definition/field.ts'
import { defineProcess, defineReport } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { riskLabels } from './risk-kinds.ts'

/** 风控检查: every night, and when asked, the rules look through the books. */
export const checkRisksProcess = defineProcess({
  name: 'checkRisks',
  label: '风控检查',
  english: 'Check for risks',
  parameters: {},
  schedule: { daily: '04:30' },
  help: '按“风控规则”检查全部账簿；已说明并忽略的不再提出，已改正的自动消失',
})

/** 风控发现: what the rules found, with the reason and the way to it. */
export const riskFindings = defineReport({
  name: 'riskFindings',
  label: '风控发现',
  english: 'Risk findings',
  parameters: {
    kind: choice({ label: '检查', english: 'Check', options: riskLabels }),
    show: choice({
      label: '显示',
      english: 'Show',
      options: { open: '待处理', dismissed: '已忽略', all: '全部' },
      initial: 'open',
    }),
  },
  columns: [
    { name: 'kindLabel', label: '检查', english: 'Check', kind: 'text', width: 140 },
    {
      name: 'number',
      label: '单据',
      english: 'Document',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'amount', label: '金额', english: 'Amount', kind: 'money' },
    { name: 'reason', label: '原因', english: 'Reason', kind: 'text', width: 420 },
    { name: 'foundOn', label: '发现日期', english: 'Found on', kind: 'date', width: 100 },
    { name: 'dismissedBy', label: '处理人', english: 'Dismissed by', kind: 'text', width: 90 },
    { name: 'note', label: '说明', english: 'Note', kind: 'text', width: 220 },
  ],
})

/** 首位数字分析 (Benford): amounts that were made up betray themselves by their first digits. */
export const benfordAnalysis = defineReport({
  name: 'benfordAnalysis',
  label: '首位数字分析',
  english: 'First digits (Benford)',
  parameters: {
    account: ref(account, { label: '科目', help: '空为全部费用科目' }),
    from: date({ label: '从', english: 'From' }),
    to: date({ label: '到', english: 'To' }),
  },
  columns: [
    { name: 'digit', label: '首位', english: 'Digit', kind: 'text', width: 70 },
    { name: 'count', label: '笔数', english: 'Entries', kind: 'integer', total: true },
    { name: 'share', label: '实际%', english: 'Found %', kind: 'percent' },
    { name: 'expected', label: '自然分布%', english: 'Natural %', kind: 'percent' },
    { name: 'difference', label: '差异', english: 'Difference', kind: 'percent' },
  ],
  chart: { kind: 'bar', category: 'digit', series: ['share', 'expected'] },
})

/** 忽略风控发现: someone looked at it and says why it may be; or takes that back. */
export const dismissRisk = defineCall({
  name: 'dismissRisk',
  label: '忽略风控发现',
  english: 'Dismiss a finding',
  right: 'process.checkRisks',
  parameters: {
    key: text({ label: '发现', english: 'Finding', required: true }),
    note: longText({ label: '说明', english: 'Why it may be' }),
    again: boolean({ label: '重新提出', english: 'Open again' }),
  },
})
