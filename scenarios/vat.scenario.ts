import { describe, expect, it } from 'vitest'
import { openingStock } from '../src/domains/inventory/index.ts'
import { collection, expense, expenseItem } from '../src/domains/money/index.ts'
import { inputVatCertification, purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { pendingVatDue, salesDelivery, salesInvoice, salesOrder, salesReturn } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { findDocument } from '../src/kernel/documents/documents.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, expectSoundBooks, followUp, run } from './kit/finance.ts'
import { sourceOf } from './kit/source-of.ts'
import { openTrade } from './kit/trade.ts'

const received = { date: '2026-01-03', supplier: 'S1', warehouse: 'MAIN' }

it('deducts input VAT when its invoice is certified, in parts, and not more than is pending (rule 3)', async () => {
  const { books, ledger } = await openTrade()
  const receipt = await books.post(purchaseReceipt, {
    ...received,
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const bill = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-04', invoiceNumber: '88' })
  expect(await ledger()).toMatchObject({ 222105: '130.00' })
  const source = { type: 'purchaseInvoice', document: bill.header['id'], line: bill.tables['lines']?.[0]?.['id'] }
  const part = { lines: [{ pendingTax: '100', source: JSON.parse(JSON.stringify(source)) }] }
  const first = await books.post(inputVatCertification, { date: '2026-01-31', ...part })
  expect(await ledger()).toMatchObject({ 222105: '30.00', 22210101: '100.00' })
  await expect(books.post(inputVatCertification, { date: '2026-01-31', ...part })).rejects.toThrow(/posted yet/)
  await expect(books.act(purchaseInvoice, bill, 'unpost')).rejects.toThrow(/drawn/)
  const rest = await books.push(purchaseInvoice, bill, inputVatCertification, {
    date: '2026-02-05',
    taxMonth: '2026-01',
  })
  expect(rest.tables['lines']).toMatchObject([{ invoiceNumber: '88' }])
  expect(await ledger()).toMatchObject({ 22210101: '130.00' })
  expect(await ledger()).not.toHaveProperty('222105')
  // What is ticked for a month after it stands in the books of the next: the close tells both sums.
  const checks = await ask(books, 'closeChecklist', { period: '2026-01' })
  expect(checks.rows.find((row) => row['name'] === 'inputVatCertified')).toMatchObject({
    ok: false,
    detail: '本所属期勾选 130.00，本月入账 100.00',
    report: 'inputVatTicks',
  })
  await books.act(inputVatCertification, rest, 'reverse')
  await books.act(inputVatCertification, first, 'unpost')
  expect(await ledger()).toMatchObject({ 222105: '130.00' })
  expect(await ledger()).not.toHaveProperty('22210101')
  await expectSoundBooks(books)
})

it('certifies the tax of an expense, and deducts at once under 即票即抵', async () => {
  const { books, ledger } = await openTrade()
  await books.entity(expenseItem, { code: 'RENT', name: '房租', account: '560206' })
  const spent = { date: '2026-01-09', cashAccount: 'BANK', invoiceKind: 'special' }
  const lines = [{ expenseItem: 'RENT', taxRate: '9', gross: '2180' }]
  const rent = await books.post(expense, { ...spent, lines })
  expect(await ledger()).toMatchObject({ 222105: '180.00', 560206: '2000.00' })
  await books.push(expense, rent, inputVatCertification, { date: '2026-01-31' })
  expect(await ledger()).toMatchObject({ 22210101: '180.00' })
  await expectSoundBooks(books)

  const other = await openTrade({ certifyInputVat: 'immediate' })
  await other.books.entity(expenseItem, { code: 'RENT', name: '房租', account: '560206' })
  const paid = await other.books.post(expense, { ...spent, lines })
  expect(await other.ledger()).toMatchObject({ 22210101: '180.00' })
  await expect(other.books.push(expense, paid, inputVatCertification)).rejects.toThrow(/open/)
})

const sold = { customer: 'C1', warehouse: 'MAIN', contractPaymentOn: '2026-03-31' }
const ten = [{ item: 'A', quantity: '10', price: '113' }]
const stockOf = (books: Books) =>
  books.post(openingStock, {
    date: '2026-01-01',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', amount: '6000' }],
  })
const moveDue = (books: Books, through: string) => run(books, 'moveDueVat', { through })

it('moves VAT on the day the contract names, once, and takes it back before the delivery', async () => {
  const { books, ledger } = await openTrade()
  await stockOf(books)
  const delivery = await books.post(salesDelivery, { date: '2026-01-05', ...sold, lines: ten })
  expect(await moveDue(books, '2026-03-30')).toEqual({ documents: [] })
  expect(await ledger()).toMatchObject({ 222106: '-130.00' })
  expect(await moveDue(books, '2026-04-10')).toEqual({ documents: ['ZXZC-202603-0001'] })
  expect(await moveDue(books, '2026-04-10')).toEqual({ documents: [] })
  const [entry] = await books.rows<{ date: string }>(
    `select distinct date from general_entry where company_id = $1 and document_type = 'pendingVatDue'`,
  )
  expect(entry?.date).toBe('2026-03-31')
  expect(await ledger()).toMatchObject({ 22210107: '-130.00' })
  expect(await ledger()).not.toHaveProperty('222106')
  // Its invoice has nothing left to move.
  const bill = await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-04-12' })
  expect(await ledger()).toMatchObject({ 22210107: '-130.00', 1122: '1130.00' })
  await books.act(salesInvoice, bill, 'unpost')
  await expect(books.act(salesDelivery, delivery, 'unpost')).rejects.toThrow(/drawn/)
  const moved = await books.inWork((work) => findDocument(work, pendingVatDue, 'ZXZC-202603-0001'))
  await books.act(pendingVatDue, moved, 'unpost')
  expect(await ledger()).toMatchObject({ 222106: '-130.00' })
  expect(await moveDue(books, '2026-04-10')).toEqual({ documents: ['ZXZC-202603-0002'] })
  await expectSoundBooks(books)
})

it('moves the VAT of money received before the contract day, of what was neither invoiced nor returned', async () => {
  const { books, ledger, itemsOf } = await openTrade()
  await stockOf(books)
  const delivery = await books.post(salesDelivery, { date: '2026-01-05', ...sold, lines: ten })
  const [due] = await itemsOf(delivery)
  const line = String(delivery.tables['lines']?.[0]?.['id'])
  const source = { type: 'salesDelivery', document: String(delivery.header['id']), line }
  await books.push(salesDelivery, delivery, salesReturn, {
    date: '2026-01-10',
    lines: [{ item: 'A', quantity: '2', price: '113', source }],
  })
  expect(await ledger()).toMatchObject({ 222106: '-104.00', 1122: '904.00' })
  await books.post(collection, {
    date: '2026-02-10',
    customer: 'C1',
    lines: [{ cashAccount: 'BANK', amount: '565' }],
    settlements: [{ openItem: due ?? '', amount: '565' }],
  })
  expect(await moveDue(books, '2026-02-28')).toEqual({ documents: ['ZXZC-202602-0001'] })
  expect(await ledger()).toMatchObject({ 222106: '-39.00', 22210107: '-65.00' })
  // Three are invoiced: their VAT is due now, and the rest on the day of the contract.
  await books.push(salesDelivery, delivery, salesInvoice, {
    date: '2026-03-02',
    lines: [{ item: 'A', quantity: '2', price: '113', source }],
  })
  expect(await ledger()).toMatchObject({ 222106: '-13.00', 22210107: '-91.00' })
  await moveDue(books, '2026-03-31')
  expect(await ledger()).toMatchObject({ 22210107: '-104.00', 1122: '339.00' })
  expect(await ledger()).not.toHaveProperty('222106')
  await expectSoundBooks(books)
})

it('charges VAT that is due where the receivable waits for the invoice', async () => {
  const { books, ledger } = await openTrade({ receivableBasis: 'invoice' })
  await stockOf(books)
  const delivery = await books.post(salesDelivery, { date: '2026-01-05', ...sold, lines: ten })
  expect(await ledger()).not.toHaveProperty('1122')
  await moveDue(books, '2026-03-31')
  expect(await ledger()).toMatchObject({ 1122: '130.00', 22210107: '-130.00' })
  await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-04-12' })
  expect(await ledger()).toMatchObject({ 1122: '1130.00', 22210107: '-130.00', 5001: '-1000.00' })
  await expectSoundBooks(books)
})

it('a close moves what is due of its own accord, and what was forgotten stands in the next month', async () => {
  const { books, ledger } = await openTrade()
  await stockOf(books)
  await books.post(salesDelivery, { date: '2026-01-05', ...sold, contractPaymentOn: '2026-01-31', lines: ten })
  const items = await ask(books, 'closeChecklist', { period: '2026-01' })
  expect(columnsOf(items.rows, 'name', 'ok')).toContain('pendingVatMoved | false')
  await followUp(books)
  await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
  expect(await ledger()).toMatchObject({ 22210107: '-130.00' })
  // A delivery of a closed month cannot be; one whose money is entered late is moved on the first open day.
  const late = await books.post(salesDelivery, { date: '2026-02-01', ...sold, lines: ten })
  expect(late.header['vatDueOn']).toBe('2026-03-31')
  await expectSoundBooks(books)
})

describe('an invoice before its goods', () => {
  const ordered = { date: '2026-01-03', customer: 'C1', warehouse: 'MAIN', contractPaymentOn: '2026-03-31', lines: ten }
  const ahead = (books: Books, order: LoadedRecord, more: JsonObject = {}) =>
    books.push(salesOrder, order, salesInvoice, { date: '2026-01-05', ...more }, 'salesOrderToInvoiceAhead')

  it.each(['delivery', 'invoice'])(
    '[SAL-23] owes its VAT at once and no more; the delivery adds revenue and cost, and no VAT again (rule 1), by %s',
    async (receivableBasis) => {
      const { books, ledger, openItems } = await openTrade({ receivableBasis })
      await stockOf(books)
      const order = await books.post(salesOrder, ordered)
      const bill = await ahead(books, order)
      const opened = { 1405: '6000.00', 310499: '-6000.00' }
      expect(await ledger()).toEqual({ ...opened, 1122: '130.00', 22210107: '-130.00' })
      // The goods are still to go, and leave from their invoice, whichever of the two is pressed.
      await expect(ahead(books, order)).rejects.toThrow(/open/)
      const delivery = await books.push(salesOrder, order, salesDelivery, { date: '2026-01-10' })
      expect(delivery.tables['lines']).toMatchObject([{ source: { type: 'salesInvoice' } }])
      const sold = { 1122: '1130.00', 22210107: '-130.00', 5001: '-1000.00', 5401: '600.00' }
      expect(await ledger()).toEqual({ ...sold, 1405: '5400.00', 310499: '-6000.00' })
      expect(await openItems()).toEqual(['receivable 130.00', 'receivable 1000.00'])
      // Nothing waits for a contract's day or for another invoice.
      expect(await moveDue(books, '2026-04-30')).toEqual({ documents: [] })
      await expect(books.push(salesDelivery, delivery, salesInvoice)).rejects.toThrow(/open/)
      expect((await ask(books, 'dueToInvoice', { asOf: '2026-04-30' })).rows).toEqual([])
      const progress = await ask(books, 'salesOrderProgress', { show: 'all' })
      expect(columnsOf(progress.rows, 'ordered', 'shipped', 'invoiced')).toEqual(['10.000000 | 10.000000 | 10.000000'])
      // What comes back takes its revenue, cost and VAT back; its red invoice says nothing more.
      const back = await books.push(salesDelivery, delivery, salesReturn, {
        date: '2026-01-20',
        lines: [{ item: 'A', quantity: '4', price: '113', source: sourceOf('salesDelivery', delivery) }],
      })
      const left = { 1122: '678.00', 22210107: '-78.00', 5001: '-600.00', 5401: '360.00' }
      expect(await ledger()).toEqual({ ...left, 1405: '5640.00', 310499: '-6000.00' })
      await books.push(salesReturn, back, salesInvoice, { date: '2026-01-21', isRed: true })
      expect(await ledger()).toEqual({ ...left, 1405: '5640.00', 310499: '-6000.00' })
      await expect(books.act(salesInvoice, bill, 'unpost')).rejects.toThrow(/drawn/)
    },
  )

  it('of a part leaves the rest to the usual way, and neither is invoiced or delivered twice', async () => {
    const { books, ledger } = await openTrade()
    await stockOf(books)
    const order = await books.post(salesOrder, { ...ordered, contractPaymentOn: null })
    const of = (quantity: string) => ({
      lines: [{ item: 'A', quantity, price: '113', source: sourceOf('salesOrder', order) }],
    })
    const bill = await ahead(books, order, of('4'))
    const deliver = (quantity: string) =>
      books.post(salesDelivery, { date: '2026-01-10', customer: 'C1', warehouse: 'MAIN', ...of(quantity) })
    await expect(deliver('7')).rejects.toThrow(/lines.0.quantity: was invoiced ahead by XSFP-202601-0001/)
    await expect(
      books.post(salesDelivery, {
        date: '2026-01-10',
        customer: 'C1',
        warehouse: 'MAIN',
        lines: [
          { item: 'A', quantity: '2', price: '113', source: sourceOf('salesInvoice', bill) },
          { item: 'A', quantity: '2', price: '113', source: sourceOf('salesOrder', order) },
        ],
      }),
    ).rejects.toThrow(/on a sheet of its own/)
    const own = await deliver('6')
    await expect(ahead(books, order, of('1'))).rejects.toThrow(/only 0 have neither left nor been invoiced/)
    await books.push(salesDelivery, own, salesInvoice, { date: '2026-01-11' })
    const cheaper = {
      date: '2026-01-12',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '4', price: '100', source: sourceOf('salesInvoice', bill) }],
    }
    await expect(books.push(salesInvoice, bill, salesDelivery, cheaper)).rejects.toThrow(/at another price/)
    await books.push(salesInvoice, bill, salesDelivery, { date: '2026-01-12', warehouse: 'MAIN' })
    expect(await ledger()).toMatchObject({ 1122: '1130.00', 22210107: '-130.00', 5001: '-1000.00', 5401: '600.00' })
    await expect(books.push(salesOrder, order, salesDelivery)).rejects.toThrow(/open/)
  })

  it('that is taken back before the goods left was never there', async () => {
    const { books, ledger } = await openTrade()
    const order = await books.post(salesOrder, ordered)
    await books.act(salesInvoice, await ahead(books, order), 'unpost')
    expect(await ledger()).toEqual({})
    await books.act(salesInvoice, await ahead(books, order), 'reverse', { date: '2026-01-06' })
    expect(await ledger()).toEqual({})
    await books.act(salesOrder, order, 'unpost')
  })
})
