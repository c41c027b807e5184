import { Decimal, decimal, zero } from '../../../base/decimal.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import type { LeqiRecord } from '../platform/leqi-words.ts'
import { amountOf, creditOf, expire, textOf } from './bureau-books.ts'
import type { BureauBooks } from './bureau-books.ts'

export interface Fault {
  /** The field in the interface's own name. */
  readonly zdm: string
  readonly cwxx: string
}

/** 税额误差: six cents a line, 1.27 in all (发票管理 usage of the 数电票 platform). */
const lineTolerance = decimal('0.06')
const wholeTolerance = decimal('1.27')
const cent = decimal('0.01')

const linesOf = (invoice: LeqiRecord): LeqiRecord[] => {
  const list = invoice['fpmxList']
  return Array.isArray(list) ? list.filter(isJsonObject) : []
}

const lineFaults = (line: LeqiRecord, index: number): Fault[] => {
  const at = (name: string) => `fpmxList[${index}].${name}`
  const [net, tax, rate] = [amountOf(line, 'je'), amountOf(line, 'se'), amountOf(line, 'slv')]
  const faults: Fault[] = []
  if (!/^\d{19}$/.test(textOf(line, 'sphfwssflhbbm')))
    faults.push({ zdm: at('sphfwssflhbbm'), cwxx: `第 ${index + 1} 行税收分类编码应为 19 位数字` })
  if (net.times(rate).minus(tax).abs().gt(lineTolerance))
    faults.push({ zdm: at('se'), cwxx: `第 ${index + 1} 行税额与金额×税率相差超过 0.06 元` })
  const [quantity, price] = [textOf(line, 'sl'), textOf(line, 'dj')]
  if ((quantity === '') !== (price === ''))
    faults.push({ zdm: at('dj'), cwxx: `第 ${index + 1} 行数量和单价应同时填写` })
  else if (quantity !== '' && decimal(quantity).times(price).minus(net).abs().gt(cent))
    faults.push({ zdm: at('je'), cwxx: `第 ${index + 1} 行数量×单价与金额不符` })
  return faults
}

const sumFaults = (invoice: LeqiRecord): Fault[] => {
  const lines = linesOf(invoice)
  const total = (name: string) => lines.reduce((sum, line) => sum.plus(amountOf(line, name)), zero)
  const [net, tax, gross] = [amountOf(invoice, 'hjje'), amountOf(invoice, 'hjse'), amountOf(invoice, 'jshj')]
  const faults: Fault[] = []
  if (lines.length === 0) faults.push({ zdm: 'fpmxList', cwxx: '发票没有明细' })
  if (!total('je').eq(net)) faults.push({ zdm: 'hjje', cwxx: '合计金额与明细金额之和不符' })
  if (!total('se').eq(tax)) faults.push({ zdm: 'hjse', cwxx: '合计税额与明细税额之和不符' })
  if (!net.plus(tax).eq(gross)) faults.push({ zdm: 'jshj', cwxx: '价税合计不等于合计金额与合计税额之和' })
  const computed = lines.reduce((sum, line) => sum.plus(amountOf(line, 'je').times(amountOf(line, 'slv'))), zero)
  if (computed.minus(tax).abs().gt(wholeTolerance)) faults.push({ zdm: 'hjse', cwxx: '税额误差合计超过 1.27 元' })
  return faults
}

const partyFaults = (invoice: LeqiRecord): Fault[] => {
  const faults: Fault[] = []
  if (textOf(invoice, 'gmfmc') === '') faults.push({ zdm: 'gmfmc', cwxx: '购买方名称不能为空' })
  const buyer = textOf(invoice, 'gmfnsrsbh')
  if (textOf(invoice, 'fppz') === '01' && !/^[0-9A-HJ-NPQRTUWXY]{18}$|^[0-9A-Z]{15}$|^[0-9A-Z]{20}$/.test(buyer))
    faults.push({ zdm: 'gmfnsrsbh', cwxx: '开具专用发票须填购买方统一社会信用代码/纳税人识别号' })
  return faults
}

const blueFaults = (books: BureauBooks, invoice: LeqiRecord, month: string): Fault[] => {
  const net = amountOf(invoice, 'hjje')
  if (net.isNegative() || net.isZero()) return [{ zdm: 'hjje', cwxx: '蓝字发票金额应大于零' }]
  const { left } = creditOf(books, textOf(invoice, 'xsfnsrsbh'), month)
  return net.gt(left)
    ? [{ zdm: 'hjje', cwxx: `授信额度不足：本月剩余 ${left.toFixed(2)}，本票金额 ${net.toFixed(2)}` }]
    : []
}

const redFaults = (books: BureauBooks, invoice: LeqiRecord, now: number): Fault[] => {
  const red = books.reds[textOf(invoice, 'hzqrduuid')]
  if (red === undefined) return [{ zdm: 'hzqrduuid', cwxx: '没有这张红字确认单' }]
  expire(red, now)
  if (red.state !== '01' && red.state !== '04') return [{ zdm: 'hzqrxxdbh', cwxx: '红字确认单尚未确认或已作废' }]
  if (red.usedBy !== null) return [{ zdm: 'hzqrxxdbh', cwxx: `红字确认单已开具红票 ${red.usedBy}` }]
  const blue = books.invoices[textOf(invoice, 'dylzfphm')]
  if (blue === undefined) return [{ zdm: 'dylzfphm', cwxx: '查无对应的蓝字发票' }]
  const net = amountOf(invoice, 'hjje')
  const rest = amountOf(blue.content, 'hjje').plus(blue.takenBack)
  if (!net.isNegative()) return [{ zdm: 'hjje', cwxx: '红字发票金额应小于零' }]
  if (!net.eq(amountOf(red.content, 'hzcxje'))) return [{ zdm: 'hjje', cwxx: '红字金额与红字确认单不符' }]
  return Decimal.abs(net).gt(rest) ? [{ zdm: 'hjje', cwxx: `冲红金额超过蓝票剩余 ${rest.toFixed(2)}` }] : []
}

/** Everything wrong with an invoice that is handed in; none where it may be issued. */
export const judgeInvoice = (books: BureauBooks, invoice: LeqiRecord, now: number, month: string): Fault[] => {
  const number = textOf(invoice, 'fphm')
  const owner = books.owners[number]
  const isRed = textOf(invoice, 'lzfpbz') === '1'
  if (owner === undefined || owner !== textOf(invoice, 'xsfnsrsbh'))
    return [{ zdm: 'fphm', cwxx: '发票号码不是赋给本纳税人的' }]
  return [
    ...partyFaults(invoice),
    ...linesOf(invoice).flatMap(lineFaults),
    ...sumFaults(invoice),
    ...(isRed ? redFaults(books, invoice, now) : blueFaults(books, invoice, month)),
  ]
}
