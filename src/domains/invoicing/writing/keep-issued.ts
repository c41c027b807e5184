import type { Work } from '../../../kernel/posting/work.ts'
import { invoiceKey } from '../../../ledgers/invoices/used-invoices.ts'
import { keepFile } from '../archive/keep-file.ts'
import { digitalInvoice } from '../documents/digital-invoice.ts'
import { sendInvoice } from '../sending/send-invoice.ts'
import { einvoiceXml } from './einvoice-xml.ts'
import { invoicePdf } from './invoice-pdf.ts'
import type { IssuedInvoice } from './issued-invoice.ts'
import { invoiceOfd } from './ofd.ts'

/** Keeps what was issued as XML, OFD and PDF in the archive, and begins its way to the customer where an address is known. */
export const keepIssued = async (work: Work, id: string, invoice: IssuedInvoice): Promise<void> => {
  const xml = einvoiceXml(invoice)
  const files = [
    { name: `${invoice.number}.xml`, contentType: 'application/xml', bytes: Buffer.from(xml) },
    { name: `${invoice.number}.ofd`, contentType: 'application/ofd', bytes: await invoiceOfd(invoice, xml) },
    {
      name: `${invoice.number}.pdf`,
      contentType: 'application/pdf',
      bytes: await invoicePdf(invoice, work.files.dataDir),
    },
  ]
  for (const file of files) {
    await keepFile(work, {
      ...file,
      key: invoiceKey({ number: invoice.number }),
      number: invoice.number,
      direction: 'issued',
      type: digitalInvoice.name,
      record: id,
    })
  }
  await sendInvoice(work, id)
}
