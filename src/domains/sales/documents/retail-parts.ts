import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { boolean, money, ref, text } from '../../../kernel/definition/field.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount, warehouse } from '../../../ledgers/dimensions/place.ts'
import { priceIncludesTax, totalOf } from '../../../ledgers/priced-lines.ts'
import type { SalesContext } from './sales-head.ts'

/** Who sells at which counter, to whom if that is known. */
export const counterHead = {
  warehouse: ref(warehouse, { label: '门店仓库', english: 'Shop', required: true, indexed: true }),
  customer: ref(party, { label: '会员', english: 'Member', facet: 'customer' }),
  cashier: ref(employee, { label: '收银员' }),
  priceIncludesTax: boolean({ label: '单价含税' }),
} as const

/** 收款方式: cash, WeChat, Alipay, card, each kept as a cash account. */
export const tenderLine = {
  cashAccount: ref(cashAccount, { label: '收款账户', required: true }),
  amount: money({ label: '金额', required: true }),
  reference: text({ label: '流水号', english: 'Reference', maxLength: 60 }),
} as const

/** Sums of the lines and of what was tendered. */
export const counterSums = (
  context: SalesContext & { readonly tables: { readonly tenders: readonly Tendered[] } },
) => ({
  priceIncludesTax: priceIncludesTax(context),
  totalNet: totalOf(context.tables.lines, 'net'),
  totalTax: totalOf(context.tables.lines, 'tax'),
  totalGross: totalOf(context.tables.lines, 'gross'),
  tendered: totalOf(context.tables.tenders, 'amount'),
})

interface Tendered {
  readonly amount?: Decimal | null
}

/** What the customer gets back of what they gave. */
export const changeOf = (gross: Decimal, roundedOff: Decimal | null | undefined, tendered: Decimal): Decimal => {
  const over = tendered.minus(gross.minus(roundedOff ?? zero))
  return over.isNegative() ? zero : over
}
