import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, guarded, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { shareInBooks } from '../../../ledgers/document-currency.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { instalmentLine, spreadInstalments } from '../../../ledgers/payment-plan.ts'
import { derivePricedIn } from '../../../ledgers/priced-in-currency.ts'
import { goodsLine, totalOf } from '../../../ledgers/priced-lines.ts'
import { priceSources } from '../rules/best-offer.ts'
import { boughtWithTax, derivePurchaseHead, purchaseTerms, purchaseTotals, supplierHead } from './purchase-head.ts'

/** What a supplier says to an order. */
export const supplierAnswers = { confirmed: '已确认', changed: '交期有变', refused: '不能供货' } as const

/** 采购订单: what we ask a supplier for, and when we want it. */
export const purchaseOrder = defineDocument({
  name: 'purchaseOrder',
  label: '采购订单',
  numbering: 'CGDD-{yyyyMM}-{seq:4}',
  header: {
    supplier: supplierHead.supplier,
    warehouse: ref(warehouse, { label: '收货仓库' }),
    promisedOn: date({ label: '承诺到货日', english: 'Promised on' }),
    buyer: supplierHead.buyer,
    department: supplierHead.department,
    supplierAnswer: choice({
      label: '供应商答复',
      english: 'Supplier says',
      options: supplierAnswers,
      help: '供应商打开公开链接确认后自动填写',
    }),
    contractNumber: text({ label: '合同号', searched: true, maxLength: 60 }),
    ...purchaseTerms,
    ...purchaseTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        ...boughtWithTax,
        priceSource: choice({ label: '价格来源', options: priceSources, computed: true, proposed: true }),
        priceNumber: text({
          label: '价格依据',
          english: 'Price according to',
          maxLength: 60,
          computed: true,
          proposed: true,
        }),
        quotationLine: ref(
          { name: 'line', label: '单据行' },
          { label: '报价行', unchecked: true, indexed: true, hidden: true },
        ),
        promisedOn: date({ label: '承诺到货日', english: 'Promised on' }),
        confirmedOn: date({ label: '供应商确认交期', english: 'Confirmed for' }),
        supplierRemark: text({ label: '供应商备注', english: 'Supplier’s remark' }),
        remark: text({ label: '备注' }),
      },
      derive: derivePricedIn(null),
    }),
    instalments: lineTable({ label: '付款计划', fields: guarded('cost', instalmentLine) }),
  },
  spread: ({ lines, instalments }, context) => {
    const shared = shareInBooks(lines, context)
    return { lines: shared, instalments: spreadInstalments(instalments, totalOf(shared, 'gross')) }
  },
  derive: derivePurchaseHead,
  promisedBy: 'promisedOn',
  list: ['supplier', 'warehouse', 'promisedOn', 'buyer', 'currency', 'totalCurrency', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
