import { defineEntity } from '../../../kernel/definition/define.ts'
import { date, money, percent, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'

/** 合并范围: a parent and the companies it controls, consolidated in full (企业会计准则第 33 号). Kept in the books of one of them. */
export const consolidationGroup = defineEntity({
  name: 'consolidationGroup',
  label: '合并范围',
  fields: {
    parent: text({ label: '母公司编码', english: 'Parent company', required: true, maxLength: 60 }),
    taxPercent: percent({
      label: '递延所得税率%',
      english: 'Deferred tax %',
      help: '存货未实现利润按此确认递延所得税资产；空为不确认',
    }),
  },
  tables: {
    members: lineTable({
      label: '子公司',
      atLeast: 1,
      fields: {
        company: text({ label: '公司编码', english: 'Company code', required: true, maxLength: 60 }),
        sharePercent: percent({ label: '持股比例%', english: 'Share %', required: true }),
        acquiredOn: date({ label: '取得日期', english: 'Acquired on', help: '仅供查阅；投资设立的为成立日' }),
        investment: money({
          label: '长期股权投资',
          english: 'Investment',
          help: '母公司账上对该子公司的投资成本；只有一家子公司时可空，取母公司长期股权投资余额',
        }),
        acquiredEquity: money({
          label: '取得日净资产',
          english: 'Equity acquired',
          help: '取得日子公司所有者权益；空为投资设立，取其实收资本与资本公积',
        }),
      },
    }),
  },
  list: ['parent', 'taxPercent'],
})
