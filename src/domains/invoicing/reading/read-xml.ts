import { unreadable } from './read-invoice.ts'
import type { ReadInvoice } from './read-invoice.ts'
import { readEinvoice } from './read-einvoice.ts'
import { readOldEinvoice } from './read-old-einvoice.ts'
import { nodeAt, parseXml } from './xml-tree.ts'

/** The invoice in an XML file, whichever of the two structures it has. */
export const readInvoiceXml = (bytes: Uint8Array): ReadInvoice => {
  const tree = parseXml(bytes)
  const [einvoice, older] = [nodeAt(tree, 'EInvoice'), nodeAt(tree, 'eInvoice')]
  if (einvoice !== undefined) return readEinvoice(einvoice)
  if (older !== undefined) return readOldEinvoice(older)
  throw unreadable('XML 不是电子发票（应为 EInvoice 或 eInvoice）', 'The XML is no invoice')
}
