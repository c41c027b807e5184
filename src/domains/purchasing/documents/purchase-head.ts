import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { boolean, choice, date, guarded, money, ref } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { DeriveContext, LineDraft } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { paymentTerms } from '../../../ledgers/dimensions/payment-terms.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { stockStates } from '../../../ledgers/dimensions/place.ts'
import { dueDate } from '../../../ledgers/due-date.ts'
import { currencyHead, deriveCurrency } from '../../../ledgers/document-currency.ts'
import type { currencyLine } from '../../../ledgers/document-currency.ts'
import { derivePricedIn } from '../../../ledgers/priced-in-currency.ts'
import { priceIncludesTax, totalOf } from '../../../ledgers/priced-lines.ts'
import { priceWithTax } from '../../../ledgers/priced-lines.ts'
import type { goodsLine } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { deductibleTax, taxToCertify } from '../rules/deductible-tax.ts'

export const invoiceKinds = { special: '专用发票', ordinary: '普通发票', none: '不开票' } as const

/** Who supplies, and who of us buys. */
export const supplierHead = {
  supplier: ref(party, { label: '供应商', required: true, facet: 'supplier', indexed: true }),
  buyer: ref(employee, { label: '采购员' }),
  department: ref(department, { label: '部门' }),
} as const

/** In which currency and how prices are meant, and when the whole is due. */
export const purchaseTerms = {
  ...guarded('cost', currencyHead),
  priceIncludesTax: boolean({ label: '单价含税' }),
  invoiceKind: choice({
    label: '发票类型',
    options: invoiceKinds,
    help: '空则随供应商；普通发票的进项税额不可抵扣，计入成本',
  }),
  paymentTerms: ref(paymentTerms, { label: '付款条件', english: 'Payment terms', help: '空则随供应商' }),
  dueOn: date({ label: '付款到期日', english: 'Due on', help: '空则按付款条件或供应商账期' }),
} as const

/** From where in the warehouse goods go back. */
export const returnedFrom = choice({
  label: '库存状态',
  english: 'State',
  options: stockStates,
  help: '退的是可用、待检还是不良品；空为可用',
})

/** Sums of the lines. */
export const invoicedTotals = {
  totalNet: money({ label: '金额合计', computed: true }),
  totalTax: money({ label: '税额合计', computed: true }),
  totalGross: money({ label: '价税合计', computed: true }),
} as const

/** The same of documents that say what goods cost before anyone has to pay for them. */
export const purchaseTotals = guarded('cost', invoicedTotals)

/** What goods are bought at (进价): seen by who may see costs. */
export const boughtWithTax = guarded('cost', priceWithTax)

type Head = Draft<typeof supplierHead & Omit<typeof purchaseTerms, keyof typeof currencyHead>>
interface Amounts extends Draft<Omit<typeof currencyLine, 'currencyPrice'>> {
  readonly net?: Decimal | null
  readonly tax?: Decimal | null
  readonly gross?: Decimal | null
}

/** What the supplier and the lines say of the head: who buys, the kind of invoice, the due date, the totals. */
export const derivePurchaseHead = (
  header: Head,
  context: DeriveContext & { readonly tables: { readonly lines: readonly Amounts[] } },
) => {
  const supplier = context.lookup(party, header.supplier)
  const buyer = header.buyer ?? supplier?.buyer
  return {
    buyer,
    department: header.department ?? context.lookup(employee, buyer)?.department,
    priceIncludesTax: priceIncludesTax(context),
    invoiceKind: header.invoiceKind ?? supplier?.invoiceKind ?? 'special',
    paymentTerms: header.paymentTerms ?? supplier?.paymentTerms,
    dueOn: header.dueOn ?? dueDate(context, { terms: header.paymentTerms, party: header.supplier }),
    totalNet: totalOf(context.tables.lines, 'net'),
    totalTax: totalOf(context.tables.lines, 'tax'),
    totalGross: totalOf(context.tables.lines, 'gross'),
    ...deriveCurrency(context),
  }
}

/** What a line adds to cost: its gross less the tax that is expected to be deductible. */
export const costField = {
  cost: money({ label: '成本金额', english: 'Cost', computed: true, hidden: true, sensitive: true }),
} as const

type CostLine = LineDraft<typeof goodsLine & typeof priceWithTax & typeof costField>

const priced = derivePricedIn('purchasePrice')

const invoiceKindOf = (context: DeriveContext) => {
  const header = context.header as Draft<typeof supplierHead & typeof purchaseTerms>
  return header.invoiceKind ?? context.lookup(party, header.supplier)?.invoiceKind
}

/** Goods with their price, and the cost of them as the kind of invoice will make it. */
export const deriveCostLine = (line: CostLine, context: DeriveContext) => {
  const derived = priced(line, context)
  const gross = derived.gross ?? line.gross
  const tax = derived.tax ?? line.tax
  if (!gross || !tax) return { ...derived, cost: null }
  const { taxpayer } = settingsOf(context.settings)
  return { ...derived, cost: gross.minus(deductibleTax({ taxpayer, invoiceKind: invoiceKindOf(context), tax })) }
}

/** Input VAT of an invoice's line that waits for its certification. */
export const pendingTaxField = {
  pendingTax: money({ label: '待认证税额', english: 'Tax to certify', computed: true, hidden: true }),
} as const

/** As {@link deriveCostLine}, with the tax that is to be certified. */
export const deriveInvoiceLine = (line: CostLine, context: DeriveContext) => {
  const derived = deriveCostLine(line, context)
  const gross = 'gross' in derived ? derived.gross : line.gross
  const { certifyInputVat } = settingsOf(context.settings)
  const deductible = gross && derived.cost ? gross.minus(derived.cost) : zero
  return { ...derived, pendingTax: taxToCertify(certifyInputVat, deductible) }
}
