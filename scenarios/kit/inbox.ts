import { decimal } from '../../src/base/decimal.ts'
import { receiveInvoiceFiles } from '../../src/domains/invoicing/index.ts'
import { einvoiceXml } from '../../src/domains/invoicing/writing/einvoice-xml.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import { party } from '../../src/ledgers/dimensions/party.ts'
import { makeCall } from './call.ts'
import { openTrade } from './trade.ts'
import type { Trade } from './trade.ts'

const own = { name: '测试公司', taxNumber: '91330200MA2GT4H85K' }
const seller = { name: '得力集团有限公司', taxNumber: '91310000MA1FL0AB1C' }

/** A company with a tax number that buys pens of one seller. */
export const openedInbox = async (): Promise<Trade> => {
  const trade = await openTrade({ taxNumber: own.taxNumber })
  const { books } = trade
  await books.entity(party, { code: 'DL', name: seller.name, isSupplier: true, taxNumber: seller.taxNumber })
  await books.entity(item, { code: 'P', name: '中性笔', spec: '0.5mm', unit: 'PCS', taxRate: 'VAT13' })
  return trade
}

export interface InvoiceLine {
  readonly name?: string
  readonly shortName?: string
  readonly taxCode?: string
  readonly quantity?: string
  readonly net: string
  readonly taxRate?: string
}

/** A special invoice of the seller's, as the tax bureau delivers it. */
export const invoiceXml = (
  number: string,
  lines: readonly InvoiceLine[],
  more: { buyer?: typeof own } = {},
): string => {
  const written = lines.map((line) => {
    const net = decimal(line.net)
    const taxRate = decimal(line.taxRate ?? '13')
    const quantity = decimal(line.quantity ?? '1')
    return {
      name: line.name ?? '中性笔',
      shortName: line.shortName ?? '文具',
      taxCode: line.taxCode ?? '1060401010000000000',
      spec: line.name === undefined ? '0.5mm' : null,
      unit: '支',
      quantity,
      price: net.div(quantity),
      net,
      taxRate,
      tax: net.times(taxRate).div(100).toDecimalPlaces(2),
    }
  })
  const sum = (name: 'net' | 'tax') => written.reduce((total, line) => total.plus(line[name]), decimal(0))
  return einvoiceXml({
    number,
    kind: 'special',
    seller,
    buyer: more.buyer ?? own,
    isPerson: false,
    lines: written,
    net: sum('net'),
    tax: sum('tax'),
    gross: sum('net').plus(sum('tax')),
    drawer: '开票员',
    at: '2026-01-20 10:11:12',
    remark: null,
    issuedAt: '2026-01-20 10:11:15',
    bureau: '国家税务总局上海市税务局',
  })
}

export interface ToldFile {
  readonly file: string
  readonly state: string
  readonly zh: string
  readonly number: string | null
}

/** Drops files on the inbox as a person does: uploads them, then says so. */
export const dropInvoices = async (
  { books }: Trade,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<ToldFile[]> => {
  const ids: string[] = []
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
    ids.push(
      await books.inWork(async (work) => {
        const sha256 = await work.files.store(bytes)
        const rows = await work.tx.rows<{ id: string }>(
          `insert into stored_file (company_id, id, name, content_type, size, sha256, created_at, created_by)
           values ($1, gen_random_uuid(), $2, 'application/xml', $3, $4, now(), '测试') returning id`,
          [work.company, name, bytes.byteLength, sha256],
        )
        return rows[0]?.id ?? ''
      }),
    )
  }
  const answer = (await makeCall(books, receiveInvoiceFiles, { files: ids.join(',') })) as unknown as {
    readonly files: ToldFile[]
  }
  return answer.files
}
