import { choice, date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

const sum = (name: string, label: string, english: string): ReportColumn => ({
  name,
  label,
  english,
  kind: 'money',
  total: true,
})

/** 票据登记簿 (备查簿): every bill received or issued, what became of it, and what we still answer for. */
export const billRegister = defineReport({
  name: 'billRegister',
  label: '票据登记簿',
  english: 'Register of bills',
  parameters: {
    side: choice({
      label: '票据',
      english: 'Bills',
      options: { received: '应收票据', issued: '应付票据' },
      help: '空为全部',
    }),
    show: choice({
      label: '显示',
      english: 'Show',
      options: { open: '在手、未付', contingent: '有或有负债', all: '全部' },
      initial: 'open',
    }),
    party: ref(party, { label: '往来单位' }),
    from: date({ label: '到期日从', english: 'Matures from' }),
    to: date({ label: '到', english: 'To' }),
  },
  columns: [
    {
      name: 'billNumber',
      label: '票据号码',
      english: 'Bill',
      kind: 'text',
      width: 170,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'kind', label: '种类', english: 'Kind', kind: 'text', width: 120 },
    { name: 'state', label: '状态', english: 'State', kind: 'text', width: 100 },
    { name: 'maturesOn', label: '到期日', english: 'Matures on', kind: 'date', width: 100 },
    { name: 'daysLeft', label: '距到期', english: 'Days left', kind: 'integer', width: 70 },
    { name: 'partyName', label: '往来单位', english: 'Party', kind: 'text', width: 170 },
    { name: 'acceptor', label: '承兑人', english: 'Acceptor', kind: 'text', width: 130 },
    { name: 'drawer', label: '出票人', english: 'Drawer', kind: 'text', width: 130, seldom: true },
    sum('amount', '票面金额', 'Face amount'),
    sum('open', '在手、未付', 'Open'),
    sum('endorsed', '已背书', 'Endorsed'),
    sum('discounted', '已贴现', 'Discounted'),
    sum('collected', '已收、已付', 'Paid'),
    sum('refused', '拒付、未付', 'Unpaid'),
    sum('contingent', '或有负债', 'Contingent'),
    { name: 'subRange', label: '子票区间', english: 'Sub-bills', kind: 'text', width: 130, seldom: true },
    { name: 'issuedOn', label: '出票日', english: 'Issued on', kind: 'date', width: 100, seldom: true },
  ],
})

/** 票据到期表: what matures when: money in, money out, and what we answer for. */
export const billsDue = defineReport({
  name: 'billsDue',
  label: '票据到期表',
  english: 'Bills by maturity',
  parameters: {
    from: date({ label: '到期日从', english: 'Matures from', help: '空为所有未结清的' }),
    to: date({ label: '到', english: 'To' }),
  },
  columns: [
    {
      name: 'maturesOn',
      label: '到期日',
      english: 'Matures on',
      kind: 'date',
      width: 110,
      drill: { to: 'report', report: 'billRegister', parameters: { from: 'maturesOn', to: 'maturesOn', show: 'show' } },
    },
    { name: 'weekday', label: '星期', english: 'Weekday', kind: 'text', width: 70 },
    { name: 'daysLeft', label: '距到期', english: 'Days left', kind: 'integer', width: 80 },
    { name: 'bills', label: '张数', english: 'Bills', kind: 'integer', total: true, width: 70 },
    sum('receivable', '应收票据到期', 'Received'),
    sum('payable', '应付票据到期', 'Issued'),
    sum('contingent', '或有负债', 'Contingent'),
  ],
  chart: { kind: 'bar', category: 'maturesOn', series: ['receivable', 'payable', 'contingent'] },
})
