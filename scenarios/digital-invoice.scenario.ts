import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import JSZip from 'jszip'
import { simpleParser } from './kit/mail.ts'
import { SMTPServer } from 'smtp-server'
import { decimal } from '../src/base/decimal.ts'
import {
  answerRedConfirmation,
  digitalInvoice,
  saveInvoicePlatform,
  sendDigitalInvoice,
} from '../src/domains/invoicing/index.ts'
import { amountOf } from '../src/domains/invoicing/bureau/bureau-books.ts'
import { leqiPlatform } from '../src/domains/invoicing/platform/leqi-platform.ts'
import { readInvoiceFiles } from '../src/domains/invoicing/reading/read-files.ts'
import { openLocalBureau } from '../src/domains/invoicing/server.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesAllowance, salesDelivery, salesInvoice, salesReturn } from '../src/domains/sales/index.ts'
import { Problem } from '../src/kernel/definition/problem.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { findDocument } from '../src/kernel/documents/documents.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { makeCall } from './kit/call.ts'
import { visit } from './kit/link.ts'
import { run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const own = '91330200MA2GT4H85K'
const buyer = { name: '杭州融易算企业管理咨询有限公司', taxNumber: '91330106MA2B1234X1' }
type Bureau = Awaited<ReturnType<typeof openLocalBureau>>
let bureau: Bureau

beforeAll(async () => {
  bureau = await openLocalBureau({ from: new Date('2026-01-20T02:00:00Z') })
})
afterAll(() => bureau.close())

/** A general taxpayer that is let in at the bureau, with a customer who wants special invoices. */
const opened = async (settings: JsonObject = {}): Promise<Trade> => {
  const trade = await openTrade({ taxNumber: own, ...settings })
  const { books } = trade
  await books.entity(party, {
    code: 'R',
    name: buyer.name,
    isCustomer: true,
    taxNumber: buyer.taxNumber,
    invoiceKind: 'special',
    invoiceEmail: 'finance@rongyisuan.test',
  })
  await books.entity(item, {
    code: 'P',
    name: '中性笔',
    spec: '0.5mm',
    unit: 'PCS',
    taxRate: 'VAT13',
    taxCode: '1060401010000000000',
  })
  const { url, platform, user, ability, useCase, key, isSandbox } = bureau.access
  await makeCall(books, saveInvoicePlatform, { kind: 'leqi', url, platform, user, ability, useCase, key, isSandbox })
  await books.post(purchaseReceipt, {
    date: '2026-01-04',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'P', quantity: '1000', price: '5.65' }],
  })
  return trade
}

/** A hundred pens at 11.30 leave and are billed. */
const billed = async ({ books }: Trade, quantity = '100'): Promise<{ delivery: LoadedRecord; bill: LoadedRecord }> => {
  const lines = [{ item: 'P', quantity, price: '11.3' }]
  const delivery = await books.post(salesDelivery, { date: '2026-01-10', customer: 'R', warehouse: 'MAIN', lines })
  return { delivery, bill: await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-01-20' }) }
}

const issue = ({ books }: Trade, parameters: JsonObject = {}) => run(books, 'issueDigitalInvoices', parameters)

const now = ({ books }: Trade, record: LoadedRecord, definition = digitalInvoice) =>
  books.inWork(async (work) => (await findDocument(work, definition, String(record.header['id']))).header)

const stateOf = async (trade: Trade, record: LoadedRecord): Promise<unknown> => (await now(trade, record))['issueState']

describe('数电票', () => {
  it('[TAX-04] a bill is issued under a number of 20 digits without a code, once, and carries its number', async () => {
    const trade = await opened()
    const { books } = trade
    const { bill } = await billed(trade)
    const invoice = await books.push(salesInvoice, bill, digitalInvoice, { date: '2026-01-20' })
    expect(await stateOf(trade, invoice)).toBe('waiting')
    expect(await issue(trade)).toMatchObject({ issued: 1, failed: 0 })
    const header = await now(trade, invoice)
    expect(header).toMatchObject({
      issueState: 'issued',
      issuedAt: expect.stringMatching(/^2026-01-20 10:/) as unknown,
    })
    expect(String(header['invoiceNumber'])).toMatch(/^26332\d{15}$/)
    const billNow = await books.rows<{ invoice_number: string }>(
      `select invoice_number from sales_invoice where company_id = $1`,
    )
    expect(billNow).toEqual([{ invoice_number: header['invoiceNumber'] }])
    // Run again, there is nothing to issue; the bill has nothing left to invoice.
    expect(await issue(trade)).toMatchObject({ issued: 0 })
    await expect(books.push(salesInvoice, bill, digitalInvoice, { date: '2026-01-20' })).rejects.toThrow(Problem)
    await expect(books.act(digitalInvoice, invoice, 'unpost')).rejects.toThrow('is with the tax bureau')
  })

  it('[TAX-04] a bureau that takes an invoice and does not answer makes no second one', async () => {
    const trade = await opened()
    const { bill } = await billed(trade)
    const before = Object.keys(bureau.books.invoices).length
    const invoice = await trade.books.push(salesInvoice, bill, digitalInvoice, { date: '2026-01-20' })
    bureau.misbehave('broken')
    expect(await issue(trade)).toMatchObject({ issued: 0, issuing: 1 })
    expect((await now(trade, invoice))['failure']).toMatch(/没有应答/)
    // Credit and number are answered; what is handed in is taken without an answer, and so is the question after it.
    bureau.misbehave('well', 'well', 'silent')
    await issue(trade)
    expect(await stateOf(trade, invoice)).toBe('issuing')
    bureau.misbehave('well', 'silent')
    await issue(trade)
    await issue(trade)
    expect(await stateOf(trade, invoice)).toBe('issued')
    expect(Object.keys(bureau.books.invoices)).toHaveLength(before + 1)
  })

  it('[TAX-04] the credit line is drawn down, and an invoice beyond it is not issued until it is raised', async () => {
    const trade = await opened()
    const used = Object.values(bureau.books.invoices)
      .filter((each) => each.content['xsfnsrsbh'] === own)
      .reduce((total, each) => total.plus(amountOf(each.content, 'hjje')), decimal(0))
    bureau.books.credits[own] = used.plus(1500).toString()
    const first = await trade.books.push(salesInvoice, (await billed(trade)).bill, digitalInvoice, {
      date: '2026-01-20',
    })
    const second = await trade.books.push(salesInvoice, (await billed(trade)).bill, digitalInvoice, {
      date: '2026-01-20',
    })
    expect(await issue(trade)).toMatchObject({ issued: 1, failed: 1 })
    expect(await stateOf(trade, first)).toBe('issued')
    const header = await now(trade, second)
    expect(header['failure']).toBe(
      '授信额度不足：2026-01 剩余 500.00，本票金额 1000.00；请向税务局申请调整额度，或拆开开具',
    )
    bureau.books.credits[own] = '30000000'
    expect(await issue(trade, { invoice: String(header['number']) })).toMatchObject({ issued: 1 })
  })

  it('[TAX-04] what the bureau would refuse is told on its field before it is handed in', async () => {
    const trade = await opened()
    const { bill } = await billed(trade)
    await expect(
      trade.books.push(salesInvoice, bill, digitalInvoice, {
        date: '2026-01-20',
        buyerTaxNumber: '91330200MA2GT4H85X',
      }),
    ).rejects.toThrow('buyerTaxNumber: is no valid tax number')
    const lines = [{ goodsName: '服务费', taxRate: '6', gross: '106' }]
    const hand = { date: '2026-01-20', customer: 'R', lines }
    await expect(trade.books.post(digitalInvoice, hand)).rejects.toThrow('lines.0.taxCode')
  })

  it('[TAX-04] returned goods take a red invoice for the blue one, which is 已红冲 when nothing is left of it', async () => {
    const trade = await opened()
    const { books } = trade
    const { delivery, bill } = await billed(trade)
    const blue = await books.push(salesInvoice, bill, digitalInvoice, { date: '2026-01-20' })
    await issue(trade)
    const returned = await books.push(salesDelivery, delivery, salesReturn, { date: '2026-01-22' })
    const redBill = await books.push(salesReturn, returned, salesInvoice, { date: '2026-01-22' })
    const red = await books.push(salesInvoice, redBill, digitalInvoice, { date: '2026-01-22' })
    // Its blue invoice is found along the way the goods came back.
    expect(red.header['blueNumber']).toBe((await now(trade, blue))['invoiceNumber'])
    await issue(trade)
    expect(await now(trade, red)).toMatchObject({ issueState: 'issued', confirmationState: '无需确认' })
    expect(await now(trade, blue)).toMatchObject({ issueState: 'reversed', takenBack: decimal('1130') })
    const issued = bureau.books.invoices[String((await now(trade, red))['invoiceNumber'])]
    expect(issued?.content).toMatchObject({ hjje: '-1000.00', hjse: '-130.00', jshj: '-1130.00' })
  })

  it('[TAX-04] once the buyer has used it, a red invoice waits for the buyer, and lapses after 72 hours', async () => {
    const trade = await opened()
    const { books } = trade
    const { bill } = await billed(trade)
    const blue = await books.push(salesInvoice, bill, digitalInvoice, { date: '2026-01-20' })
    await issue(trade)
    const number = String((await now(trade, blue))['invoiceNumber'])
    const kept = bureau.books.invoices[number]
    if (kept !== undefined) kept.isUsed = true
    const allowance = await books.push(salesInvoice, bill, salesAllowance, {
      date: '2026-01-23',
      reason: '质量折让',
      lines: [
        {
          item: 'P',
          quantity: '100',
          price: '1.13',
          source: { type: 'salesInvoice', document: bill.header['id'], line: bill.tables['lines']?.[0]?.['id'] },
        } as JsonObject,
      ],
    })
    const red = await books.push(salesAllowance, allowance, digitalInvoice, { date: '2026-01-23' })
    await issue(trade)
    expect(await now(trade, red)).toMatchObject({
      issueState: 'confirming',
      confirmationState: '销方录入待购方确认',
      blueNumber: number,
    })
    bureau.pass(73 * 3600 * 1000)
    await issue(trade)
    expect(await now(trade, red)).toMatchObject({
      issueState: 'failed',
      failure: expect.stringContaining('超72小时') as unknown,
    })
    // Asked for anew, and this time the buyer agrees.
    await issue(trade, { invoice: String(red.header['number']) })
    const again = await now(trade, red)
    const atBuyer = leqiPlatform(bureau.access)
    await atBuyer.answerRed(
      buyer.taxNumber,
      { uuid: String(again['confirmationId']), number: String(again['confirmation']) },
      'agree',
    )
    await issue(trade)
    expect(await now(trade, red)).toMatchObject({ issueState: 'issued', confirmationState: '购销双方已确认' })
    // A tenth was taken back; the rest of the blue one stands.
    expect(await now(trade, blue)).toMatchObject({ issueState: 'issued', takenBack: decimal('113') })
  })

  it('[TAX-04] the buyer may enter the confirmation, and the seller agrees', async () => {
    const trade = await opened()
    const { books } = trade
    const { delivery, bill } = await billed(trade)
    const blue = await books.push(salesInvoice, bill, digitalInvoice, { date: '2026-01-20' })
    await issue(trade)
    const { invoiceNumber, issuedAt } = await now(trade, blue)
    const returned = await books.push(salesDelivery, delivery, salesReturn, { date: '2026-01-26' })
    const redBill = await books.push(salesReturn, returned, salesInvoice, { date: '2026-01-26' })
    const red = await books.push(salesInvoice, redBill, digitalInvoice, { date: '2026-01-26', redBy: 'buyer' })
    await issue(trade)
    expect((await now(trade, red))['failure']).toContain('购方还没有录入红字确认单')
    await leqiPlatform(bureau.access).askRed({
      by: 'buyer',
      seller: { name: '测试公司', taxNumber: own },
      buyer,
      blueNumber: String(invoiceNumber),
      blueAt: String(issuedAt),
      blueNet: decimal('1000'),
      blueTax: decimal('130'),
      kind: 'special',
      reason: '02',
      lines: [],
      net: decimal('-1000'),
      tax: decimal('-130'),
    })
    await issue(trade, { invoice: String(red.header['number']) })
    expect(await now(trade, red)).toMatchObject({ issueState: 'confirming', confirmationState: '购方录入待销方确认' })
    await makeCall(books, answerRedConfirmation, { invoice: String(red.header['number']), answer: 'agree' })
    await issue(trade)
    expect(await stateOf(trade, red)).toBe('issued')
  })
})

describe('an issued 数电票', () => {
  it('[TAX-07] is mailed to the customer as XML, OFD and PDF, and says whether it arrived', async () => {
    const caught: string[] = []
    let isRefusing = true
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(isRefusing ? Object.assign(new Error('mailbox unavailable'), { responseCode: 450 }) : null),
      onData: (stream, _session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          caught.push(Buffer.concat(parts).toString('utf8'))
          done()
        })
      },
    })
    await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening))
    const address = smtp.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const trade = await opened()
    const { books } = trade
    const settings = { host: '127.0.0.1', port: String(port), security: 'none', from: 'invoice@qichuan.test' }
    await books.inWork((work) =>
      work.tx.query(
        `insert into message_channel (company_id, name, enabled, settings, updated_at, updated_by) values ($1, 'mail', true, $2, now(), '测试')`,
        [work.company, JSON.stringify(settings)],
      ),
    )
    const invoice = await books.push(salesInvoice, (await billed(trade)).bill, digitalInvoice, { date: '2026-01-20' })
    await issue(trade)
    expect((await now(trade, invoice))['sending']).toBe('waiting')
    await run(books, 'sendInvoices', {})
    expect(await books.rows(`select state, error from invoice_sending where company_id = $1`)).toEqual([
      { state: 'waiting', error: expect.stringContaining('mailbox unavailable') as unknown },
    ])
    isRefusing = false
    expect(await run(books, 'sendInvoices', {})).toMatchObject({ sent: 1 })
    const header = await now(trade, invoice)
    expect(header['sending']).toBe('sent')
    const mail = simpleParser(caught.at(-1) ?? '')
    const number = String(header['invoiceNumber'])
    expect(mail.to).toBe('finance@rongyisuan.test')
    expect(mail.attachments.map((file) => file.name)).toEqual([`${number}.xml`, `${number}.pdf`, `${number}.ofd`])
    // Whoever gets any of the three reads the same invoice from it.
    for (const { name, bytes } of mail.attachments) {
      const [read] = await readInvoiceFiles({ name, bytes })
      if (read === undefined || read.invoice instanceof Problem) throw new Error(`${name} cannot be read`)
      const { invoice: found } = read
      expect([found.number, found.buyer.name, found.seller.name, String(found.gross), found.kind]).toEqual([
        number,
        buyer.name,
        '测试公司',
        '1130',
        'special',
      ])
      expect(found.lines[0]?.name).toBe('*文具*中性笔')
    }
    await makeCall(books, sendDigitalInvoice, { invoice: String(header['number']), address: 'boss@rongyisuan.test' })
    await run(books, 'sendInvoices', {})
    expect(simpleParser(caught.at(-1) ?? '').to).toBe('boss@rongyisuan.test')
    await new Promise<void>((closed) => smtp.close(() => closed()))
  })

  it('[TAX-07] is downloaded by a link, which tells that the customer has looked', async () => {
    const trade = await opened()
    const { books } = trade
    const invoice = await books.push(salesInvoice, (await billed(trade)).bill, digitalInvoice, { date: '2026-01-20' })
    expect((await visit(books, 'invoiceDownload', invoice)).files).toEqual([])
    await issue(trade)
    const page = await visit(books, 'invoiceDownload', invoice)
    expect(page.files?.map((file) => file.label)).toEqual(['下载 XML', '下载 PDF', '下载 OFD'])
    expect((await now(trade, invoice))['sending']).toBe('opened')
    const file = await books.inWork(async (work) => {
      const opening = { record: String(invoice.header['id']), parameters: {}, say: (zh: string) => zh }
      const link = books.installed.publicLinks.get('invoiceDownload')
      return link?.file?.(opening, page.files?.[2]?.name ?? '', work)
    })
    const zip = await JSZip.loadAsync(file?.bytes ?? Buffer.alloc(0))
    expect(Object.keys(zip.files)).toContain('OFD.xml')
  })
})
