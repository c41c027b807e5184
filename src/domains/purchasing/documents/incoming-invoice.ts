import { defineDocument } from '../../../kernel/definition/define.ts'
import {
  boolean,
  choice,
  date,
  moment,
  money,
  percent,
  price,
  quantity,
  ref,
  text,
} from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { cents } from '../../../base/money.ts'
import { zero } from '../../../base/decimal.ts'
import { purchaseTerms } from './purchase-head.ts'

/** How far a supplier's invoice has come: matched to what was received, or with a person. */
export const matchStates = {
  waiting: '待匹配',
  matched: '已匹配',
  difference: '有差异',
  disputed: '争议中',
  dismissed: '不再处理',
} as const

/** What the tax bureau says of an invoice that came. */
export const verificationStates = {
  open: '未查验',
  genuine: '查验相符',
  differs: '查验不符',
  unknown: '查无此票',
  reversed: '已被红冲',
} as const

/** 来票: a supplier's invoice as it came, in the supplier's words, before it is matched to what was ordered and received. */
export const incomingInvoice = defineDocument({
  name: 'incomingInvoice',
  label: '来票',
  numbering: 'LP-{yyyyMM}-{seq:4}',
  header: {
    invoiceCode: text({ label: '发票代码', english: 'Invoice code', maxLength: 12, help: '数电票没有代码' }),
    sellerName: text({ label: '销方名称', english: 'Seller', searched: true, required: true }),
    sellerTaxNumber: text({ label: '销方税号', english: 'Seller tax number', searched: true, maxLength: 20 }),
    supplier: ref(party, { label: '供应商', facet: 'supplier', indexed: true, help: '空则按税号或名称自动查找' }),
    invoiceNumber: text({ label: '发票号码', searched: true, indexed: true, required: true, maxLength: 40 }),
    invoicedOn: date({ label: '开票日期', english: 'Invoiced on', required: true }),
    invoiceKind: purchaseTerms.invoiceKind,
    isRed: boolean({ label: '红字', english: 'Red', initial: false, help: '红字发票的数量和金额为负' }),
    buyerName: text({ label: '购方名称', english: 'Buyer' }),
    buyerTaxNumber: text({ label: '购方税号', english: 'Buyer tax number', maxLength: 20 }),
    warning: text({ label: '提醒', english: 'Warning', computed: true, maxLength: 400 }),
    verification: choice({
      label: '查验',
      english: 'Verification',
      options: verificationStates,
      computed: true,
      indexed: true,
      initial: 'open',
    }),
    verifiedAt: moment({ label: '查验时间', english: 'Verified at', computed: true }),
    matchState: choice({
      label: '匹配状态',
      english: 'Match',
      options: matchStates,
      computed: true,
      indexed: true,
      initial: 'waiting',
    }),
    matchNote: text({ label: '差异原因', english: 'Difference', computed: true, maxLength: 400 }),
    purchaseInvoice: text({ label: '采购发票', english: 'Purchase invoice', computed: true, maxLength: 40 }),
    totalNet: money({ label: '金额合计', computed: true }),
    totalTax: money({ label: '税额合计', computed: true }),
    totalGross: money({ label: '价税合计', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '发票明细',
      atLeast: 1,
      fields: {
        goodsName: text({ label: '货物名称', english: 'Goods', required: true }),
        taxCode: text({ label: '税收分类编码', english: 'Tax class code', maxLength: 19 }),
        spec: text({ label: '规格型号', english: 'Specification' }),
        unitName: text({ label: '单位', english: 'Unit', maxLength: 20 }),
        quantity: quantity({ label: '数量' }),
        price: price({ label: '不含税单价', english: 'Net price' }),
        net: money({ label: '金额', english: 'Net', required: true }),
        taxRate: percent({ label: '税率%', english: 'Tax %', required: true }),
        tax: money({ label: '税额' }),
        gross: money({ label: '价税合计', english: 'Gross', computed: true }),
        item: ref(item, { label: '对应商品', english: 'Our item', help: '空则按名称和过往发票自动识别' }),
      },
      derive: (line) => {
        const net = line.net ?? (line.price && line.quantity ? cents(line.price.times(line.quantity)) : null)
        const tax = line.tax ?? (net && line.taxRate ? cents(net.times(line.taxRate).div(100)) : null)
        return { net, tax, gross: net === null ? null : net.plus(tax ?? zero) }
      },
    }),
  },
  derive: (_header, { tables }) => ({
    totalNet: totalOf(tables.lines, 'net'),
    totalTax: totalOf(tables.lines, 'tax'),
    totalGross: totalOf(tables.lines, 'gross'),
  }),
  list: [
    'sellerName',
    'invoiceNumber',
    'invoicedOn',
    'totalGross',
    'verification',
    'matchState',
    'matchNote',
    'warning',
    'purchaseInvoice',
  ],
  totals: ['net', 'tax', 'gross'],
})
