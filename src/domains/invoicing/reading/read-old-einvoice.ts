import { decimal } from '../../../base/decimal.ts'
import { amountIn, dayIn, rateIn, soundInvoice, textOrNull, unreadable } from './read-invoice.ts'
import type { ReadInvoice, ReadLine } from './read-invoice.ts'
import { nodeAt, nodesOf, textAt } from './xml-tree.ts'
import type { XmlNode } from './xml-tree.ts'

const lineOf = (node: XmlNode): ReadLine => {
  const text = (name: string) => textOrNull(textAt(node, name))
  const net = amountIn(text('Amount'))
  if (net === null) throw unreadable('发票明细没有金额', 'A line has no amount')
  return {
    name: textAt(node, 'Item'),
    spec: text('Specification'),
    unit: text('MeasurementDimension'),
    quantity: amountIn(text('Quantity')),
    price: amountIn(text('Price')),
    net,
    taxRate: rateIn(text('TaxScheme')) ?? decimal(0),
    tax: amountIn(text('TaxAmount')) ?? decimal(0),
    taxCode: null,
  }
}

/** Type codes of 增值税电子发票 that may be deducted: 004 and 028 are special invoices. */
const specialTypes = new Set(['1', '004', '028'])

/** 增值税电子发票 of the time before the 数电票, with code and number (`eInvoice`, edrm.org.cn 2019), as its OFD carries it. */
export const readOldEinvoice = (root: XmlNode): ReadInvoice => {
  const issuedOn = dayIn(textAt(root, 'IssueDate'))
  const [net, gross] = [
    amountIn(textAt(root, 'TaxExclusiveTotalAmount')),
    amountIn(textAt(root, 'TaxInclusiveTotalAmount')),
  ]
  if (issuedOn === null || net === null || gross === null) {
    throw unreadable('电子发票 XML 缺少开票日期或合计', 'The XML lacks the day or the totals')
  }
  const side = (name: 'Buyer' | 'Seller') => ({
    name: textAt(root, name, `${name}Name`),
    taxNumber: textOrNull(textAt(root, name, `${name}TaxID`)),
  })
  return soundInvoice({
    code: textOrNull(textAt(root, 'InvoiceCode')),
    number: textAt(root, 'InvoiceNo'),
    kind: specialTypes.has(textAt(root, 'TypeCode')) ? 'special' : 'ordinary',
    isRed: gross.isNegative(),
    issuedOn,
    seller: side('Seller'),
    buyer: side('Buyer'),
    lines: nodesOf(nodeAt(root, 'GoodsInfos'), 'GoodsInfo').map(lineOf),
    net,
    tax: amountIn(textAt(root, 'TaxTotalAmount')) ?? decimal(0),
    gross,
    remark: textOrNull(textAt(root, 'Note')),
  })
}
