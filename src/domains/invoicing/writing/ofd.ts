import JSZip from 'jszip'
import { chineseAmount } from '../../../base/chinese-amount.ts'
import { redRemark } from './einvoice-xml.ts'
import type { IssuedInvoice } from './issued-invoice.ts'

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const head = '<?xml version="1.0" encoding="UTF-8"?>'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

interface Words {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

const title = ({ kind, red }: IssuedInvoice): string =>
  `${red === undefined ? '' : '红字'}电子发票（${kind === 'special' ? '增值税专用发票' : '普通发票'}）`

/** Where the words of the invoice stand, in millimetres from the upper left. */
const wordsOf = (invoice: IssuedInvoice): Words[] => {
  const { seller, buyer, lines } = invoice
  const [year = '', month = '', day = ''] = invoice.issuedAt.slice(0, 10).split('-')
  const rows = lines.flatMap((line, index): Words[] => {
    const y = 58 + index * 6
    const cells: readonly (readonly [number, string])[] = [
      [8, `*${line.shortName}*${line.name}`],
      [62, line.spec ?? ''],
      [88, line.unit ?? ''],
      [100, line.quantity?.toString() ?? ''],
      [120, line.price?.toString() ?? ''],
      [146, line.net.toFixed(2)],
      [168, `${line.taxRate.toString()}%`],
      [184, line.tax.toFixed(2)],
    ]
    return cells.flatMap(([x, text]) => (text === '' ? [] : [{ x, y, text, size: 3 }]))
  })
  const foot = 64 + lines.length * 6
  return [
    { x: 66, y: 12, text: title(invoice), size: 6 },
    { x: 148, y: 20, text: `发票号码：${invoice.number}` },
    { x: 148, y: 26, text: `开票日期：${year}年${month}月${day}日` },
    { x: 8, y: 36, text: `购买方 名称：${buyer.name}` },
    { x: 8, y: 42, text: `统一社会信用代码/纳税人识别号：${buyer.taxNumber ?? ''}` },
    { x: 108, y: 36, text: `销售方 名称：${seller.name}` },
    { x: 108, y: 42, text: `统一社会信用代码/纳税人识别号：${seller.taxNumber ?? ''}` },
    { x: 8, y: 52, text: '项目名称　　　　　规格型号　单位　数量　单价　　金额　税率　税额' },
    ...rows,
    { x: 8, y: foot, text: `合计　¥${invoice.net.toFixed(2)}　¥${invoice.tax.toFixed(2)}` },
    {
      x: 8,
      y: foot + 7,
      text: `价税合计（大写）${chineseAmount(invoice.gross)}　（小写）¥${invoice.gross.toFixed(2)}`,
    },
    { x: 8, y: foot + 14, text: `备注：${redRemark(invoice)}` },
    { x: 8, y: foot + 21, text: `开票人：${invoice.drawer}` },
  ]
}

const charactersOf = (text: string): string[] => Array.from(text)

/** The advance from one character to the next: a full em for Chinese, half of one for Latin. */
const advances = (text: string, size: number): string =>
  charactersOf(text)
    .slice(0, -1)
    .map((character) => ((character.codePointAt(0) ?? 0) > 0x2e7f ? size : size / 2))
    .join(' ')

const textObject = ({ x, y, text, size = 3.5 }: Words, index: number): string => {
  const width = charactersOf(text).length * size
  const delta = advances(text, size)
  const deltaX = delta === '' ? '' : ` DeltaX="${delta}"`
  return `<ofd:TextObject ID="${index + 100}" Boundary="${x} ${y} ${width} ${size * 1.4}" Font="5" Size="${size}"><ofd:TextCode X="0" Y="${size}"${deltaX}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`
}

const customData = (invoice: IssuedInvoice): string =>
  Object.entries({
    发票号码: invoice.number,
    开票日期: invoice.issuedAt.slice(0, 10),
    合计金额: invoice.net.toFixed(2),
    合计税额: invoice.tax.toFixed(2),
    价税合计: invoice.gross.toFixed(2),
    购买方名称: invoice.buyer.name,
    购买方纳税人识别号: invoice.buyer.taxNumber ?? '',
    销售方名称: invoice.seller.name,
    销售方纳税人识别号: invoice.seller.taxNumber ?? '',
  })
    .map(([name, value]) => `<ofd:CustomData Name="${name}">${escaped(value)}</ofd:CustomData>`)
    .join('')

/**
 * The invoice as an OFD (GB/T 33190-2016): one page of words, the XML among its attachments and the head's custom data, as
 * delivered invoices have them. The seals of the bureau are not in it.
 */
export const invoiceOfd = async (invoice: IssuedInvoice, xml: string): Promise<Buffer> => {
  const height = Math.max(140, 100 + invoice.lines.length * 6)
  const box = `0 0 210 ${height}`
  const zip = new JSZip()
  zip.file(
    'OFD.xml',
    `${head}<ofd:OFD ${namespace} DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo><ofd:DocID>${invoice.number.padStart(32, '0')}</ofd:DocID><ofd:CreationDate>${invoice.issuedAt.slice(0, 10)}</ofd:CreationDate><ofd:CustomDatas>${customData(invoice)}</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
  )
  zip.file(
    'Doc_0/Document.xml',
    `${head}<ofd:Document ${namespace}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages><ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>`,
  )
  zip.file(
    'Doc_0/PublicRes.xml',
    `${head}<ofd:Res ${namespace} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="5" FontName="宋体" FamilyName="SimSun"/></ofd:Fonts></ofd:Res>`,
  )
  zip.file(
    'Doc_0/Pages/Page_0/Content.xml',
    `${head}<ofd:Page ${namespace}><ofd:Area><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="2">${wordsOf(invoice).map(textObject).join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
  )
  zip.file(
    'Doc_0/Attachs/Attachments.xml',
    `${head}<ofd:Attachments ${namespace}><ofd:Attachment ID="3" Name="original_invoice" Format="xml" Visible="false"><ofd:FileLoc>original_invoice.xml</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`,
  )
  zip.file('Doc_0/Attachs/original_invoice.xml', xml)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
