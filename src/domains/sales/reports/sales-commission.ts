import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { reportDays } from '../../../ledgers/report-days.ts'
import { commissionBases } from '../entities/commission-plan.ts'

/** 业绩与提成: what each salesperson sold, by order, shipment, invoice or cash received, and what they earn by it. */
export const salesCommission = defineReport({
  name: 'salesCommission',
  label: '业绩提成表',
  english: 'Performance and commission',
  parameters: {
    basis: choice({ label: '业绩依据', english: 'Rank by', options: commissionBases, initial: 'cash' }),
    ...reportDays,
    salesperson: ref(employee, { label: '业务员' }),
  },
  columns: [
    { name: 'rank', label: '名次', english: 'Rank', kind: 'integer', width: 60 },
    { name: 'salesperson', label: '业务员', english: 'Salesperson', kind: 'text', width: 140 },
    { name: 'order', label: '订单金额', english: 'Ordered', kind: 'money', total: true },
    { name: 'shipment', label: '出库金额', english: 'Shipped', kind: 'money', total: true },
    { name: 'invoice', label: '开票金额', english: 'Invoiced', kind: 'money', total: true },
    { name: 'cash', label: '回款金额', english: 'Received', kind: 'money', total: true },
    { name: 'collected', label: '回款率%', english: 'Received %', kind: 'percent' },
    { name: 'plan', label: '提成方案', english: 'Plan', kind: 'text', width: 140 },
    { name: 'commission', label: '提成', english: 'Commission', kind: 'money', total: true },
  ],
  chart: { kind: 'bar', category: 'salesperson', series: ['shipment', 'cash'] },
  help: '金额含税；回款为核销到该业务员出库单、发票应收的收款，不含未核销的预收。',
})
