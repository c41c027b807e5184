import { choice } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { rangeFields, viewFields } from './book-parameters.ts'
import { voucherColumn } from './detail-ledger.ts'

/** 现金流量指定: every flow of money with the item it counts under, by its account or by hand, and those without one. */
export const cashFlowItems = defineReport({
  name: 'cashFlowItems',
  label: '现金流量指定',
  english: 'Cash flow items',
  parameters: {
    ...rangeFields,
    which: choice({
      label: '显示',
      english: 'Show',
      options: { all: '全部', untagged: '未指定', hand: '手工指定' },
      initial: 'all',
    }),
    unbooked: viewFields.unbooked,
  },
  columns: [
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    voucherColumn,
    { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 220 },
    { name: 'code', label: '对方科目编码', english: 'Code', kind: 'text', width: 100 },
    { name: 'name', label: '对方科目', english: 'Against', kind: 'text', width: 200 },
    { name: 'received', label: '流入', english: 'In', kind: 'money', total: true },
    { name: 'paid', label: '流出', english: 'Out', kind: 'money', total: true },
    { name: 'item', label: '现金流量项目', english: 'Item', kind: 'text', width: 260 },
    { name: 'how', label: '指定方式', english: 'By', kind: 'text', width: 90 },
  ],
})

/** 现金流量T型账: what came in and went out against each account, with the item it counts under. */
export const cashFlowAccounts = defineReport({
  name: 'cashFlowAccounts',
  label: '现金流量T型账',
  english: 'Cash flow by account',
  parameters: { ...rangeFields, unbooked: viewFields.unbooked },
  columns: [
    { name: 'code', label: '对方科目编码', english: 'Code', kind: 'text', width: 110 },
    { name: 'name', label: '对方科目', english: 'Against', kind: 'text', width: 240 },
    { name: 'item', label: '现金流量项目', english: 'Item', kind: 'text', width: 280 },
    { name: 'received', label: '流入', english: 'In', kind: 'money', total: true },
    { name: 'paid', label: '流出', english: 'Out', kind: 'money', total: true },
  ],
})
