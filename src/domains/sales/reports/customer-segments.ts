import { choice, integer } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { segments } from '../rules/rfm.ts'

/** 客户分群 RFM: who bought lately, often and much, and whom that makes them. */
export const customerSegments = defineReport({
  name: 'customerSegments',
  label: '客户分群（RFM）',
  english: 'Customer segments (RFM)',
  parameters: {
    months: integer({ label: '考察月数', help: '默认 12 个月' }),
    segment: choice({ label: '分群', english: 'Segment', options: segments, help: '空为全部' }),
  },
  columns: [
    { name: 'customer', label: '客户', english: 'Customer', kind: 'text', width: 230 },
    { name: 'segment', label: '分群', english: 'Segment', kind: 'text', width: 100 },
    { name: 'last', label: '最近购买', english: 'Last bought', kind: 'date', width: 110 },
    { name: 'times', label: '次数', english: 'Times', kind: 'integer' },
    { name: 'amount', label: '金额', english: 'Amount', kind: 'money', total: true },
    { name: 'recency', label: 'R', english: 'R', kind: 'integer', width: 50 },
    { name: 'frequency', label: 'F', english: 'F', kind: 'integer', width: 50 },
    { name: 'monetary', label: 'M', english: 'M', kind: 'integer', width: 50 },
    { name: 'contact', label: '联系人', english: 'Contact', kind: 'text', width: 90 },
    { name: 'phone', label: '电话', english: 'Phone', kind: 'text', width: 130, personal: 'phone' },
  ],
  help: 'R 最近一次购买、F 购买次数、M 购买金额，各按全部客户五等分；可导出名单，或用“更新客户分群”写入客户后作为促销活动的对象。',
})
