import { chmod, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { filePath } from '../src/kernel/files/file-store.ts'
import { landedCost, purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { dropInvoices, invoiceXml, openedInbox } from './kit/inbox.ts'
import { ask, columnsOf, run } from './kit/finance.ts'

const number = '26312000000000000001'

const entered = async () => {
  const trade = await openedInbox()
  const { books } = trade
  const lines = [{ item: 'P', quantity: '100', price: '11.3' }]
  await books.post(purchaseReceipt, { date: '2026-01-05', supplier: 'DL', warehouse: 'MAIN', lines })
  const xml = invoiceXml(number, [{ quantity: '100', net: '1000' }])
  await dropInvoices(trade, { 'a.xml': xml })
  await run(books, 'matchInvoices', {})
  return { trade, xml }
}

it('[TAX-06] the original stays with its hash, leads to its voucher, and a changed one is found', async () => {
  const { trade } = await entered()
  const { books } = trade
  const asked = { from: '2026-01' }
  const archive = await ask(books, 'invoiceArchive', asked)
  expect(columnsOf(archive.rows, 'invoiceNumber', 'direction', 'otherSide', 'gross', 'file', 'verdict')).toEqual([
    `${number} | 收到 | 得力集团有限公司 | 1130.00 | a.xml | 完整`,
  ])
  const [row] = archive.rows
  const vouchers = await books.rows<{ id: string }>(
    `select v.id from general_voucher v join purchase_invoice p on p.company_id = $1 and p.id = v.document_id where v.company_id = $1`,
  )
  expect(vouchers).toHaveLength(1)
  expect(String(row?.['voucher'])).not.toBe('')
  expect(archive.notes?.[1]).toBe('1 个原件，全部完整')
  const path = filePath(join(tmpdir(), 'suanpan-books'), books.company, String(row?.['sha256']))
  await chmod(path, 0o600)
  await writeFile(path, 'someone was here')
  const after = await ask(books, 'invoiceArchive', asked)
  expect(columnsOf(after.rows, 'verdict')).toEqual(['已改动'])
  // The register itself cannot be changed by the product.
  await expect(books.rows(`update invoice_file set sha256 = 'x' where company_id = $1`)).rejects.toThrow(
    'permission denied',
  )
})

it('[TAX-06] an invoice is not booked twice, whatever document it is entered on', async () => {
  const { trade } = await entered()
  const { books } = trade
  const again = {
    date: '2026-01-21',
    supplier: 'S1',
    invoiceNumber: number,
    lines: [{ item: 'A', quantity: '1', price: '113' }],
  }
  await expect(books.post(purchaseInvoice, again)).rejects.toThrow(
    `invoiceNumber: invoice ${number} was entered already`,
  )
  const receipt = await books.post(purchaseReceipt, {
    date: '2026-01-06',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '10', price: '11.3' }],
  })
  const freight = {
    date: '2026-01-21',
    supplier: 'DL',
    invoiceNumber: number,
    charges: [{ gross: '109', taxRate: '9' }],
  }
  await expect(books.push(purchaseReceipt, receipt, landedCost, freight)).rejects.toThrow('was entered already')
  // Taken back, it may be entered anew.
  const [first] = await books.rows<{ id: string }>(
    `select id from purchase_invoice where company_id = $1 and state = 'posted'`,
  )
  await books.act(purchaseInvoice, { header: { id: first?.id }, tables: {} }, 'unpost')
  await books.post(purchaseInvoice, { ...again, lines: [{ item: 'A', quantity: '1', price: '113' }] })
})

it('[TAX-06] a month is taken out as one package: originals, 入账信息, a list with hashes, the vouchers (rule 30)', async () => {
  const { trade, xml } = await entered()
  const { books } = trade
  const zip = await books.inWork(async (work) => {
    const report = books.installed.reports.get('invoiceArchive')
    const content = await report?.files?.['archive']?.({ from: '2026-01' }, work)
    return JSZip.loadAsync(content ?? '')
  })
  const folder = `收到/2026-01/${number}`
  expect(
    Object.keys(zip.files)
      .filter((name) => !name.endsWith('/'))
      .toSorted(),
  ).toEqual(['凭证.csv', '目录.csv', `${folder}/a.xml`, `${folder}/入账信息.xml`].toSorted())
  expect(await zip.file(`${folder}/a.xml`)?.async('string')).toBe(xml)
  const booking = (await zip.file(`${folder}/入账信息.xml`)?.async('string')) ?? ''
  expect(booking).toContain(`<einv:InvoiceNumber contextRef="now">${number}</einv:InvoiceNumber>`)
  expect(booking).toContain('<einv:WhetherEinvoiceHasBeenBooked contextRef="now">Y</einv:WhetherEinvoiceHasBeenBooked>')
  expect(booking).toContain('<einv:AccountingSubjectCode contextRef="now">222105</einv:AccountingSubjectCode>')
})
