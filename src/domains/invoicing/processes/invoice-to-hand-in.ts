import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { digitalInvoice } from '../documents/digital-invoice.ts'
import { sellerOn } from '../own-party.ts'
import type { InvoiceToIssue, PlatformLine, RedReason, RedRequest } from '../platform/invoice-platform.ts'

export type DigitalRecord = DocumentRecord<typeof digitalInvoice>

export const loadDigital = async (work: Work, id: string): Promise<DigitalRecord> =>
  asDocument(digitalInvoice, await findDocument(work, digitalInvoice, id))

const reasonCodes: Readonly<Record<NonNullable<DigitalRecord['header']['redReason']>, RedReason>> = {
  mistake: '01',
  return: '02',
  stopped: '03',
  allowance: '04',
}

/** `2026-01-05 10:11:12` in the company's zone. */
export const momentIn = (work: Work): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: settingsOf(work.settings).zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(work.clock.now())

interface BlueLine {
  readonly line_no: number
  readonly item: string | null
  readonly goods_name: string
}

interface BlueInvoice {
  readonly id: string
  readonly issued_at: string
  readonly net: string
  readonly tax: string
  readonly kind: 'special' | 'ordinary'
  readonly lines: readonly BlueLine[]
}

/** The blue invoice of ours that a red one takes back; undefined where it was issued elsewhere. */
export const blueInvoice = async (work: Work, number: string): Promise<BlueInvoice | undefined> => {
  const [head] = await work.tx.rows<Omit<BlueInvoice, 'lines'>>(
    `select id, issued_at, total_net as net, total_tax as tax, invoice_kind as kind from digital_invoice
     where company_id = $1 and invoice_number = $2`,
    [work.company, number],
  )
  if (head === undefined) return undefined
  const lines = await work.tx.rows<BlueLine>(
    `select line_no, item, goods_name from digital_invoice_line where company_id = $1 and owner_id = $2 order by line_no`,
    [work.company, head.id],
  )
  return { ...head, lines }
}

const linesOf = ({ header, lines }: DigitalRecord, blue: BlueInvoice | undefined): PlatformLine[] => {
  const signed = (amount: Decimal) => (header.isRed === true ? amount.neg() : amount)
  return lines.map((line, index) => {
    const taken = blue?.lines.find((each) =>
      line.item === null ? each.goods_name === line.goodsName : each.item === line.item,
    )
    return {
      name: line.goodsName,
      shortName: line.shortName ?? '',
      taxCode: line.taxCode ?? '',
      spec: line.spec,
      unit: line.unitName,
      quantity: line.price === null || line.quantity === null ? null : signed(line.quantity),
      price: line.quantity === null ? null : line.price,
      net: signed(line.gross.minus(line.tax ?? zero)),
      taxRate: line.taxRate ?? zero,
      tax: signed(line.tax ?? zero),
      ...(header.isRed === true ? { blueLine: taken?.line_no ?? index + 1 } : {}),
    }
  })
}

const sumOf = (lines: readonly PlatformLine[], name: 'net' | 'tax'): Decimal =>
  lines.reduce((total, line) => total.plus(line[name]), zero)

/** The document as it is handed in, and for a red one what is asked of the other side first. */
export const toHandIn = async (work: Work, record: DigitalRecord) => {
  const { header } = record
  const blue = header.blueNumber === null ? undefined : await blueInvoice(work, header.blueNumber)
  const lines = linesOf(record, blue)
  const seller = await sellerOn(work, header.id)
  const buyer = { name: header.buyerName, taxNumber: header.buyerTaxNumber }
  const [net, tax] = [sumOf(lines, 'net'), sumOf(lines, 'tax')]
  const kind = header.invoiceKind
  const invoice: Omit<InvoiceToIssue, 'red'> = {
    number: header.invoiceNumber ?? '',
    kind,
    seller,
    buyer,
    isPerson: header.isPerson === true,
    lines,
    net,
    tax,
    gross: net.plus(tax),
    drawer: work.actor.name === '' ? '管理员' : work.actor.name,
    at: momentIn(work),
    remark: header.remark,
  }
  const red: RedRequest = {
    by: header.redBy ?? 'seller',
    seller,
    buyer,
    blueNumber: header.blueNumber ?? '',
    blueAt: blue?.issued_at ?? '',
    blueNet: blue === undefined ? net.abs() : decimal(blue.net),
    blueTax: blue === undefined ? tax.abs() : decimal(blue.tax),
    kind,
    reason: reasonCodes[header.redReason ?? 'mistake'],
    lines,
    net,
    tax,
  }
  return { invoice, red }
}
