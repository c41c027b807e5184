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
    name: textAt(node, 'ItemName'),
    spec: text('SpecMod'),
    unit: text('MeaUnits'),
    quantity: amountIn(text('Quantity')),
    price: amountIn(text('UnPrice')),
    net,
    taxRate: rateIn(text('TaxRate')) ?? decimal(0),
    tax: amountIn(text('ComTaxAm')) ?? decimal(0),
    taxCode: text('TaxClassificationCode'),
  }
}

/**
 * 数电票 as the tax administration delivers it: `EInvoice` with `Header`, `EInvoiceData` and `TaxSupervisionInfo`. The names of
 * its elements are those of the delivered files; the day of issue is `RequestTime` (电子凭证会计数据标准, 元素清单).
 */
export const readEinvoice = (root: XmlNode): ReadInvoice => {
  const data = nodeAt(root, 'EInvoiceData')
  const labels = nodeAt(root, 'Header', 'InherentLabel')
  const [seller, buyer, basic] = ['SellerInformation', 'BuyerInformation', 'BasicInformation'].map((name) =>
    nodeAt(data, name),
  )
  const number = textAt(root, 'TaxSupervisionInfo', 'InvoiceNumber') || textAt(root, 'Header', 'EIid')
  const issuedOn = dayIn(textAt(basic, 'RequestTime') || textAt(root, 'TaxSupervisionInfo', 'IssueTime'))
  const gross = amountIn(textAt(basic, 'TotalTax-includedAmount'))
  const net = amountIn(textAt(basic, 'TotalAmWithoutTax'))
  if (issuedOn === null || gross === null || net === null) {
    throw unreadable('数电票 XML 缺少开票日期或合计', 'The XML lacks the day or the totals')
  }
  const kind = nodeAt(labels, 'GeneralOrSpecialVAT')
  const isSpecial = textAt(kind, 'LabelCode') === '01' || textAt(kind, 'LabelName').includes('专用')
  return soundInvoice({
    code: null,
    number,
    kind: isSpecial ? 'special' : 'ordinary',
    isRed: textAt(labels, 'InIssuType', 'LabelCode') === 'N' || gross.isNegative(),
    issuedOn,
    seller: { name: textAt(seller, 'SellerName'), taxNumber: textOrNull(textAt(seller, 'SellerIdNum')) },
    buyer: { name: textAt(buyer, 'BuyerName'), taxNumber: textOrNull(textAt(buyer, 'BuyerIdNum')) },
    lines: nodesOf(data, 'IssuItemInformation').map(lineOf),
    net,
    tax: amountIn(textAt(basic, 'TotalTaxAm')) ?? decimal(0),
    gross,
    remark: textOrNull(textAt(data, 'AdditionalInformation', 'Remark')),
  })
}
