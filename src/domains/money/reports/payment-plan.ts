import { boolean, choice, date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

export const planSides = { receivable: '收款', payable: '付款' } as const

/** 收付款计划: money to come and to go, by the day it is due: instalments of orders, open items, goods not invoiced yet. */
export const paymentPlan = defineReport({
  name: 'paymentPlan',
  label: '收付款计划',
  parameters: {
    side: choice({ label: '方向', english: 'Side', options: planSides, initial: 'payable' }),
    party: ref(party, { label: '往来单位' }),
    from: date({ label: '到期日从', english: 'Due from' }),
    to: date({ label: '到', english: 'Due to' }),
    overdue: boolean({ label: '仅逾期', english: 'Overdue only', initial: false }),
    withPaid: boolean({ label: '含已付清', english: 'With what is paid', initial: false }),
  },
  columns: [
    { name: 'dueOn', label: '到期日', english: 'Due on', kind: 'date', width: 100 },
    { name: 'state', label: '状态', english: 'State', kind: 'text', width: 80 },
    { name: 'overdueDays', label: '逾期天数', english: 'Days overdue', kind: 'integer', width: 80 },
    { name: 'partyName', label: '往来单位', english: 'Party', kind: 'text', width: 200 },
    { name: 'what', label: '款项', english: 'What', kind: 'text', width: 110 },
    {
      name: 'number',
      label: '单据编号',
      english: 'Document',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'amount', label: '金额', english: 'Amount', kind: 'money', total: true },
    { name: 'paid', label: '已收付', english: 'Paid', kind: 'money', total: true },
    { name: 'open', label: '未收付', english: 'Open', kind: 'money', total: true },
  ],
})
