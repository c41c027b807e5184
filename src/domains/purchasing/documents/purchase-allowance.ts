import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, date, money, percent, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { zero } from '../../../base/decimal.ts'
import { item, ratePercent, taxRate } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { currencyHead, currencyLine, deriveCurrency, deriveGrossIn } from '../../../ledgers/document-currency.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { deriveTaxed } from '../../../ledgers/taxed-line.ts'
import { deductibleTax, taxToCertify } from '../rules/deductible-tax.ts'
import { costField, pendingTaxField, purchaseTerms, invoicedTotals, supplierHead } from './purchase-head.ts'

type Head = { invoiceKind?: 'special' | 'ordinary' | 'none' | null; supplier?: never }

const invoiceKindOf = (context: Pick<DeriveContext, 'header' | 'lookup'>) => {
  const { invoiceKind, supplier } = context.header as Head
  return invoiceKind ?? context.lookup(party, supplier)?.invoiceKind ?? 'special'
}

/** 采购折让单: the supplier takes less for goods that we keep, and sends a red invoice for the difference. */
export const purchaseAllowance = defineDocument({
  name: 'purchaseAllowance',
  label: '采购折让单',
  numbering: 'CGZR-{yyyyMM}-{seq:4}',
  header: {
    supplier: supplierHead.supplier,
    invoiceNumber: text({ label: '红字发票号码', english: 'Red invoice', searched: true, maxLength: 40 }),
    invoicedOn: date({ label: '开票日期', english: 'Invoiced on' }),
    ...currencyHead,
    invoiceKind: purchaseTerms.invoiceKind,
    buyer: supplierHead.buyer,
    department: supplierHead.department,
    reason: text({ label: '折让原因' }),
    ...invoicedTotals,
  },
  tables: {
    lines: lineTable({
      label: '折让明细',
      atLeast: 1,
      fields: {
        item: ref(item, { label: '商品', required: true, indexed: true }),
        spec: text({ label: '规格型号', english: 'Specification', computed: true }),
        currencyGross: currencyLine.currencyGross,
        gross: money({ label: '折让金额（含税）', english: 'Allowance', required: true, help: '填正数，方向由系统转' }),
        taxRate: percent({ label: '税率%', english: 'Tax %' }),
        tax: money({ label: '税额' }),
        net: money({ label: '金额', english: 'Net' }),
        isService: boolean({ label: '服务', computed: true, hidden: true }),
        ...costField,
        ...pendingTaxField,
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => {
        const record = context.lookup(item, line.item)
        const usual = ratePercent(record === undefined ? undefined : context.lookup(taxRate, record.taxRate))
        const gross = deriveGrossIn(line, context)
        const taxed = deriveTaxed({ ...line, ...gross }, usual)
        const { taxpayer, certifyInputVat } = settingsOf(context.settings)
        const tax = ('tax' in taxed ? taxed.tax : line.tax) ?? zero
        const deductible = deductibleTax({ taxpayer, invoiceKind: invoiceKindOf(context), tax })
        return {
          ...gross,
          ...taxed,
          spec: record?.spec,
          isService: record?.isService,
          cost: (gross.gross ?? zero).minus(deductible),
          pendingTax: taxToCertify(certifyInputVat, deductible),
        }
      },
    }),
  },
  derive: (_header, context) => ({
    invoiceKind: invoiceKindOf(context),
    totalNet: totalOf(context.tables.lines, 'net'),
    totalTax: totalOf(context.tables.lines, 'tax'),
    totalGross: totalOf(context.tables.lines, 'gross'),
    ...deriveCurrency(context),
  }),
  list: ['supplier', 'invoiceNumber', 'reason', 'totalNet', 'totalTax', 'totalGross'],
  totals: ['net', 'tax', 'gross'],
})
