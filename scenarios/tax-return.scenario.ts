import { describe, expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { inputVatCertification, purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice } from '../src/domains/sales/index.ts'
import { fileTaxReturn, salesDeduction, taxPayment, taxReturn } from '../src/domains/tax/index.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { findDocument } from '../src/kernel/documents/documents.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { makeCall } from './kit/call.ts'
import { ask, columnsOf, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

/**
 * March of a general taxpayer: bought for 113,000 with a special invoice, ticked; sold for 226,000, of which 113,000 with a special
 * invoice and the rest not invoiced yet. Money was in the bank.
 */
const march = async (settings: JsonObject = {}): Promise<Trade> => {
  const trade = await openTrade({ taxNumber: '91330200MA2GT4H85K', ...settings })
  const { books } = trade
  const date = '2026-03-10'
  const receipt = await books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '1000', price: '113' }],
  })
  const bought = await books.push(purchaseReceipt, receipt, purchaseInvoice, {
    date,
    invoiceNumber: '26332000000000000009',
  })
  await books.push(purchaseInvoice, bought, inputVatCertification, { date: '2026-03-31', taxMonth: '2026-03' })
  const sold = async () =>
    books.post(salesDelivery, {
      date,
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '500', price: '226' }],
    })
  await books.push(salesDelivery, await sold(), salesInvoice, { date, invoiceKind: 'special' })
  await sold()
  return trade
}

const numbered = ({ books }: Trade, number: string): Promise<LoadedRecord> =>
  books.inWork((work) => findDocument(work, taxReturn, number))

const prepared = async (trade: Trade, kind: string, more: JsonObject = {}): Promise<LoadedRecord> => {
  const answer = (await run(trade.books, 'prepareTaxReturn', { kind, period: '2026-03', ...more })) as {
    readonly document: string
  }
  return numbered(trade, answer.document)
}

/** The figures of a form's column that are not zero, by row. */
const figures = (record: LoadedRecord, form: string, column: string): Record<string, string> =>
  Object.fromEntries(
    (record.tables['lines'] ?? [])
      .filter((line) => line['form'] === form && line['formColumn'] === column && String(line['amount']) !== '0')
      .map((line) => [String(line['formRow']), String(line['amount'])]),
  )

const file = ({ books }: Trade, record: LoadedRecord) =>
  makeCall(books, fileTaxReturn, { number: String(record.header['number']) })

describe('the VAT return of a general taxpayer', () => {
  it('[TAX-02] is filled from the books, its rules hold, and it is filed and paid', async () => {
    const trade = await march()
    const { books } = trade
    await run(books, 'accrueTaxes', { period: '2026-03' })
    const draft = await prepared(trade, 'vat')
    expect(draft.header['failedChecks']).toBeNull()
    // 200,000 sold at 13 %: 100,000 with a special invoice, 100,000 not invoiced.
    expect(figures(draft, 'VAT-1', '1')).toEqual({ 1: '100000' })
    expect(figures(draft, 'VAT-1', '5')).toEqual({ 1: '100000' })
    expect(figures(draft, 'VAT-2', 'tax')).toEqual({ 1: '13000', 2: '13000', 12: '13000', 35: '13000' })
    expect(figures(draft, 'VAT-2', 'count')).toEqual({ 1: '1', 2: '1', 35: '1' })
    expect(figures(draft, 'VAT-M', 'month')).toEqual({
      1: '200000',
      2: '200000',
      11: '26000',
      12: '13000',
      17: '13000',
      18: '13000',
      19: '13000',
      24: '13000',
      32: '13000',
      34: '13000',
      39: '455',
      40: '195',
      41: '130',
    })
    const posted = await books.act(taxReturn, draft, 'post')
    const receipt = (await file(trade, posted)) as { readonly receipt: string }
    expect(receipt.receipt).toMatch(/^MN202603[0-9A-F]{16}$/)
    await expect(file(trade, posted)).rejects.toThrow('filed already')
    await expect(books.act(taxReturn, posted, 'unpost')).rejects.toThrow('was filed')
    await books.push(taxReturn, posted, taxPayment, { date: '2026-04-10', cashAccount: 'BANK' })
    const ledger = await trade.ledger()
    expect([ledger['222102'], ledger['222112'], ledger['222113'], ledger['222114']]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(ledger['1002']).toBe('-13780.00')
    await expect(
      books.push(taxReturn, posted, taxPayment, { date: '2026-04-11', cashAccount: 'BANK' }),
    ).rejects.toThrow('is open any more')
  })

  it('[TAX-02] is not posted when the books have moved since, nor when a figure breaks a rule of the bureau', async () => {
    const trade = await march()
    const { books } = trade
    const draft = await prepared(trade, 'vat')
    const sheet = JSON.parse(JSON.stringify(draft.tables)) as { readonly lines: readonly JsonObject[] }
    const lines = sheet.lines.map((line) =>
      line['form'] === 'VAT-M' && line['formRow'] === '24' && line['formColumn'] === 'month'
        ? { ...line, amount: '12000', adjusted: true }
        : line,
    )
    const wrong = await books.draft(taxReturn, {
      date: '2026-03-31',
      kind: 'vat',
      period: '2026-03',
      lines: lines.map(({ form, formRow, formColumn, amount, adjusted }) => ({
        form,
        formRow,
        formColumn,
        amount,
        adjusted,
      })) as JsonObject[],
    })
    await expect(books.act(taxReturn, wrong, 'post')).rejects.toThrow('a rule does not hold: 12000.00 is not 13000.00')
    // An unticked invoice comes in: the books say another figure than the draft.
    const receipt = await books.post(purchaseReceipt, {
      date: '2026-03-25',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', price: '113' }],
    })
    const bought = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-03-25' })
    await books.push(purchaseInvoice, bought, inputVatCertification, { date: '2026-03-31', taxMonth: '2026-03' })
    await expect(books.act(taxReturn, draft, 'post')).rejects.toThrow('the books say 13130.00 now')
    await run(books, 'accrueTaxes', { period: '2026-03' })
    const again = await prepared(trade, 'vat')
    await books.act(taxReturn, again, 'post')
    expect(figures(again, 'VAT-M', 'month')).toMatchObject({ 12: '13130', 34: '12870' })
  })

  it('[TAX-02] services deduct from their sales, a service fee from the tax, and a manufacturer 5 % of its input more', async () => {
    const trade = await march({ vatAddition: 'advancedManufacturing' })
    const { books } = trade
    // A service of 10,600 at 6 %, of which 5,300 were passed on: 300 of its 600 are taken off. Building of 10,900 at 9 %, of which
    // 2,180 went to a subcontractor: 180 of its 900. And 280 for the tax controller's upkeep.
    await books.entity(item, { code: 'F', name: '货运代理', unit: 'PCS', isService: true, taxRate: 'VAT6' })
    await books.entity(item, { code: 'G', name: '安装工程', unit: 'PCS', isService: true, taxRate: 'VAT9' })
    await books.post(salesDelivery, {
      date: '2026-03-12',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [
        { item: 'F', quantity: '1', price: '10600' },
        { item: 'G', quantity: '1', price: '10900' },
      ],
    })
    const deducted = (lines: JsonObject[]) => books.post(salesDeduction, { date: '2026-03-18', payee: 'S1', lines })
    await expect(deducted([{ gross: '2180', taxRate: '7' }])).rejects.toThrow('must be one of')
    await deducted([
      { summary: '支付分包款', gross: '1090', taxRate: '9', evidence: '26332000000000000077' },
      { summary: '代付国际运费', gross: '5300' },
    ])
    const pay = (account: string, amount: string, against: string) =>
      books.post(voucher, {
        date: '2026-03-20',
        lines: [
          { summary: '差额征税、维护费', account, debit: amount },
          { summary: '差额征税、维护费', account: against, credit: amount },
        ],
      })
    // The rest of the subcontract was entered by hand, which says no rate: it stands with the service that most was sold of.
    await pay('22210102', '90', '5401')
    await pay('22210105', '280', '560204')
    await run(books, 'accrueTaxes', { period: '2026-03' })
    const draft = await prepared(trade, 'vat')
    expect(figures(draft, 'VAT-3', '5')).toEqual({ 2: '2180', 3: '5300' })
    expect(figures(draft, 'VAT-1', '14')).toEqual({ 4: '720', 5: '300' })
    // 26,000 + 720 + 300 of output less 13,000 of input are 14,020; 5 % of the input, 650, and 280 are taken off.
    expect(figures(draft, 'VAT-4B', '5')).toEqual({ 6: '650', 8: '650' })
    expect(figures(draft, 'VAT-4', '4')).toEqual({ 1: '280' })
    expect(figures(draft, 'VAT-M', 'month')).toMatchObject({
      11: '27020',
      18: '13000',
      19: '13370',
      23: '280',
      34: '13090',
    })
    expect(draft.header['failedChecks']).toBeNull()
    const posted = await books.act(taxReturn, draft, 'post')
    await file(trade, posted)
    await books.push(taxReturn, posted, taxPayment, { date: '2026-04-12', cashAccount: 'BANK' })
    // What was owed is paid, and the 650 are income of the company.
    expect((await trade.ledger())['222102']).toBeUndefined()
  })

  it('[TAX-02] tells what was invoiced later as less of 未开票, and carries input in excess to the next month', async () => {
    const trade = await openTrade({ certifyInputVat: 'immediate', vatPeriod: 'month' })
    const { books } = trade
    const receipt = await books.post(purchaseReceipt, {
      date: '2026-01-10',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '1000', price: '113' }],
    })
    await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-10' })
    const sold = await books.post(salesDelivery, {
      date: '2026-01-12',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '100', price: '113' }],
    })
    await run(books, 'accrueTaxes', { period: '2026-01' })
    const january = await prepared(trade, 'vat', { period: '2026-01' })
    expect(figures(january, 'VAT-M', 'month')).toMatchObject({ 11: '1300', 12: '13000', 18: '1300', 20: '11700' })
    expect(january.header['failedChecks']).toBeNull()
    await books.push(salesDelivery, sold, salesInvoice, { date: '2026-02-05', invoiceKind: 'ordinary' })
    await run(books, 'accrueTaxes', { period: '2026-02' })
    const february = await prepared(trade, 'vat', { period: '2026-02' })
    expect(figures(february, 'VAT-1', '3')).toEqual({ 1: '10000' })
    expect(figures(february, 'VAT-1', '5')).toEqual({ 1: '-10000' })
    expect(figures(february, 'VAT-M', 'month')).toEqual({ 13: '11700', 17: '11700', 20: '11700' })
    expect(figures(february, 'VAT-M', 'year')).toMatchObject({ 1: '10000', 11: '1300', 12: '13000' })
    expect(february.header['failedChecks']).toBeNull()
  })
})

describe('the other returns', () => {
  it('[TAX-02] the VAT return of a small-scale taxpayer tells exempt sales, and special invoices at 1 %', async () => {
    const trade = await openTrade({ taxpayer: 'smallScale', vatPeriod: 'quarter', receivableBasis: 'delivery' })
    const { books } = trade
    await books.post(purchaseReceipt, {
      date: '2026-01-10',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '1000', price: '50' }],
    })
    const deliver = (quantity: string) =>
      books.post(salesDelivery, {
        date: '2026-02-10',
        customer: 'C1',
        warehouse: 'MAIN',
        lines: [{ item: 'A', quantity, price: '101', taxRate: '1' }],
      })
    await books.push(salesDelivery, await deliver('200'), salesInvoice, { date: '2026-02-10', invoiceKind: 'special' })
    await deliver('800')
    await run(books, 'accrueTaxes', { period: '2026-03' })
    const draft = await prepared(trade, 'vat')
    // 100,000 in the quarter: 20,000 with special invoices pay 1 %, 80,000 are exempt.
    expect(figures(draft, 'VAT-S', 'goods')).toEqual({
      1: '20000',
      2: '20000',
      9: '80000',
      10: '80000',
      15: '600',
      16: '400',
      17: '2400',
      18: '2400',
      20: '200',
      22: '200',
      23: '7',
    })
    expect(draft.header['failedChecks']).toBeNull()
    // The next quarter it sells an agency's service for 404,000, of which 50,500 are its clients' own: 350,000 are taxed at 1 %.
    await books.entity(item, { code: 'F', name: '旅游服务', unit: 'PCS', isService: true })
    await books.post(salesDelivery, {
      date: '2026-05-10',
      customer: 'C1',
      warehouse: 'MAIN',
      lines: [{ item: 'F', quantity: '1', price: '404000', taxRate: '1' }],
    })
    await books.post(salesDeduction, { date: '2026-05-20', lines: [{ summary: '代付住宿、门票', gross: '50500' }] })
    await run(books, 'accrueTaxes', { period: '2026-06' })
    const next = await prepared(trade, 'vat', { period: '2026-06' })
    expect(figures(next, 'VAT-S1', '3')).toEqual({
      2: '50500',
      3: '50500',
      5: '404000',
      6: '50500',
      7: '353500',
      8: '350000',
    })
    expect(figures(next, 'VAT-S', 'services')).toEqual({
      1: '350000',
      15: '10500',
      16: '7000',
      20: '3500',
      22: '3500',
    })
    expect(next.header['failedChecks']).toBeNull()
    await expect(run(books, 'prepareTaxReturn', { kind: 'vat', period: '2026-02' })).rejects.toThrow(
      'last month of a quarter',
    )
  })

  it('[TAX-02] income tax is prepaid on A200000 from the income statement, 5 % for a small low-profit company', async () => {
    const trade = await march()
    await run(trade.books, 'accrueTaxes', { period: '2026-03' })
    const draft = await prepared(trade, 'incomeTax')
    // 200,000 − 100,000 − 825 of taxes = 99,175; at 25 % 24,793.75, less 19,835.00 of relief.
    expect(figures(draft, 'A200000', 'year')).toEqual({
      1: '200000',
      2: '100000',
      3: '825',
      15: '99175',
      18: '99175',
      25: '99175',
      26: '25',
      27: '24793.75',
      28: '19835',
      31: '4958.75',
    })
    expect(draft.header['failedChecks']).toBeNull()
    const posted = await trade.books.act(taxReturn, draft, 'post')
    await file(trade, posted)
    await trade.books.push(taxReturn, posted, taxPayment, { date: '2026-04-12', cashAccount: 'BANK' })
    expect((await trade.ledger())['222111']).toBeUndefined()
  })

  it('[TAX-02] stamp duty and the statements are declared, and all leaves as the bureau’s workbook and as XML', async () => {
    const trade = await march()
    const { books } = trade
    await books.post(voucher, {
      date: '2026-03-02',
      lines: [
        { summary: '收到投资款', account: '1002', cashAccount: 'BANK', debit: '50000' },
        { summary: '收到投资款', account: '3001', credit: '50000' },
      ],
    })
    await run(books, 'accrueTaxes', { period: '2026-03' })
    const stamp = await prepared(trade, 'stampDuty')
    expect(figures(stamp, 'STAMP', 'due')).toEqual({ sales: '45' })
    const statements = await prepared(trade, 'statements')
    expect(statements.header['failedChecks']).toBeNull()
    expect(figures(statements, 'CF', 'year')).toEqual({ 15: '50000', 19: '50000', 20: '50000', 22: '50000' })
    await books.act(taxReturn, statements, 'post')
    const vat = await prepared(trade, 'vat')
    const number = String(vat.header['number'])
    const shown = await ask(books, 'taxReturnForms', { number })
    expect(columnsOf(shown.rows, 'row', 'column', 'amount', 'working')).toContain(
      '34 | 一般项目 本月数 | 13000.00 | 第 24−28−29 栏',
    )
    expect(shown.notes).toContain('表内、表间校验全部通过')
    const written = async (name: string) =>
      books.inWork(async (work) => books.installed.reports.get('taxReturnForms')?.files?.[name]?.({ number }, work))
    expect(String(await written('xml'))).toContain(
      '<cell row="34" column="month" label="本期应补（退）税额 34=24-28-29">13000.00</cell>',
    )
    const { default: ExcelJS } = await import('exceljs')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(((await written('bureau')) as Uint8Array).buffer as ArrayBuffer)
    expect(workbook.worksheets.map((page) => page.name)).toEqual([
      'VAT-M',
      'VAT-1',
      'VAT-2',
      'VAT-3',
      'VAT-4',
      'VAT-4B',
      'VAT-5',
    ])
    const main = workbook.getWorksheet('VAT-M')
    expect(main?.getRow(38).getCell(1).value).toBe('34')
    expect(main?.getRow(38).getCell(3).value).toBe(13000)
  })
})
