import { defineEntity } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, longText, money, ref } from '../../../kernel/definition/field.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

export const repeats = { once: '一次', weekly: '每周', monthly: '每月', quarterly: '每季' } as const

/** 资金预计: money that is expected in or out though no document tells of it yet: wages, rent, a loan; or only supposed (假设). */
export const cashExpectation = defineEntity({
  name: 'cashExpectation',
  label: '资金预计',
  fields: {
    direction: choice({ label: '方向', options: { in: '流入', out: '流出' }, required: true, initial: 'out' }),
    amount: money({ label: '金额', required: true }),
    startsOn: date({ label: '日期', english: 'On', required: true, help: '第一次的日期' }),
    repeats: choice({ label: '重复', options: repeats, required: true, initial: 'monthly' }),
    endsOn: date({ label: '结束日期', english: 'Until' }),
    cashAccount: ref(cashAccount, { label: '资金账户' }),
    supposed: boolean({ label: '假设', english: 'What if', initial: false, help: '只在勾选“含假设”时计入预测' }),
    remark: longText({ label: '备注' }),
  },
  list: ['direction', 'amount', 'startsOn', 'repeats', 'endsOn', 'supposed'],
})
