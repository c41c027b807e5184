import { defineEntity } from '../../kernel/definition/define.ts'
import { boolean, choice, date, ref, text } from '../../kernel/definition/field.ts'
import { auxiliaryKind } from './auxiliary.ts'
import { itemCategory, unit } from './item.ts'

/** 会计科目. First-level codes are the standard's and do not change; below them 4-2-2-2. */
export const account = defineEntity({
  name: 'account',
  label: '会计科目',
  tree: true,
  fields: {
    category: choice({
      label: '类别',
      options: {
        asset: '资产',
        liability: '负债',
        equity: '所有者权益',
        cost: '成本',
        profitLoss: '损益',
        common: '共同',
      },
      required: true,
    }),
    side: choice({ label: '余额方向', options: { debit: '借', credit: '贷' }, required: true }),
    control: choice({
      label: '受控于',
      english: 'Controlled by',
      options: { stock: '存货', party: '往来', cash: '资金', asset: '资产' },
      help: '受控科目的分录由业务单据产生，或带上该账的辅助核算手工录入',
    }),
    byParty: boolean({ label: '往来核算', initial: false }),
    byDepartment: boolean({ label: '部门核算', initial: false }),
    byEmployee: boolean({ label: '职员核算', initial: false }),
    byProject: boolean({ label: '项目核算', initial: false }),
    byItem: boolean({ label: '存货核算', initial: false }),
    auxiliaryKind1: ref(auxiliaryKind, { label: '自定义核算一', english: 'Own dimension 1', help: '辅助核算类别' }),
    auxiliaryKind2: ref(auxiliaryKind, { label: '自定义核算二', english: 'Own dimension 2' }),
    byQuantity: boolean({ label: '数量核算', english: 'Counts quantity', initial: false }),
    unit: ref(unit, { label: '计量单位', help: '数量核算科目的单位；存货核算的按商品单位' }),
    byCurrency: boolean({ label: '外币核算', english: 'Foreign currency', initial: false }),
    revalued: boolean({
      label: '期末调汇',
      english: 'Revalued',
      initial: true,
      help: '外币核算科目按期末汇率调整本位币余额；预收预付不调',
    }),
    cashFlowIn: text({ label: '现金流入项目', maxLength: 4, help: '对方为货币资金时，流入归入现金流量表第几行' }),
    cashFlowOut: text({ label: '现金流出项目', maxLength: 4 }),
    detail: boolean({ label: '末级', initial: true, computed: true }),
  },
  list: ['category', 'side', 'control', 'byParty'],
})

/** 科目映射: which account stands for a role, in general or for one category of items. */
export const accountMapping = defineEntity({
  name: 'accountMapping',
  label: '科目映射',
  fields: {
    role: text({ label: '用途', english: 'Role', required: true, indexed: true, maxLength: 60 }),
    itemCategory: ref(itemCategory, { label: '商品分类', help: '空为全部' }),
    account: ref(account, { label: '科目', required: true }),
  },
})

/** 会计期间: a month of the books, open or closed. */
export const period = defineEntity({
  name: 'period',
  label: '会计期间',
  fields: {
    startsOn: date({ label: '开始', required: true, indexed: true }),
    endsOn: date({ label: '结束', required: true }),
    state: choice({ label: '状态', options: { open: '未结账', closed: '已结账' }, initial: 'open', required: true }),
  },
})
