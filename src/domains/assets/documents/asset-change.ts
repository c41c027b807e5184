import { defineDocument } from '../../../kernel/definition/define.ts'
import {
  boolean,
  choice,
  date,
  integer,
  money,
  percent,
  quantity,
  ref,
  text,
} from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { assetCard, depreciationMethods } from '../../../ledgers/dimensions/asset.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** What a change of value stands against. */
export const valueOrigins = { payable: '应付供应商', cash: '现付', construction: '在建工程转入' } as const

/** 资产变动单: another value, life, residual value, method or user of an asset, from the next month on (未来适用法). */
export const assetChange = defineDocument({
  name: 'assetChange',
  label: '资产变动单',
  numbering: 'ZCBD-{yyyyMM}-{seq:4}',
  header: {
    asset: ref(assetCard, { label: '资产', required: true, indexed: true }),
    reason: text({ label: '变动原因', english: 'Reason', required: true }),
    method: choice({
      label: '折旧方法',
      english: 'Method',
      options: depreciationMethods,
      help: '填变动后的；不填则不变',
    }),
    lifeMonths: integer({ label: '使用年限（月）', english: 'Life in months', help: '含已使用的月数' }),
    residualPercent: percent({ label: '净残值率%', english: 'Residual %' }),
    totalUsage: quantity({ label: '预计总工作量', english: 'Units of use in all' }),
    department: ref(department, { label: '使用部门' }),
    expenseAccount: ref(account, { label: '折旧费用科目', english: 'Expense account' }),
    valueChange: money({ label: '原值增减', english: 'Change of cost', help: '增加为正，减少为负，不含可抵扣税额' }),
    inputTax: money({ label: '进项税额', english: 'Input VAT', help: '专用发票上可抵扣的税额' }),
    valueOrigin: choice({ label: '变动来源', english: 'Out of', options: valueOrigins }),
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    dueOn: date({ label: '付款到期日', english: 'Due on' }),
    cashAccount: ref(cashAccount, { label: '付款账户', english: 'Paid from' }),
    keepsSchedule: boolean({ label: '只改费用承担', english: 'Only who bears it', computed: true, hidden: true }),
  },
  tables: {
    lines: lineTable({
      label: '费用分摊',
      fields: {
        department: ref(department, { label: '部门', required: true }),
        percent: percent({ label: '比例%', english: 'Share %', required: true }),
        expenseAccount: ref(account, { label: '费用科目', english: 'Expense account', help: '空则随表头' }),
      },
    }),
  },
  list: ['asset', 'reason', 'valueChange'],
})
