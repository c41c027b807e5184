import { amountsWithTax } from '../../../base/tax-amounts.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, percent, price } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext, LineDraft } from '../../../kernel/definition/record.ts'
import { item, ratePercent, taxRate } from '../../../ledgers/dimensions/item.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { priceIncludesTax, referencePrice, totalOf } from '../../../ledgers/priced-lines.ts'
import { deriveUsed, reasonTaxOf, usedHead, usedLine } from './used-goods.ts'

const line = {
  ...usedLine,
  price: price({
    label: '市场价',
    english: 'Market price',
    help: '原因为视同销售时按此计收入和销项税额；空则取零售价',
  }),
  taxRate: percent({ label: '税率%', english: 'Tax %' }),
  net: money({ label: '视同销售金额', english: 'Deemed sale', computed: true }),
  tax: money({ label: '销项税额', english: 'Output VAT', computed: true }),
} as const

const deriveLine = (written: LineDraft<typeof line>, context: DeriveContext) => {
  const goods = deriveUsed(written, context)
  const record = context.lookup(item, written.item)
  if (reasonTaxOf(context) !== 'deemedSale' || record === undefined) return { ...goods, net: null, tax: null }
  const marketPrice = written.price ?? referencePrice(record, written.unit ?? record.unit, 'salePrice')
  const rate = written.taxRate ?? ratePercent(context.lookup(taxRate, record.taxRate))
  if (marketPrice === null || !written.quantity) return { ...goods, taxRate: rate, net: null, tax: null }
  const { net, tax } = amountsWithTax({
    quantity: written.quantity,
    price: marketPrice,
    priceIncludesTax: priceIncludesTax(context),
    taxRate: rate,
  })
  return { ...goods, price: marketPrice, taxRate: rate, net, tax }
}

/** 领用单: the company uses its own goods: in the office, for research, for its employees. */
export const internalUse = defineDocument({
  name: 'internalUse',
  label: '领用单',
  english: 'Internal use',
  numbering: 'LYD-{yyyyMM}-{seq:4}',
  header: {
    ...usedHead,
    employee: { ...usedHead.employee, label: '领用人', english: 'Used by' },
    totalTax: money({ label: '税额合计', english: 'VAT', computed: true }),
  },
  tables: { lines: lineTable({ label: '商品明细', atLeast: 1, fields: line, derive: deriveLine }) },
  derive: (header, { tables, lookup }) => ({
    department: header.department ?? lookup(employee, header.employee)?.department,
    totalTax: totalOf(tables.lines, 'transferredTax').plus(totalOf(tables.lines, 'tax')),
  }),
  list: ['warehouse', 'reason', 'department', 'employee', 'totalTax'],
  totals: ['quantity', 'transferredTax', 'tax'],
})
