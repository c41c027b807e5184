import { decimal } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, date, quantity, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { currencyHead, deriveCurrency, spreadInBooks } from '../../../ledgers/document-currency.ts'
import { derivePricedIn } from '../../../ledgers/priced-in-currency.ts'
import { goodsLine, priceIncludesTax, totalOf } from '../../../ledgers/priced-lines.ts'
import { offerTerms } from '../rules/offer-terms.ts'
import { boughtWithTax, purchaseTotals, supplierHead } from './purchase-head.ts'

const one = decimal(1)
const inCurrency = derivePricedIn(null)

/** 供应商报价: what a supplier offers, until when, and how soon it delivers. Approved, it is a price to order at. */
export const supplierQuotation = defineDocument({
  name: 'supplierQuotation',
  label: '供应商报价',
  numbering: 'GYBJ-{yyyyMM}-{seq:4}',
  header: {
    supplier: supplierHead.supplier,
    validFrom: date({ label: '生效日期', help: '空则为单据日期' }),
    validTo: date({ label: '失效日期', help: '空为长期' }),
    buyer: supplierHead.buyer,
    ...currencyHead,
    priceIncludesTax: boolean({ label: '单价含税' }),
    supplierNumber: text({ label: '对方报价单号', english: "Supplier's number", searched: true, maxLength: 60 }),
    contact: text({ label: '联系人' }),
    ...purchaseTotals,
  },
  tables: {
    lines: lineTable({
      label: '报价明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        price: boughtWithTax.price,
        currencyPrice: boughtWithTax.currencyPrice,
        discount: boughtWithTax.discount,
        taxRate: boughtWithTax.taxRate,
        currencyNet: boughtWithTax.currencyNet,
        currencyTax: boughtWithTax.currencyTax,
        currencyGross: boughtWithTax.currencyGross,
        net: boughtWithTax.net,
        tax: boughtWithTax.tax,
        gross: boughtWithTax.gross,
        minimumQuantity: quantity({ label: '数量从', english: 'From quantity', help: '买到此数才有此价' }),
        ...offerTerms,
        brand: text({ label: '品牌' }),
        remark: text({ label: '备注' }),
      },
      // A price list names no quantity; its prices are of one.
      derive: (line, context) => {
        const quantity = line.quantity ?? one
        return { quantity, ...inCurrency({ ...line, quantity }, context) }
      },
    }),
  },
  spread: spreadInBooks,
  derive: (_header, context) => ({
    priceIncludesTax: priceIncludesTax(context),
    totalNet: totalOf(context.tables.lines, 'net'),
    totalTax: totalOf(context.tables.lines, 'tax'),
    totalGross: totalOf(context.tables.lines, 'gross'),
    ...deriveCurrency(context),
  }),
  list: ['supplier', 'validFrom', 'validTo', 'buyer', 'totalGross'],
  totals: ['quantity', 'gross'],
})
