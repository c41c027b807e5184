import { describe, expect, test } from 'vitest'
import { calendarDate } from '../src/base/calendar-date.ts'
import { textOf } from '../src/base/text.ts'
import { payment } from '../src/domains/money/index.ts'
import {
  purchaseBudget,
  purchaseInvoice,
  purchaseOrder,
  purchaseReceipt,
  purchaseReturn,
  purchasing,
  supplierPrice,
} from '../src/domains/purchasing/index.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { department, employee } from '../src/ledgers/dimensions/people.ts'
import { named, readReport } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

const report = (name: string) => named(purchasing.reports, name)
const lineOf = (record: LoadedRecord, type: string, quantity: string, price: string) => ({
  item: 'A',
  quantity,
  price,
  source: { type, document: textOf(record.header['id']), line: textOf(record.tables['lines']?.[0]?.['id']) },
})

describe('an order', () => {
  test('[PUR-06] shows by line what came, went back, was invoiced and paid, promised against actual, and what is late', async () => {
    const { books } = await openTrade()
    await books.post(purchaseReceipt, {
      supplier: 'S1',
      warehouse: 'MAIN',
      date: '2026-01-01',
      lines: [{ item: 'A', quantity: '1', price: '1' }],
    })
    const order = await books.post(purchaseOrder, {
      supplier: 'S1',
      warehouse: 'MAIN',
      date: '2026-01-02',
      promisedOn: '2026-01-10',
      lines: [{ item: 'A', quantity: '10', price: '113' }],
    })
    books.clock.moveTo(calendarDate('2026-01-08'))
    const names = ['ordered', 'received', 'accepted', 'returned', 'open', 'invoiced', 'invoicedGross', 'paid'] as const
    const track = async (show: string) => {
      const rows = await readReport(books, report('purchaseOrderTracking'), {
        show,
        order: textOf(order.header['number']),
      })
      return rows.map((row) => [
        ...names.map((name) => Number(row[name])),
        ...['receivedOn', 'daysLate', 'status'].map((name) => textOf(row[name])),
      ])
    }
    expect(await track('open')).toEqual([[10, 0, 0, 0, 10, 0, 0, 0, '', '', '未到']])
    expect(await track('late')).toEqual([])

    const receipt = await books.push(purchaseOrder, order, purchaseReceipt, {
      date: '2026-01-09',
      lines: [lineOf(order, purchaseOrder.name, '6', '113')],
    })
    await books.push(purchaseReceipt, receipt, purchaseReturn, {
      date: '2026-01-09',
      warehouse: 'MAIN',
      lines: [lineOf(receipt, purchaseReceipt.name, '1', '113')],
    })
    const invoice = await books.push(purchaseReceipt, receipt, purchaseInvoice, {
      date: '2026-01-10',
      lines: [lineOf(receipt, purchaseReceipt.name, '4', '113')],
    })
    const [owed] = await books.rows<{ id: string; open: string; document_number: string }>(
      `select id, open, document_number from party_item where company_id = $1 and document_id = $2 and kind = 'payable'`,
      invoice.header['id'],
    )
    await books.post(payment, {
      supplier: 'S1',
      date: '2026-01-11',
      lines: [{ cashAccount: 'BANK', amount: '226' }],
      settlements: [
        { openItem: owed?.id ?? '', kind: 'payable', documentNumber: owed?.document_number ?? '', amount: '226' },
      ],
    })
    books.clock.moveTo(calendarDate('2026-01-15'))
    expect(await track('late')).toEqual([[10, 6, 6, 1, 4, 4, 452, 226, '2026-01-09', '5', '逾期']])

    // The rest is invoiced before it comes, and comes from the invoice; then nothing is open, and it is told how late.
    const before = await books.push(purchaseOrder, order, purchaseInvoice, {
      date: '2026-01-15',
      lines: [lineOf(order, purchaseOrder.name, '4', '113')],
    })
    await books.push(purchaseInvoice, before, purchaseReceipt, { date: '2026-01-16', warehouse: 'MAIN' })
    expect(await track('open')).toEqual([])
    expect(await track('all')).toEqual([[10, 10, 10, 1, 0, 8, 904, 226, '2026-01-16', '6', '到齐（迟到）']])
  })
})

describe('what purchases cost', () => {
  test('[PUR-15] prices by month and supplier, against the last, standard and agreed price, and saving against the budget', async () => {
    const { books } = await openTrade()
    books.clock.moveTo(calendarDate('2026-03-31'))
    await books.entity(department, { code: 'D1', name: '生产部' })
    await books.entity(employee, { code: 'E1', name: '采购员', department: 'D1' })
    await books.entity(party, { code: 'S2', name: '供应商二', isSupplier: true, buyer: 'E1' })
    await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13', purchasePrice: '10' })
    await books.entity(supplierPrice, {
      code: 'P2',
      name: '协议',
      supplier: 'S2',
      prices: [{ item: 'B', price: '11' }],
    })
    await books.post(purchaseBudget, {
      department: 'D1',
      year: 2026,
      date: '2026-01-01',
      lines: [
        { month: 1, amount: '1000' },
        { month: 2, amount: '1000' },
      ],
    })
    const buy = (date: string, supplier: string, quantity: string, price: string) =>
      books.post(purchaseReceipt, { supplier, warehouse: 'MAIN', date, lines: [{ item: 'B', quantity, price }] })
    await buy('2025-02-10', 'S2', '50', '10')
    await buy('2026-01-10', 'S1', '10', '9')
    await buy('2026-01-20', 'S2', '20', '12')
    await buy('2026-02-10', 'S2', '100', '11')

    const trend = async (by: string) =>
      (await readReport(books, report('purchasePriceTrend'), { item: 'B', by, from: '2026-01-01' })).map((row) =>
        ['key', 'supplierName', 'price', 'change'].map((name) => textOf(row[name])).join(' '),
      )
    expect(await trend('month')).toEqual(['2026-01  11 ', '2026-02  11 0'])
    expect(await trend('supplier')).toEqual([
      '2026-01 供应商一 9 ',
      '2026-01 供应商二 12 ',
      '2026-02 供应商二 11 -8.33',
    ])

    const variance = await readReport(books, report('purchasePriceVariance'), { from: '2026-01-01' })
    expect(
      variance.map((row) =>
        ['quantity', 'price', 'lastVariance', 'standardVariance', 'contractVariance'].map((name) => textOf(row[name])),
      ),
    ).toEqual([
      ['100.000000', '11', '-100', '100', '0'],
      ['20.000000', '12', '60', '40', '20'],
      ['10.000000', '9', '-10', '-10', ''],
    ])

    const budget = await readReport(books, report('purchaseBudgetUse'), { year: 2026 })
    expect(
      budget.map((row) => ['month', 'budget', 'used', 'left', 'percent'].map((name) => textOf(row[name]))),
    ).toEqual([
      ['2026-01', '1000', '240', '760', '24'],
      ['2026-02', '1000', '1100', '-100', '110'],
    ])

    const analysis = await readReport(books, report('purchaseAnalysis'), { by: 'supplier' })
    expect(
      analysis.map((row) =>
        ['key', 'quantity', 'net', 'share', 'beforeNet', 'netChange'].map((name) => textOf(row[name])),
      ),
    ).toEqual([
      ['S2 供应商二', '120.000000', '1185.84', '93.7', '442.48', '168'],
      ['S1 供应商一', '10.000000', '79.65', '6.3', '0', ''],
    ])
    const months = await readReport(books, report('purchaseAnalysis'), { by: 'month' })
    expect(months.map((row) => ['key', 'from', 'to', 'beforeQuantity'].map((name) => textOf(row[name])))).toEqual([
      ['01 月', '2026-01-01', '2026-01-31', '0'],
      ['02 月', '2026-02-01', '2026-02-28', '50.000000'],
    ])
  })
})
