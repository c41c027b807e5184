import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { chineseAmount } from '../../../base/chinese-amount.ts'
import { makePdf } from '../../../kernel/print/make-pdf.ts'
import { redRemark } from './einvoice-xml.ts'
import type { IssuedInvoice } from './issued-invoice.ts'

/** The brown of printed invoices. */
const brown = '#8a4b1f'

const side = (label: string, party: IssuedInvoice['seller']): TableCell => ({
  stack: [
    { text: label, color: brown, fontSize: 8 },
    { text: `名称：${party.name}` },
    { text: `统一社会信用代码/纳税人识别号：${party.taxNumber ?? ''}`, fontSize: 8.5 },
  ],
  margin: [2, 2, 2, 2],
})

const titleOf = ({ kind, red }: IssuedInvoice): string =>
  `${red === undefined ? '' : '红字'}电子发票（${kind === 'special' ? '增值税专用发票' : '普通发票'}）`

const heads = ['项目名称', '规格型号', '单位', '数量', '单价', '金额', '税率/征收率', '税额']

const lineRow = (line: IssuedInvoice['lines'][number]): TableCell[] => [
  `*${line.shortName}*${line.name}`,
  line.spec ?? '',
  line.unit ?? '',
  { text: line.quantity?.toString() ?? '', alignment: 'right' },
  { text: line.price?.toString() ?? '', alignment: 'right', fontSize: 7.5 },
  { text: line.net.toFixed(2), alignment: 'right' },
  { text: `${line.taxRate.toString()}%`, alignment: 'center' },
  { text: line.tax.toFixed(2), alignment: 'right' },
]

const contentOf = (invoice: IssuedInvoice): Content[] => {
  const [year = '', month = '', day = ''] = invoice.issuedAt.slice(0, 10).split('-')
  const qr = `01,${invoice.kind === 'special' ? '31' : '32'},,${invoice.number},${invoice.gross.toFixed(2)},${year}${month}${day},,`
  return [
    {
      columns: [
        { width: 64, qr, fit: 56, eccLevel: 'M' },
        { width: '*', text: titleOf(invoice), fontSize: 17, color: brown, alignment: 'center', margin: [0, 12, 0, 0] },
        {
          width: 170,
          stack: [{ text: `发票号码：${invoice.number}` }, { text: `开票日期：${year}年${month}月${day}日` }],
          margin: [0, 14, 0, 0],
        },
      ],
    },
    {
      margin: [0, 6, 0, 0],
      table: { widths: ['*', '*'], body: [[side('购买方信息', invoice.buyer), side('销售方信息', invoice.seller)]] },
      layout: { hLineColor: () => brown, vLineColor: () => brown },
    },
    {
      table: {
        headerRows: 1,
        widths: ['*', 58, 28, 44, 72, 64, 50, 56],
        body: [
          heads.map((text) => ({ text, color: brown, fontSize: 8, alignment: 'center' })),
          ...invoice.lines.map(lineRow),
          [
            { text: '合　计', colSpan: 5, color: brown },
            '',
            '',
            '',
            '',
            { text: `¥${invoice.net.toFixed(2)}`, alignment: 'right' },
            '',
            { text: `¥${invoice.tax.toFixed(2)}`, alignment: 'right' },
          ],
          [
            {
              text: `价税合计（大写）　${chineseAmount(invoice.gross)}　　　（小写）¥${invoice.gross.toFixed(2)}`,
              colSpan: 8,
            },
            '',
            '',
            '',
            '',
            '',
            '',
            '',
          ],
          [{ text: `备注　${redRemark(invoice)}`, colSpan: 8, margin: [0, 2, 0, 14] }, '', '', '', '', '', '', ''],
        ],
      },
      layout: {
        hLineColor: () => brown,
        vLineColor: () => brown,
        hLineWidth: (row, node) => (row > 1 && row < node.table.body.length - 3 ? 0 : 0.7),
      },
    },
    { text: `开票人：${invoice.drawer}`, margin: [2, 6, 0, 0] },
  ]
}

/** The invoice as a picture for people (版式文件): laid out as the bureau's, without its seal. */
export const invoicePdf = (invoice: IssuedInvoice, dataDir: string): Promise<Buffer> =>
  makePdf(
    {
      pageSize: { width: 612, height: Math.max(396, 330 + invoice.lines.length * 16) },
      pageMargins: [28, 22, 28, 20],
      defaultStyle: { fontSize: 9 },
      info: { title: `${titleOf(invoice)} ${invoice.number}` },
      content: contentOf(invoice),
    },
    dataDir,
  )
