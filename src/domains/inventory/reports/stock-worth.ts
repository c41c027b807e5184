import { choice } from '../../../kernel/definition/field.ts'

/** What stock is taken at: what it cost the company, or what its warehouse took it at. */
export const stockWorths = { cost: '成本', books: '账面价' } as const

export type StockWorth = keyof typeof stockWorths

/** 金额口径: at cost, as the company sees it, or with internal mark-up and the difference to the standard, as a warehouse answers for it. */
export const worthParameter = choice({
  label: '金额口径',
  english: 'Valued at',
  options: stockWorths,
  initial: 'cost',
  help: '成本是合并口径，不含异价调拨的加价，公司和各仓合计不虚增；账面价按各仓接收的价格，与存货科目一致',
})
