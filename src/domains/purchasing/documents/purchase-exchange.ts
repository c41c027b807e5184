import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import {
  boughtWithTax,
  costField,
  deriveCostLine,
  derivePurchaseHead,
  purchaseTerms,
  purchaseTotals,
  returnedFrom,
  supplierHead,
} from './purchase-head.ts'

/** 采购换货单: goods go back to the supplier, who owes us as many of the same for them. */
export const purchaseExchange = defineDocument({
  name: 'purchaseExchange',
  label: '采购换货单',
  numbering: 'CGHH-{yyyyMM}-{seq:4}',
  header: {
    supplier: supplierHead.supplier,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    promisedOn: date({ label: '承诺补货日', english: 'Promised on' }),
    buyer: supplierHead.buyer,
    department: supplierHead.department,
    reason: text({ label: '换货原因' }),
    currency: purchaseTerms.currency,
    rate: purchaseTerms.rate,
    totalCurrency: purchaseTerms.totalCurrency,
    priceIncludesTax: purchaseTerms.priceIncludesTax,
    invoiceKind: purchaseTerms.invoiceKind,
    ...purchaseTotals,
  },
  tables: {
    lines: lineTable({
      label: '换货明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        fromState: returnedFrom,
        ...boughtWithTax,
        ...costField,
        ...trackedLine,
        remark: text({ label: '备注' }),
      },
      derive: deriveCostLine,
    }),
  },
  spread: spreadInBooks,
  derive: (header, context) => {
    const { dueOn: _dueOn, paymentTerms: _terms, ...derived } = derivePurchaseHead(header, context)
    return derived
  },
  list: ['supplier', 'warehouse', 'promisedOn', 'reason', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
