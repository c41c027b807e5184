import type { ColumnMapping, ColumnUse } from './read-mapped.ts'

/** Words of headings, the surest first; what none of them knows is left to the person who imports. */
const patterns: readonly (readonly [ColumnUse, RegExp])[] = [
  ['received', /^(收入|贷方|存入|转入|收款|来账|credit)|(收入|贷方|存入|转入)(金额|发生额)|\(收入\)|\(贷方\)|credit/i],
  ['paid', /^(支出|借方|支取|转出|付款金额|往账|debit)|(支出|借方|支取|转出)(金额|发生额)|\(支出\)|\(借方\)|debit/i],
  ['direction', /^(收\/支|借贷标志|借贷|收支|收支方向|借贷方向|交易方向|收付标志)$/],
  ['fee', /^(手续费|服务费)/],
  ['balance', /余额|balance/i],
  ['counterpartyAccount', /(对方|对手|收款人|付款人|收\/付方|对方单位).*(账号|帐号|卡号|账户$)|counterparty.*account/i],
  [
    'counterparty',
    /对方(户名|账户名|账户名称|名称|单位|单位名称|信息)?$|对手信息|对方户名|交易对方|收付方名称|收款人名称|付款人名称|payee|counterparty/i,
  ],
  ['reference', /流水号|交易单号|交易订单号|订单号|凭证号|交易序号|日志号|reference|transaction.?id/i],
  ['amount', /^(交易金额|金额|发生额|记账金额|amount)$/i],
  ['currency', /^(币种|币别|货币|记账币种|交易币种|currency)$/i],
  ['date', /^(交易日期|记账日期|入账日期|交易日|日期|交易时间|记账时间|date|booking ?date)$/i],
  ['time', /^(交易时间|记账时间|时间|time)$/i],
  ['memo', /摘要|用途|附言|备注|说明|商品|交易类型|交易名称|交易分类|description|memo|remark|narrative/i],
]

/** Which column is what, guessed by its heading; a use that can stand once is given to the first that fits. */
export const guessMapping = (heading: readonly string[]): ColumnMapping => {
  const mapping: Record<string, ColumnUse> = {}
  const taken = new Set<ColumnUse>()
  for (const [use, pattern] of patterns) {
    for (const head of heading) {
      if (head === '' || mapping[head] !== undefined || !pattern.test(head)) continue
      if (use !== 'memo' && taken.has(use)) continue
      mapping[head] = use
      taken.add(use)
    }
  }
  return mapping
}

/** Whether a table can be read by a mapping: it needs a day, and an amount or two sides. */
export const isSufficient = (mapping: ColumnMapping): boolean => {
  const uses = new Set(Object.values(mapping))
  return uses.has('date') && (uses.has('amount') || (uses.has('received') && uses.has('paid')))
}
