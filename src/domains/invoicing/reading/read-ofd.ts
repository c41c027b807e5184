import { decimal } from '../../../base/decimal.ts'
import { amountIn, dayIn, soundInvoice, textOrNull, unreadable } from './read-invoice.ts'
import type { ReadInvoice } from './read-invoice.ts'
import { openZip } from './open-zip.ts'
import { readInvoiceXml } from './read-xml.ts'
import { nodeAt, parseXml } from './xml-tree.ts'

const holdsInvoice = (bytes: Uint8Array): boolean =>
  /<(\w+:)?e?invoice[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 2000)))

/** 自定义数据 of OFD.xml by name; their names are attributes. */
const customData = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    [...new TextDecoder().decode(bytes).matchAll(/CustomData\s+Name="([^"]+)"\s*>([^<]*)</g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    ),
  )

/** What the head of an OFD tells where the invoice's own data are missing: one line of its totals. */
const readCustomData = (bytes: Uint8Array): ReadInvoice => {
  const data = customData(bytes)
  const read = (name: string) => textOrNull(data.get(name))
  const [issuedOn, net] = [dayIn(read('开票日期')), amountIn(read('合计金额'))]
  const gross = amountIn(read('价税合计'))
  const tax = amountIn(read('合计税额')) ?? (gross === null || net === null ? null : gross.minus(net))
  if (issuedOn === null || net === null || tax === null) {
    throw unreadable('OFD 里没有发票数据', 'The OFD holds no data of an invoice')
  }
  const rate = net.isZero() ? decimal(0) : tax.times(100).div(net).toDecimalPlaces(0)
  return soundInvoice({
    code: read('发票代码'),
    number: read('发票号码') ?? '',
    kind: 'ordinary',
    isRed: net.isNegative(),
    issuedOn,
    seller: { name: read('销售方名称') ?? '', taxNumber: read('销售方纳税人识别号') },
    buyer: { name: read('购买方名称') ?? '', taxNumber: read('购买方纳税人识别号') },
    lines: [
      { name: '详见发票', spec: null, unit: null, quantity: null, price: null, net, taxRate: rate, tax, taxCode: null },
    ],
    net,
    tax,
    gross: gross ?? net.plus(tax),
    remark: null,
  })
}

/** An OFD (GB/T 33190): the XML of the invoice among its attachments, else what its head tells. */
export const readOfd = async (bytes: Uint8Array): Promise<ReadInvoice> => {
  const files = await openZip(bytes)
  const inside = files.find((file) => file.name.endsWith('.xml') && holdsInvoice(file.bytes))
  if (inside !== undefined) return readInvoiceXml(inside.bytes)
  const head = files.find((file) => file.name === 'OFD.xml')
  if (head === undefined || nodeAt(parseXml(head.bytes), 'OFD') === undefined) {
    throw unreadable('不是 OFD 版式文件', 'The file is no OFD')
  }
  return readCustomData(head.bytes)
}
