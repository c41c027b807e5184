import { boolean, integer, ref } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** 信用评级: scores customers by how they buy and pay, and gives them the limit and terms of their score. */
export const rateCredit = defineProcess({
  name: 'rateCredit',
  label: '信用评级',
  english: 'Rate credit',
  parameters: {
    customer: ref(party, { label: '客户', facet: 'customer', help: '空为全部客户' }),
    months: integer({ label: '考察月数', help: '默认 12 个月' }),
    apply: boolean({ label: '应用信用政策', initial: true, help: '按评分更新等级、额度、账期与冻结；否则只更新评分' }),
  },
  help: '按准时付款、逾期欠款、合作时间与销售评分（0–100），再按信用政策给出额度与账期',
})
