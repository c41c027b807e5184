import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { unreadable } from './read-invoice.ts'
import type { ReadInvoice } from './read-invoice.ts'
import { readInvoiceXml } from './read-xml.ts'
import { readInvoiceText } from './read-text.ts'

interface Piece {
  readonly x: number
  readonly y: number
  readonly text: string
}

/** Pieces of text that stand on one height are a row, from left to right. */
const rowsOf = (pieces: readonly Piece[]): string[] => {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((one, other) => other.y - one.y)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && Math.abs(row[0].y - piece.y) < 4) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) =>
    row
      .toSorted((one, other) => one.x - other.x)
      .map((piece) => piece.text)
      .join(' '),
  )
}

const attachedXml = (attachments: unknown): Uint8Array | undefined => {
  const all: readonly unknown[] =
    typeof attachments === 'object' && attachments !== null ? Object.values(attachments) : []
  for (const one of all) {
    if (typeof one !== 'object' || one === null || !('content' in one) || !('filename' in one)) continue
    if (String(one.filename).endsWith('.xml') && one.content instanceof Uint8Array) return one.content
  }
  return undefined
}

/** A PDF: the XML that is attached to it, else the words on its pages. A scan has neither. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadInvoice> => {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 })
  try {
    const pdf = await task.promise
    const xml = attachedXml(await pdf.getAttachments())
    if (xml !== undefined) return readInvoiceXml(xml)
    const rows: string[] = []
    for (let number = 1; number <= Math.min(pdf.numPages, 20); number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      const pieces = items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ x: Number(item.transform[4]), y: Number(item.transform[5]), text: item.str.trim() }]
          : [],
      )
      rows.push(...rowsOf(pieces))
    }
    if (rows.length === 0)
      throw unreadable(
        'PDF 里没有文字（可能是扫描件），也没有读到清晰的发票二维码，读不出号码、日期、金额、销方和明细；可用相机扫发票左上角二维码，或向销方要 XML、OFD',
        'The PDF holds no text (it may be a scan) and no square code that can be read: number, day, amounts, seller and lines are missing; scan its square code by camera, or ask for XML or OFD',
      )
    return readInvoiceText(rows)
  } catch (error) {
    if (error instanceof Error && error.name.endsWith('Exception'))
      throw unreadable('PDF 打不开', 'The PDF cannot be opened')
    throw error
  } finally {
    await task.destroy()
  }
}
