import { defineEntity } from '../../../kernel/definition/define.ts'
import { choice, date, money, percent, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** By what a salesperson's performance counts. */
export const commissionBases = { order: '订单', shipment: '出库', invoice: '开票', cash: '回款' } as const

/** 提成方案: what a salesperson earns of what is ordered, shipped, invoiced or paid, in steps. */
export const commissionPlan = defineEntity({
  name: 'commissionPlan',
  label: '提成方案',
  fields: {
    basis: choice({ label: '计提依据', options: commissionBases, required: true, initial: 'cash' }),
    salesperson: ref(employee, { label: '业务员', help: '空为全部业务员' }),
    validFrom: date({ label: '生效日期' }),
    validTo: date({ label: '失效日期' }),
  },
  tables: {
    steps: lineTable({
      label: '阶梯',
      atLeast: 1,
      fields: {
        fromAmount: money({ label: '金额超过', english: 'Above', help: '空为 0' }),
        rate: percent({ label: '提成%', english: 'Rate %', required: true }),
      },
    }),
  },
  list: ['basis', 'salesperson', 'validFrom', 'validTo'],
})
