import { isCalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import { choice, date, money } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { dueDate } from '../../../ledgers/due-date.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { vatDueOn } from '../rules/vat-due-on.ts'
import { deriveSalesLine } from './sales-head.ts'
import type { customerHead, salesTerms } from './sales-head.ts'

/** The bases that goods were delivered under; what grows from the delivery follows these, whatever is set later. */
export const deliveredBases = {
  vatDueOn: date({ label: '纳税义务日', english: 'VAT due on', computed: true, hidden: true }),
  receivableBasis: choice({
    label: '应收确认',
    options: { delivery: '出库', invoice: '开票' },
    computed: true,
    hidden: true,
  }),
} as const

interface Agreed {
  readonly contractPaymentOn?: Draft<typeof deliveredBases>['vatDueOn']
  /** The invoice came first: it made the VAT due, and revenue waits for nothing but the goods. */
  readonly invoicedOn?: Draft<typeof deliveredBases>['vatDueOn']
  readonly dueOn?: Draft<typeof deliveredBases>['vatDueOn']
}

/** When VAT falls due and when the receivable is recognised, by what was agreed and by the company's settings. */
export const deriveDeliveredBases = (header: Agreed, context: DeriveContext): Draft<typeof deliveredBases> => {
  const settings = settingsOf(context.settings)
  const day = context.header['date']
  const { invoicedOn } = header
  const basis = { receivableBasis: invoicedOn ? ('delivery' as const) : (settings.receivableBasis ?? 'delivery') }
  if (typeof day !== 'string' || !isCalendarDate(day)) return basis
  // A company whose contracts always name a payment date says so once; its customers' due dates are those dates.
  const agreed = header.contractPaymentOn ?? (settings.vatOnDelivery === false ? header.dueOn : null)
  const pending = settings.taxpayer !== 'smallScale'
  return { ...basis, vatDueOn: pending ? vatDueOn({ deliveredOn: day, contractPaymentOn: agreed, invoicedOn }) : day }
}

/** What of a line's VAT is not due on delivery (待转销项税额). */
export const pendingTaxField = {
  pendingTax: money({ label: '待转税额', english: 'Pending VAT', computed: true, hidden: true }),
} as const

interface Terms extends Agreed {
  readonly customer?: Draft<typeof customerHead>['customer']
  readonly paymentTerms?: Draft<typeof salesTerms>['paymentTerms']
}

const isPending = (context: DeriveContext): boolean => {
  const terms = context.header as Terms
  const dueOn = terms.dueOn ?? dueDate(context, { terms: terms.paymentTerms, party: terms.customer })
  const { vatDueOn: due } = deriveDeliveredBases({ ...terms, dueOn }, context)
  return due !== null && due !== undefined && due > String(context.header['date'])
}

/** Goods delivered with their price, and what of their VAT waits for the day it falls due. */
export const deriveDeliveryLine: typeof deriveSalesLine = (line, context) => {
  const derived = deriveSalesLine(line, context)
  const tax = 'tax' in derived ? derived.tax : line.tax
  return { ...derived, pendingTax: isPending(context) ? (tax ?? zero) : zero }
}
