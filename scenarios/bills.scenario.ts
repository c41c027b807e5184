import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../src/base/calendar-date.ts'
import { bills, noteEvent, noteIssued, noteReceived } from '../src/domains/bills/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { voucher } from '../src/domains/accounting/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { convertDocument } from '../src/kernel/documents/convert.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { cashAccount } from '../src/ledgers/dimensions/place.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { askReport } from './kit/ask-report.ts'
import { named, runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

const bill = (number: string, amount: string, more: JsonObject = {}) => ({
  billNumber: number,
  billKind: 'bank',
  amount,
  issuedOn: '2026-01-06',
  maturesOn: '2026-07-06',
  drawer: '客户一',
  acceptor: '宁波银行',
  ...more,
})

const openBills = async (settings: JsonObject = {}) => {
  const trade = await openTrade(settings)
  const { books, itemsOf } = trade
  const capital = settings['standard'] === 'enterprise' ? '4001' : '3001'
  await books.entity(cashAccount, { code: 'MARGIN', name: '承兑保证金', kind: 'other' })
  await books.post(voucher, {
    date: '2026-01-01',
    lines: [
      { summary: '投入资本', account: '1002', debit: '200000', cashAccount: 'BANK' },
      { summary: '投入资本', account: capital, credit: '200000' },
    ],
  })
  const receipt = await books.post(purchaseReceipt, {
    date: '2026-01-03',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '1000', price: '56.5' }],
  })
  const owing = await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-04' })
  const sale = await books.post(salesDelivery, {
    date: '2026-01-05',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '1000', price: '113' }],
  })
  const [due] = await itemsOf(sale)
  const [owed] = await itemsOf(owing)
  return { ...trade, due: due ?? '', owed: owed ?? '' }
}

const receive = ({ books, due }: Awaited<ReturnType<typeof openBills>>, more: JsonObject = {}) =>
  books.post(noteReceived, {
    date: '2026-01-07',
    customer: 'C1',
    lines: [bill('1301', '100000', more)],
    settlements: [{ openItem: due, amount: '100000' }],
  })

/** What a 下推 would propose of a bill in hand. */
const openLine = (books: Books, held: LoadedRecord) =>
  books.inWork(async (work): Promise<JsonObject> => {
    const { draft } = await convertDocument(work, noteReceived, String(held.header['id']), noteEvent.name)
    return JSON.parse(JSON.stringify(draft.lines[0])) as JsonObject
  })

describe('bills of exchange', () => {
  it('[DEP-21] a bill settles what is owed, is endorsed to a supplier, and the rest of it is collected', async () => {
    const story = await openBills()
    const { books, ledger, openItems, owed } = story
    const held = await receive(story, { splittable: true })
    expect(await openItems()).toEqual(['noteReceivable 100000.00', 'payable -56500.00', 'receivable 13000.00'])
    const passed = await books.push(noteReceived, held, noteEvent, {
      date: '2026-02-01',
      kind: 'endorse',
      supplier: 'S1',
      lines: [{ ...(await openLine(books, held)), amount: '56500' }],
      settlements: [{ openItem: owed, amount: '56500' }],
    })
    expect(passed.tables['lines']?.[0]).toMatchObject({ subRange: '1-5650000', contingent: true })
    expect(await openItems()).toEqual(['noteReceivable 43500.00', 'receivable 13000.00'])
    const rest = await books.push(noteReceived, held, noteEvent, {
      date: '2026-07-06',
      kind: 'collect',
      cashAccount: 'BANK',
    })
    expect(rest.tables['lines']?.[0]).toMatchObject({ subRange: '5650001-10000000' })
    expect(await ledger()).toMatchObject({ 1002: '243500.00', 1122: '13000.00' })
    expect(await ledger()).not.toHaveProperty('1121')
    const register = async (show: string) => (await askReport(books, 'billRegister', { show })).rows
    expect(await register('contingent')).toMatchObject([
      { billNumber: '1301', amount: '100000.00', endorsed: '56500.00', collected: '43500.00', contingent: '56500.00' },
    ])
    books.clock.moveTo('2026-07-18' as CalendarDate)
    expect(await runProcess(books, named(bills.processes, 'closeMaturedBills'))).toMatchObject({ bills: 1 })
    expect(await register('contingent')).toEqual([])
    expect(await register('all')).toMatchObject([{ state: '已结清', contingent: null }])
    await expect(books.push(noteEvent, passed, noteEvent, { date: '2026-07-19' })).rejects.toThrow(/nothing|open|left/i)
  })

  it.each([
    ['smallBusiness', '560301'],
    ['enterprise', '660301'],
  ])(
    '[DEP-21] under %s a discount outright ends the bill, its interest is expense by days (rule 23)',
    async (standard, interest) => {
      const story = await openBills({ standard })
      const { books, ledger } = story
      const held = await receive(story)
      const sold = await books.push(noteReceived, held, noteEvent, {
        date: '2026-04-07',
        kind: 'discount',
        cashAccount: 'BANK',
        rate: '3.6',
      })
      // 100,000 × 3.6 % ÷ 360 × 90 days
      expect(sold.tables['lines']?.[0]).toMatchObject({ days: 90 })
      expect(String(sold.header['net'])).toBe('99100')
      expect(await ledger()).toMatchObject({ 1002: '299100.00', [interest]: '900.00' })
      expect(await ledger()).not.toHaveProperty('1121')
    },
  )

  it('[DEP-21] a discount with recourse is a loan until the acceptor has paid, or we have', async () => {
    const story = await openBills()
    const { books, ledger, openItems } = story
    const held = await receive(story)
    const lent = await books.push(noteReceived, held, noteEvent, {
      date: '2026-04-07',
      kind: 'discountRecourse',
      cashAccount: 'BANK',
      rate: '3.6',
    })
    expect(await ledger()).toMatchObject({ 1121: '100000.00', 2001: '-100000.00', 1002: '299100.00' })
    const unpaid = await books.push(noteEvent, lent, noteEvent, {
      date: '2026-07-07',
      kind: 'recourse',
      cashAccount: 'BANK',
    })
    expect(await openItems()).toEqual(['payable -56500.00', 'receivable 13000.00', 'receivable 100000.00'])
    expect(await ledger()).toMatchObject({ 1002: '199100.00' })
    expect(await ledger()).not.toHaveProperty('2001')
    await books.act(noteEvent, unpaid, 'unpost')
    await books.act(noteEvent, unpaid, 'void')
    await books.push(noteEvent, lent, noteEvent, { date: '2026-07-16', kind: 'discharge' })
    expect(await ledger()).not.toHaveProperty('2001')
    expect(await ledger()).not.toHaveProperty('1121')
  })

  it('[DEP-21] a bill that is refused is owed by the customer again; an endorsed one by way of recourse', async () => {
    const story = await openBills()
    const { books, openItems, owed } = story
    const held = await receive(story)
    const refused = await books.push(noteReceived, held, noteEvent, { date: '2026-07-07', kind: 'dishonour' })
    expect(await openItems()).toEqual(['payable -56500.00', 'receivable 13000.00', 'receivable 100000.00'])
    await books.act(noteEvent, refused, 'unpost')
    await books.act(noteEvent, refused, 'void')
    const passed = await books.push(noteReceived, held, noteEvent, {
      date: '2026-02-01',
      kind: 'endorse',
      supplier: 'S1',
      settlements: [{ openItem: owed, amount: '56500' }],
    })
    expect(await openItems()).toEqual(['advanceToSupplier 43500.00', 'receivable 13000.00'])
    await books.push(noteEvent, passed, noteEvent, { date: '2026-07-07', kind: 'recourse' })
    expect(await openItems()).toEqual([
      'advanceToSupplier 43500.00',
      'payable -100000.00',
      'receivable 13000.00',
      'receivable 100000.00',
    ])
  })

  it('[DEP-21] our own bill takes a margin and a fee, and is paid at maturity, or owed to whom it then is', async () => {
    const story = await openBills()
    const { books, ledger, openItems, owed } = story
    const issue = (number: string, kind: string, amount: string) =>
      books.post(noteIssued, {
        date: '2026-01-10',
        supplier: 'S1',
        cashAccount: 'BANK',
        margin: '10000',
        marginAccount: 'MARGIN',
        fee: '20',
        lines: [bill(number, amount, { billKind: kind })],
        settlements: number === '2201' ? [{ openItem: owed, amount }] : [],
      })
    const own = await issue('2201', 'bank', '40000')
    expect(await ledger()).toMatchObject({ 1012: '10000.00', 2201: '-40000.00', 560302: '20.00', 220201: '-16500.00' })
    await books.push(noteIssued, own, noteEvent, {
      date: '2026-07-06',
      kind: 'honour',
      cashAccount: 'BANK',
      margin: '10000',
      marginAccount: 'MARGIN',
    })
    expect(await ledger()).toMatchObject({ 1002: '159980.00' })
    const bank = await issue('2202', 'bank', '5000')
    await books.push(noteIssued, bank, noteEvent, { date: '2026-07-06', kind: 'unpaid' })
    expect(await ledger()).toMatchObject({ 2001: '-5000.00' })
    const trade = await issue('2203', 'commercial', '3000')
    await books.push(noteIssued, trade, noteEvent, { date: '2026-07-06', kind: 'unpaid' })
    expect(await ledger()).not.toHaveProperty('2201')
    expect(await openItems()).toContain('payable -3000.00')
    await expect(issue('2204', 'bank', '0')).rejects.toThrow(/lines\.0\.amount/)
  })

  it('a bill cannot come in twice, be passed on after its maturity, or in parts that it may not be split into', async () => {
    const story = await openBills()
    const { books } = story
    const held = await receive(story)
    await expect(
      books.post(noteReceived, { date: '2026-01-08', customer: 'C1', lines: [bill('1301', '100000')] }),
    ).rejects.toThrow(/lines\.0\.billNumber/)
    const endorse = { kind: 'endorse', supplier: 'S1' }
    await expect(books.push(noteReceived, held, noteEvent, { date: '2026-07-06', ...endorse })).rejects.toThrow(
      /lines\.0\.maturesOn/,
    )
    const line = await openLine(books, held)
    await expect(
      books.push(noteReceived, held, noteEvent, {
        date: '2026-02-06',
        ...endorse,
        lines: [{ ...line, amount: '500' }],
      }),
    ).rejects.toThrow(/lines\.0\.amount/)
    await expect(
      books.post(noteEvent, { date: '2026-02-06', ...endorse, lines: [{ billNumber: '1', amount: '5' }] }),
    ).rejects.toThrow(/lines\.0\.billNumber/)
  })
})
