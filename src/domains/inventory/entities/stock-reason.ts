import { defineEntity } from '../../../kernel/definition/define.ts'
import { choice } from '../../../kernel/definition/field.ts'

/** What goods that come or go without trade may stand against. */
export const reasonRoles = {
  nonOperatingIncome: '营业外收入',
  nonOperatingExpense: '营业外支出',
  adminExpense: '管理费用',
  salesExpense: '销售费用',
  promotionCost: '促销费用',
  otherRevenue: '其他业务收入',
  otherCost: '其他业务成本',
  costOfSales: '主营业务成本',
  pendingPropertyGainLoss: '待处理财产损溢',
  otherReceivable: '其他应收款',
  otherPayable: '其他应付款',
  paidInCapital: '实收资本',
  wagesPayable: '应付职工薪酬',
} as const

/** What VAT makes of goods that are used up or lost (rules 4 and 19). */
export const reasonTaxes = { none: '不处理', transferOut: '进项税额转出', deemedSale: '视同销售' } as const

/** 出入库原因: why goods come or go without being bought or sold, and which account that stands against. */
export const stockReason = defineEntity({
  name: 'stockReason',
  label: '出入库原因',
  fields: {
    direction: choice({
      label: '方向',
      options: { in: '入库', out: '出库', both: '出入库' },
      initial: 'both',
      required: true,
    }),
    role: choice({ label: '对方科目用途', english: 'Stands against', options: reasonRoles, required: true }),
    tax: choice({
      label: '增值税',
      english: 'VAT',
      options: reasonTaxes,
      initial: 'none',
      help: '外购商品用于集体福利、因管理不善损失：进项税额转出；自产商品用于集体福利：视同销售',
    }),
  },
  list: ['direction', 'role', 'tax'],
})
