import { zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import {
  boolean,
  choice,
  date,
  integer,
  money,
  percent,
  price,
  quantity,
  ref,
  text,
} from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { item, ratePercent, taxRate, unit } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { taxClassOf } from '../rules/tax-classes.ts'

/** How far an invoice has come at the tax bureau. */
export const issueStates = {
  waiting: '待开',
  confirming: '待对方确认',
  issuing: '开具中',
  issued: '已开',
  failed: '失败',
  reversed: '已红冲',
} as const

/** How far it has come at the customer. */
export const sendingStates = {
  none: '未发送',
  waiting: '待发送',
  sent: '已送达邮箱',
  failed: '发送失败',
  opened: '客户已查看',
} as const

/** 冲红原因, by the bureau's codes. */
export const redReasonNames = {
  mistake: '开票有误',
  return: '销货退回',
  stopped: '服务中止',
  allowance: '销售折让',
} as const

const digitalLine = {
  item: ref(item, { label: '商品' }),
  goodsName: text({ label: '项目名称', english: 'Goods', required: true, maxLength: 90 }),
  shortName: text({ label: '商品服务简称', english: 'Tax class', maxLength: 60, help: '空则随税收分类编码' }),
  taxCode: text({ label: '税收分类编码', english: 'Tax class code', maxLength: 19, help: '19 位数字；空则随商品' }),
  spec: text({ label: '规格型号', english: 'Specification', maxLength: 40 }),
  unitName: text({ label: '单位', english: 'Unit', maxLength: 20 }),
  quantity: quantity({ label: '数量' }),
  price: price({ label: '单价', english: 'Net price', help: '不含税' }),
  taxRate: percent({ label: '税率%', english: 'Tax %' }),
  net: money({ label: '金额', english: 'Net' }),
  tax: money({ label: '税额' }),
  gross: money({ label: '价税合计', english: 'Gross', required: true }),
} as const

/** What is charged leads: tax is the part of it that the rate says, the price what is left of it for one. */
const deriveLine = (line: Draft<typeof digitalLine>, context: DeriveContext): Partial<Draft<typeof digitalLine>> => {
  const goods = context.lookup(item, line.item)
  const rate = line.taxRate ?? ratePercent(goods === undefined ? undefined : context.lookup(taxRate, goods.taxRate))
  const taxCode = line.taxCode ?? goods?.taxCode ?? null
  const known = {
    goodsName: line.goodsName ?? goods?.name,
    taxCode,
    shortName: line.shortName ?? goods?.taxClass ?? taxClassOf(taxCode),
    spec: line.spec ?? goods?.spec,
    unitName: line.unitName ?? (goods === undefined ? undefined : context.lookup(unit, goods.unit)?.name),
    taxRate: rate,
  }
  if (!line.gross) return known
  if (line.gross.isNegative())
    throw new FieldRefusal('gross', '不能为负；红字发票勾选“红字”，金额填正数', 'must not be negative')
  const tax = line.tax ?? (line.net ? line.gross.minus(line.net) : cents(line.gross.times(rate).div(rate.plus(100))))
  const net = line.gross.minus(tax)
  const count = line.quantity
  const each = count && !count.isZero() ? net.div(count).toDecimalPlaces(10) : null
  return { ...known, tax, net, price: each }
}

/** 数电票: a fully digital invoice of ours, blue or red, as it is handed to the tax bureau and as it comes back. */
export const digitalInvoice = defineDocument({
  name: 'digitalInvoice',
  label: '数电票',
  english: 'Digital invoice',
  numbering: 'SDP-{yyyyMM}-{seq:4}',
  header: {
    customer: ref(party, { label: '客户', facet: 'customer', indexed: true }),
    invoiceKind: choice({
      label: '票种',
      english: 'Kind',
      options: { special: '专用发票', ordinary: '普通发票' },
      required: true,
    }),
    isRed: boolean({ label: '红字', english: 'Red', initial: false, help: '金额填正数' }),
    buyerName: text({ label: '购买方名称', english: 'Buyer', required: true, searched: true, maxLength: 100 }),
    buyerTaxNumber: text({ label: '购买方税号', english: 'Buyer tax number', maxLength: 20, searched: true }),
    isPerson: boolean({ label: '购方为自然人', english: 'Buyer is a person', initial: false }),
    email: text({ label: '收票邮箱', english: 'Mail', maxLength: 120 }),
    issueState: choice({
      label: '开票状态',
      english: 'Issue',
      options: issueStates,
      computed: true,
      indexed: true,
    }),
    invoiceNumber: text({ label: '发票号码', computed: true, searched: true, indexed: true, maxLength: 20 }),
    issuedAt: text({ label: '开票时间', english: 'Issued at', computed: true, maxLength: 19 }),
    failure: text({ label: '未开原因', english: 'Why not', computed: true, maxLength: 400 }),
    sending: choice({ label: '交付', english: 'Delivery', options: sendingStates, computed: true }),
    blueNumber: text({
      label: '对应蓝字发票',
      english: 'Blue invoice',
      maxLength: 20,
      help: '红字发票冲红的那张；空则自动查找',
    }),
    redReason: choice({ label: '冲红原因', english: 'Reason', options: redReasonNames }),
    redBy: choice({
      label: '确认单录入方',
      english: 'Entered by',
      options: { seller: '销方', buyer: '购方' },
      help: '空为销方',
    }),
    confirmation: text({ label: '红字确认单编号', english: 'Red confirmation', computed: true, maxLength: 40 }),
    confirmationState: text({ label: '确认单状态', english: 'Confirmation', computed: true, maxLength: 40 }),
    confirmationId: text({
      label: '确认单 UUID',
      english: 'Confirmation id',
      computed: true,
      hidden: true,
      maxLength: 64,
    }),
    receipt: text({ label: '受理流水号', english: 'Receipt', computed: true, hidden: true, maxLength: 64 }),
    bureau: text({ label: '税务机关', english: 'Bureau', computed: true, hidden: true, maxLength: 80 }),
    tries: integer({ label: '交票次数', english: 'Tries', computed: true, hidden: true }),
    handedInOn: date({ label: '交票日期', english: 'Handed in on', computed: true, hidden: true }),
    takenBack: money({ label: '已冲红金额', english: 'Taken back', computed: true }),
    totalNet: money({ label: '金额合计', computed: true }),
    totalTax: money({ label: '税额合计', computed: true }),
    totalGross: money({ label: '价税合计', computed: true }),
  },
  tables: { lines: lineTable({ label: '开票明细', atLeast: 1, fields: digitalLine, derive: deriveLine }) },
  derive: (header, context) => {
    const customer = context.lookup(party, header.customer)
    const usual = customer?.invoiceKind === 'special' ? 'special' : 'ordinary'
    return {
      invoiceKind: header.invoiceKind ?? (customer === undefined ? 'ordinary' : usual),
      buyerName: header.buyerName ?? customer?.name,
      buyerTaxNumber: header.buyerTaxNumber ?? customer?.taxNumber,
      email: header.email ?? customer?.invoiceEmail,
      totalNet: totalOf(context.tables.lines, 'net'),
      totalTax: totalOf(context.tables.lines, 'tax'),
      totalGross: totalOf(context.tables.lines, 'gross'),
      takenBack: header.takenBack ?? zero,
    }
  },
  list: ['buyerName', 'invoiceKind', 'isRed', 'totalGross', 'issueState', 'invoiceNumber', 'failure', 'sending'],
  totals: ['net', 'tax', 'gross'],
})
