import { sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, money, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext, LineDraft } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { dueDate } from '../../../ledgers/due-date.ts'
import { currencyHead, currencyLine, deriveCurrency, deriveGrossIn } from '../../../ledgers/document-currency.ts'
import { deriveGoods, goodsLine, totalOf } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { deriveTaxed, taxedLine } from '../../../ledgers/taxed-line.ts'
import { deductibleTax, taxToCertify } from '../rules/deductible-tax.ts'
import { costField, pendingTaxField, purchaseTerms, invoicedTotals, supplierHead } from './purchase-head.ts'

/** By what a charge is shared out over the goods. */
export const sharingBases = {
  amount: '按金额',
  quantity: '按数量',
  weight: '按重量',
  volume: '按体积',
  byHand: '手工',
} as const

const sharedLine = {
  ...goodsLine,
  goodsAmount: money({ label: '入库金额', english: 'Cost received', sensitive: true }),
  share: money({ label: '分摊金额', english: 'Share', sensitive: true, help: '“手工”时填写，其余自动计算' }),
  remark: text({ label: '备注' }),
} as const

type SharedLine = LineDraft<typeof sharedLine>
type Basis = Exclude<keyof typeof sharingBases, 'byHand'>

/** How much a line counts; a weight or volume that nobody wrote down counts as nothing. */
const weightOf = (line: SharedLine, basis: Basis, context: DeriveContext): Decimal => {
  if (basis === 'amount') return line.goodsAmount ?? zero
  const quantity = line.baseQuantity ?? zero
  if (basis === 'quantity') return quantity
  return quantity.times(context.lookup(item, line.item)?.[basis] ?? zero)
}

const nothingToShareBy = (basis: Basis) =>
  new FieldRefusal(
    'sharedBy',
    `所选商品没有可按“${sharingBases[basis].slice(1)}”分摊的数据，请在商品资料维护或改用其他方式`,
    `the goods have no ${basis} to share by; keep it with the items, or share in another way`,
  )

/** The parts of a charge by largest remainder, so that they add up to it. */
const sharesOf = (total: Decimal, lines: readonly SharedLine[], basis: Basis, context: DeriveContext): Decimal[] => {
  const weights = lines.map((line) => weightOf(line, basis, context))
  if (!total.isZero() && weights.every((weight) => weight.isZero())) throw nothingToShareBy(basis)
  return allocate(total, weights)
}

/** 采购费用分摊单: freight, duty, insurance and the like become part of what goods cost, before or after they are sold. */
export const landedCost = defineDocument({
  name: 'landedCost',
  label: '采购费用分摊单',
  numbering: 'FYFT-{yyyyMM}-{seq:4}',
  header: {
    supplier: { ...supplierHead.supplier, help: '收取费用的单位：承运人、报关行等' },
    sharedBy: choice({ label: '分摊方式', english: 'Shared by', options: sharingBases, initial: 'amount' }),
    invoiceNumber: text({ label: '发票号码', searched: true, maxLength: 40 }),
    ...currencyHead,
    invoiceKind: purchaseTerms.invoiceKind,
    dueOn: purchaseTerms.dueOn,
    invoicedOn: date({ label: '开票日期', english: 'Invoiced on' }),
    ...invoicedTotals,
    totalShared: money({ label: '分摊合计', english: 'Shared', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '入库商品',
      atLeast: 1,
      fields: sharedLine,
      derive: (line, context) => deriveGoods(line, context),
    }),
    charges: lineTable({
      label: '费用明细',
      atLeast: 1,
      fields: {
        ...taxedLine,
        currencyGross: currencyLine.currencyGross,
        summary: text({ label: '费用名称', english: 'Charge' }),
        ...costField,
        ...pendingTaxField,
      },
      derive: (line, context) => {
        const gross = deriveGrossIn(line, context)
        const taxed = deriveTaxed({ ...line, ...gross }, null)
        const { taxpayer, certifyInputVat } = settingsOf(context.settings)
        const { invoiceKind, supplier } = context.header as Parameters<typeof invoiceKindIn>[0]
        const tax = ('tax' in taxed ? taxed.tax : line.tax) ?? zero
        const kind = invoiceKindIn({ invoiceKind, supplier }, context)
        const deductible = deductibleTax({ taxpayer, invoiceKind: kind, tax })
        return {
          ...gross,
          ...taxed,
          cost: (gross.gross ?? zero).minus(deductible),
          pendingTax: taxToCertify(certifyInputVat, deductible),
        }
      },
    }),
  },
  spread: ({ lines, charges }, context) => {
    const basis = (context.header['sharedBy'] ?? 'amount') as keyof typeof sharingBases
    if (basis === 'byHand' || lines.length === 0) return {}
    const shares = sharesOf(sum(charges.map((charge) => charge.cost ?? zero)), lines, basis, context)
    return { lines: lines.map((line, index) => ({ ...line, share: shares[index] ?? zero })) }
  },
  derive: (header, context) => {
    const { charges, lines } = context.tables
    return {
      invoiceKind: invoiceKindIn(header, context),
      dueOn: header.dueOn ?? dueDate(context, { party: header.supplier }),
      totalNet: totalOf(charges, 'net'),
      totalTax: totalOf(charges, 'tax'),
      totalGross: totalOf(charges, 'gross'),
      totalShared: totalOf(lines, 'share'),
      ...deriveCurrency({ ...context, tables: { lines: charges } }),
    }
  },
  list: ['supplier', 'sharedBy', 'invoiceNumber', 'totalGross', 'totalShared'],
  totals: ['share'],
})

const invoiceKindIn = (
  { invoiceKind, supplier }: LineDraft<Pick<typeof supplierHead & typeof purchaseTerms, 'invoiceKind' | 'supplier'>>,
  context: Pick<DeriveContext, 'lookup'>,
) => invoiceKind ?? context.lookup(party, supplier)?.invoiceKind ?? 'special'
