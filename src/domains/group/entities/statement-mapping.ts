import { defineEntity } from '../../../kernel/definition/define.ts'
import { choice, integer } from '../../../kernel/definition/field.ts'

/** 报表项目对照: where a line of 小企业会计准则 goes in the consolidated statements, in place of the usual one. */
export const statementMapping = defineEntity({
  name: 'statementMapping',
  label: '报表项目对照',
  english: 'Statement line mapping',
  fields: {
    statement: choice({
      label: '报表',
      options: { balanceSheet: '资产负债表', incomeStatement: '利润表', cashFlow: '现金流量表' },
      required: true,
    }),
    line: integer({ label: '小企业准则行次', english: 'Line of the small form', required: true }),
    goesTo: integer({ label: '合并报表行次', english: 'Line of the consolidated form', required: true }),
  },
  list: ['statement', 'line', 'goesTo'],
})
