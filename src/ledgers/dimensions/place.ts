import { defineEntity } from '../../kernel/definition/define.ts'
import { boolean, choice, ref, text } from '../../kernel/definition/field.ts'
import { branch } from './branch.ts'
import { employee } from './people.ts'

/** 仓库: where goods are. */
export const warehouse = defineEntity({
  name: 'warehouse',
  label: '仓库',
  scope: 'chosen',
  fields: {
    keeper: ref(employee, { label: '仓管员' }),
    branch: ref(branch, { label: '分支机构' }),
    address: text({ label: '地址' }),
    phone: text({ label: '电话' }),
    keepsBins: boolean({
      label: '启用货位',
      english: 'Keeps bins',
      initial: false,
      help: '出入库记到货位；没有写货位的算未上架，货位上有货时不能停用',
    }),
    negativeStock: choice({
      label: '负库存',
      english: 'Negative stock',
      options: { forbid: '禁止', warn: '提醒', allow: '允许' },
      help: '空则随公司设置',
    }),
  },
})

/**
 * Kinds of place goods may be in; each has a control role. What is on hand, waits for its inspection or was rejected lies in
 * the same warehouse at the same cost: these are in the item's cost pool, and only the first may be sold or used.
 */
export const placeKinds = {
  onHand: '在库',
  inspection: '待检',
  rejected: '不良',
  inTransit: '在途',
  goodsShipped: '发出商品',
  subcontract: '委外',
  consigned: '委托代销',
  lent: '借出',
  /** Goods becoming other goods: in and out again within one posting, so that it is always empty. */
  assembling: '组装中',
  /** Goods of others in our hands: a quantity with an owner, without value. */
  held: '代管',
} as const
export type PlaceKind = keyof typeof placeKinds

/** The places whose goods are in the item's cost pool. */
export const pooledPlaces = ['onHand', 'inspection', 'rejected'] as const satisfies readonly PlaceKind[]

/** The states of goods in a warehouse, as documents name them. */
export const stockStates = { onHand: '可用', inspection: '待检', rejected: '不良' } as const

export const isPooled = (place: string): boolean => (pooledPlaces as readonly string[]).includes(place)

/** The same as a list for SQL: `place in (…)`. */
export const pooledPlacesSql = pooledPlaces.map((place) => `'${place}'`).join(', ')

/** 资金账户: cash, bank and wallets. */
export const cashAccount = defineEntity({
  name: 'cashAccount',
  label: '资金账户',
  scope: 'chosen',
  fields: {
    kind: choice({
      label: '类型',
      options: { cash: '现金', bank: '银行', other: '其他货币资金' },
      initial: 'bank',
      required: true,
    }),
    branch: ref(branch, { label: '分支机构' }),
    bankName: text({ label: '开户行' }),
    accountNumber: text({ label: '账号', searched: true }),
    currency: text({ label: '币种', maxLength: 3, initial: 'CNY' }),
    mayBeNegative: boolean({ label: '允许透支', initial: false }),
  },
})
