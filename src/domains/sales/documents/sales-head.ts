import type { Decimal } from '../../../base/decimal.ts'
import { boolean, date, money, ref } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { paymentTerms } from '../../../ledgers/dimensions/payment-terms.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { dueDate } from '../../../ledgers/due-date.ts'
import { currencyHead, deriveCurrency } from '../../../ledgers/document-currency.ts'
import type { currencyLine } from '../../../ledgers/document-currency.ts'
import { derivePricedIn } from '../../../ledgers/priced-in-currency.ts'
import { priceIncludesTax, totalOf } from '../../../ledgers/priced-lines.ts'

/** Who buys, and who of us sells. */
export const customerHead = {
  customer: ref(party, { label: '客户', required: true, facet: 'customer', indexed: true }),
  salesperson: ref(employee, { label: '业务员' }),
  department: ref(department, { label: '部门' }),
} as const

/** In which currency and how prices are meant, and when the whole is due. */
export const salesTerms = {
  ...currencyHead,
  priceIncludesTax: boolean({ label: '单价含税' }),
  paymentTerms: ref(paymentTerms, { label: '收款条件', english: 'Payment terms', help: '空则随客户' }),
  dueOn: date({ label: '收款到期日', english: 'Due on', help: '空则按收款条件或客户账期' }),
} as const

/** Sums of the lines. */
export const salesTotals = {
  totalNet: money({ label: '金额合计', computed: true }),
  totalTax: money({ label: '税额合计', computed: true }),
  totalGross: money({ label: '价税合计', computed: true }),
} as const

interface Amounts extends Draft<Omit<typeof currencyLine, 'currencyPrice'>> {
  readonly net?: Decimal | null
  readonly tax?: Decimal | null
  readonly gross?: Decimal | null
}

export type SalesContext = DeriveContext & { readonly tables: { readonly lines: readonly Amounts[] } }

type SalesHead = Draft<typeof customerHead & Omit<typeof salesTerms, keyof typeof currencyHead>>

/** What the customer and the lines say of the head: who sells, the due date, the totals. */
export const deriveHeadInBooks = (header: SalesHead, context: SalesContext) => {
  const customer = context.lookup(party, header.customer)
  const salesperson = header.salesperson ?? customer?.salesperson
  return {
    salesperson,
    department: header.department ?? context.lookup(employee, salesperson)?.department,
    priceIncludesTax: priceIncludesTax(context),
    paymentTerms: header.paymentTerms ?? customer?.paymentTerms,
    dueOn: header.dueOn ?? dueDate(context, { terms: header.paymentTerms, party: header.customer }),
    totalNet: totalOf(context.tables.lines, 'net'),
    totalTax: totalOf(context.tables.lines, 'tax'),
    totalGross: totalOf(context.tables.lines, 'gross'),
  }
}

/** The same with the document's currency and rate. */
export const deriveSalesHead = (header: SalesHead, context: SalesContext) => ({
  ...deriveHeadInBooks(header, context),
  ...deriveCurrency(context),
})

/** Goods with their price, in the document's currency; the item's 零售价 where none was typed. */
export const deriveSalesLine = derivePricedIn('salePrice')
