import { cents } from '../../../base/money.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { amountsWithTax } from '../../../base/tax-amounts.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, longText, money, price, ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { dueDate } from '../../../ledgers/due-date.ts'
import { currencyHead, deriveCurrency } from '../../../ledgers/document-currency.ts'
import { derivePricedIn } from '../../../ledgers/priced-in-currency.ts'
import { goodsLine, priceIncludesTax, priceWithTax, totalOf } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { deductibleTax } from '../rules/deductible-tax.ts'
import { invoiceKinds } from './purchase-head.ts'

/** What the supplier gets for a line, and what of it is our cost. */
const bought = {
  purchasePrice: price({
    label: '采购单价',
    english: 'Purchase price',
    sensitive: true,
    help: '与销售单价同为含税或不含税',
  }),
  purchaseGross: money({ label: '采购价税合计', english: 'Purchase gross', computed: true, sensitive: true }),
  cost: money({ label: '成本金额', english: 'Cost', computed: true, hidden: true, sensitive: true }),
} as const

type Line = Draft<typeof goodsLine & typeof priceWithTax & typeof bought>

const sold = derivePricedIn('salePrice')

interface Head {
  readonly supplier?: Draft<{ readonly supplier: typeof supplierField }>['supplier']
  readonly invoiceKind?: keyof typeof invoiceKinds | null
}

const supplierField = ref(party, { label: '供应商', required: true, facet: 'supplier', indexed: true })

const boughtFor = (
  line: Line,
  context: DeriveContext,
): { readonly gross: Decimal; readonly tax: Decimal } | undefined => {
  const each = line.purchasePrice ?? context.lookup(item, line.item)?.purchasePrice
  if (!each || !line.quantity) return undefined
  const taxRate = line.taxRate ?? zero
  const amounts = { quantity: line.quantity, price: each, priceIncludesTax: priceIncludesTax(context), taxRate }
  const { tax, gross } = amountsWithTax(amounts)
  return { tax, gross }
}

const deriveDropshipLine = (line: Line, context: DeriveContext): Partial<Line> => {
  const derived = sold(line, context)
  const paid = boughtFor({ ...line, ...derived }, context)
  if (paid === undefined) return { ...derived, purchaseGross: null, cost: null }
  const head = context.header as Head
  const invoiceKind = head.invoiceKind ?? context.lookup(party, head.supplier)?.invoiceKind
  const { taxpayer } = settingsOf(context.settings)
  return {
    ...derived,
    purchasePrice: line.purchasePrice ?? context.lookup(item, line.item)?.purchasePrice ?? null,
    purchaseGross: paid.gross,
    cost: cents(paid.gross.minus(deductibleTax({ taxpayer, invoiceKind, tax: paid.tax }))),
  }
}

/** 直运单: a supplier ships to our customer; purchase and sale meet without our stock. */
export const dropshipOrder = defineDocument({
  name: 'dropshipOrder',
  label: '直运单',
  english: 'Drop shipment',
  numbering: 'ZYDD-{yyyyMM}-{seq:4}',
  header: {
    customer: ref(party, { label: '客户', required: true, facet: 'customer', indexed: true }),
    supplier: supplierField,
    salesperson: ref(employee, { label: '业务员' }),
    department: ref(department, { label: '部门' }),
    address: longText({ label: '收货地址' }),
    carrierNumber: text({ label: '物流单号', english: 'Tracking number', searched: true, maxLength: 60 }),
    ...currencyHead,
    priceIncludesTax: boolean({ label: '单价含税' }),
    invoiceKind: choice({ label: '进项票种', english: 'Kind of the supplier’s invoice', options: invoiceKinds }),
    dueOn: date({ label: '收款到期日', english: 'Due on', help: '空则为单据日期加客户账期' }),
    totalNet: money({ label: '金额合计', computed: true }),
    totalTax: money({ label: '税额合计', computed: true }),
    totalGross: money({ label: '价税合计', computed: true }),
    totalPurchase: money({ label: '采购合计', computed: true, sensitive: true }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...priceWithTax, ...bought, remark: text({ label: '备注' }) },
      derive: deriveDropshipLine,
    }),
  },
  derive: (header, context) => {
    const customer = context.lookup(party, header.customer)
    const supplier = context.lookup(party, header.supplier)
    const salesperson = header.salesperson ?? customer?.salesperson
    return {
      salesperson,
      department: header.department ?? context.lookup(employee, salesperson)?.department,
      address: header.address ?? customer?.address,
      priceIncludesTax: priceIncludesTax(context),
      invoiceKind: header.invoiceKind ?? supplier?.invoiceKind ?? 'special',
      dueOn: header.dueOn ?? dueDate(context, { party: header.customer }),
      totalNet: totalOf(context.tables.lines, 'net'),
      totalTax: totalOf(context.tables.lines, 'tax'),
      totalGross: totalOf(context.tables.lines, 'gross'),
      totalPurchase: totalOf(context.tables.lines, 'purchaseGross'),
      ...deriveCurrency(context),
    }
  },
  list: ['customer', 'supplier', 'salesperson', 'totalGross', 'totalPurchase'],
  totals: ['quantity', 'net', 'gross', 'purchaseGross'],
})
