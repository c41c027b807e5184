import { Problem } from '../../../kernel/definition/problem.ts'
import { contentTypeOf } from '../../../kernel/files/content-type.ts'
import type { ContentType } from '../../../kernel/files/content-type.ts'
import { openZip } from './open-zip.ts'
import type { ZippedFile } from './open-zip.ts'
import { unreadable } from './read-invoice.ts'
import type { ReadInvoice } from './read-invoice.ts'
import { readOfd } from './read-ofd.ts'
import type { InvoiceCode } from './read-invoice-code.ts'
import { readPdf } from './read-pdf.ts'
import { readScannedCode } from './scanned-codes.ts'
import { readInvoiceXml } from './read-xml.ts'

/** A file with the invoice in it, or with why it could not be read. */
export interface ReadFile extends ZippedFile {
  readonly contentType: ContentType | undefined
  readonly invoice: ReadInvoice | Problem
  /** What the square code on a scan says of it, where that is all that can be read. */
  readonly code?: InvoiceCode | undefined
}

const readOne = (bytes: Uint8Array, contentType: ContentType | undefined): Promise<ReadInvoice> | ReadInvoice => {
  switch (contentType) {
    case 'application/xml':
      return readInvoiceXml(bytes)
    case 'application/ofd':
      return readOfd(bytes)
    case 'application/pdf':
      return readPdf(bytes)
    case 'image/png':
    case 'image/jpeg':
      throw unreadable('图片上没有读到发票二维码', 'No square code of an invoice is seen on the picture')
    default:
      throw unreadable(
        '只认识 XML、OFD、PDF 的电子发票、扫描图片和它们的压缩包',
        'Only XML, OFD and PDF invoices and scanned pictures are read',
      )
  }
}

const read = async ({ name, bytes }: ZippedFile): Promise<ReadFile> => {
  const contentType = contentTypeOf(bytes)
  try {
    return { name, bytes, contentType, invoice: await readOne(bytes, contentType) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { name, bytes, contentType, invoice: error, code: await readScannedCode(bytes, contentType) }
  }
}

/** The invoices of a file, or of every file of a zip, also of a zip in a zip: the tax bureau packs a month so. */
export const readInvoiceFiles = async (file: ZippedFile, depth = 0): Promise<ReadFile[]> => {
  if (contentTypeOf(file.bytes) !== 'application/zip' || depth > 1) return [await read(file)]
  let inside: ZippedFile[]
  try {
    inside = await openZip(file.bytes)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [{ ...file, contentType: 'application/zip', invoice: error }]
  }
  const wanted = inside.filter((each) => !/(^|\/)(__MACOSX|\.DS_Store)/.test(each.name))
  return (await Promise.all(wanted.map((each) => readInvoiceFiles(each, depth + 1)))).flat()
}
