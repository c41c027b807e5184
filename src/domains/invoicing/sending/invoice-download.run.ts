import { formatMoney } from '../../../base/money.ts'
import { definePublicLinkRun } from '../../../kernel/documents/installed.ts'
import type { PublicTable } from '../../../kernel/definition/public-link.ts'
import type { PublicLinkOpening, Work } from '../../../kernel/posting/work.ts'
import { sellerOn } from '../own-party.ts'
import { loadDigital } from '../processes/invoice-to-hand-in.ts'
import type { DigitalRecord } from '../processes/invoice-to-hand-in.ts'
import { issuedFileNames } from './issued-files.ts'
import { invoiceDownload } from './send-invoices.ts'

type Say = PublicLinkOpening['say']

const tableOf = ({ header, lines }: DigitalRecord, say: Say): PublicTable => ({
  label: say('开票明细', 'Lines'),
  columns: [
    { name: 'name', label: say('项目', 'Item'), kind: 'text' },
    { name: 'quantity', label: say('数量', 'Quantity'), kind: 'quantity' },
    { name: 'net', label: say('金额', 'Net'), kind: 'money' },
    { name: 'tax', label: say('税额', 'Tax'), kind: 'money' },
  ],
  rows: lines.map((line) => ({
    name: `*${line.shortName ?? ''}*${line.goodsName}`,
    quantity: line.quantity?.toString() ?? null,
    net: line.net?.toString() ?? null,
    tax: line.tax?.toString() ?? null,
  })),
  totals: { net: header.totalNet?.toString() ?? '', tax: header.totalTax?.toString() ?? '' },
})

/** The customer has looked: that is as far as a delivery goes. */
const markSeen = async (work: Work, invoice: string): Promise<void> => {
  await work.tx.query(
    `update digital_invoice set sending = 'opened', version = version + 1
     where company_id = $1 and id = $2 and sending is distinct from 'opened'`,
    [work.company, invoice],
  )
}

const isIssued = ({ header }: DigitalRecord): boolean =>
  header.issueState === 'issued' || header.issueState === 'reversed'

export const runInvoiceDownload = definePublicLinkRun(invoiceDownload, {
  show: async ({ record, say }, work) => {
    const [invoice, seller] = await Promise.all([loadDigital(work, record), sellerOn(work, record)])
    const { header } = invoice
    if (isIssued(invoice)) await markSeen(work, record)
    const facts = [
      { label: say('发票号码', 'Number'), value: header.invoiceNumber ?? '' },
      { label: say('开票日期', 'Issued on'), value: header.issuedAt?.slice(0, 10) ?? '' },
      { label: say('购买方', 'Buyer'), value: header.buyerName },
      { label: say('购买方税号', 'Tax number'), value: header.buyerTaxNumber ?? '' },
      {
        label: say('价税合计', 'Total'),
        value: `${header.isRed === true ? '-' : ''}${header.totalGross === null ? '' : formatMoney(header.totalGross)}`,
      },
    ]
    const files = isIssued(invoice) ? await issuedFileNames(work, record) : []
    return {
      title: isIssued(invoice)
        ? say('数电票', 'Digital invoice')
        : say('数电票（尚未开出）', 'Digital invoice, not issued yet'),
      company: seller.name,
      facts: facts.filter((fact) => fact.value !== ''),
      tables: [tableOf(invoice, say)],
      files: files.map((file) => ({
        name: file.name,
        label: `${say('下载', 'Download')} ${file.name.split('.').at(-1)?.toUpperCase() ?? ''}`,
        size: file.size,
      })),
    }
  },
  answers: {},
  file: async ({ record }, name, work) => {
    const row = (await issuedFileNames(work, record)).find((each) => each.name === name)
    if (row === undefined) return undefined
    return { name: row.name, contentType: row.content_type, bytes: await work.files.read(row.sha256) }
  },
})
