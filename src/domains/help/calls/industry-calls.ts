import { defineCall } from '../../../kernel/definition/call.ts'
import { boolean, choice, text } from '../../../kernel/definition/field.ts'
import { commonCostMethods } from '../../../ledgers/dimensions/cost-methods.ts'

/** 行业模板: the trades a company may begin in, and how far this one has come. */
export const industryChoices = defineCall({
  name: 'industryChoices',
  label: '行业模板',
  english: 'Trades to begin in',
  right: 'company.read',
  asks: true,
  parameters: {},
})

/** 选择行业: gives the company what its trade begins with; what is there already stays. */
export const chooseIndustry = defineCall({
  name: 'chooseIndustry',
  label: '选择行业',
  english: 'Choose a trade',
  right: 'company.update',
  parameters: {
    industry: text({ label: '行业', english: 'Trade', required: true, maxLength: 40 }),
    companyName: text({ label: '公司名称', english: 'Name of the company', maxLength: 120 }),
    standard: choice({
      label: '会计准则',
      english: 'Accounting standard',
      options: { smallBusiness: '小企业会计准则', enterprise: '企业会计准则' },
      help: '空为小企业会计准则；有审核过的单据后不能再改',
    }),
    taxpayer: choice({ label: '纳税人类型', options: { general: '一般纳税人', smallScale: '小规模纳税人' } }),
    costMethod: choice({
      label: '成本计价方法',
      english: 'Costing method',
      options: commonCostMethods,
      help: '空为行业常用的方法',
    }),
    startMonth: text({ label: '启用月份', english: 'First month', maxLength: 7, help: '如 2026-01' }),
    samples: boolean({ label: '示例数据', english: 'Sample data', initial: false, help: '只在还没有商品时放入' }),
  },
})
