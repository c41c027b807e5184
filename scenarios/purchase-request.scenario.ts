import { describe, expect, test } from 'vitest'
import { textOf } from '../src/base/text.ts'
import {
  purchaseBudget,
  purchaseOrder,
  purchaseReceipt,
  purchaseRequest,
  purchaseReturn,
  supplierPrice,
  supplierQuotation,
} from '../src/domains/purchasing/index.ts'
import { runOrderRequests } from '../src/domains/purchasing/processes/order-requests.run.ts'
import { findDocument } from '../src/kernel/documents/documents.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { item, itemCategory } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { department, employee } from '../src/ledgers/dimensions/people.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { openTrade } from './kit/trade.ts'

const silent = { report: async () => {}, cancelled: async () => false }
type Asked = Parameters<typeof runOrderRequests.run>[0]

const order = async (books: Books, asked: Asked = {}) =>
  (await runOrderRequests.run(asked, (step) => books.inWork(step), silent)) as {
    documents: { number: string }[]
    left: { number: string; item: string }[]
  }

const ordersIn = async (books: Books, numbers: readonly { number: string }[]) => {
  const found = await books.inWork((work) =>
    Promise.all(numbers.map(({ number }) => findDocument(work, purchaseOrder, number))),
  )
  const names = await books.rows<{ id: string; code: string }>(
    `select id, code from party where company_id = $1 union all select id, code from item where company_id = $1`,
  )
  const codes = new Map(names.map((row) => [row.id, row.code]))
  return found.map((record) => ({
    record,
    text: [
      codes.get(String(record.header['supplier'])),
      ...(record.tables['lines'] ?? []).map(
        (line) =>
          `${codes.get(String(line['item']))} ${String(line['quantity'])} × ${String(line['price'])} ${String(line['priceSource'])}`,
      ),
    ].join(' | '),
  }))
}

/** A second supplier and item, and people who ask. */
const openOffice = async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(party, { code: 'S2', name: '供应商二', isSupplier: true })
  await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13', purchasePrice: '5' })
  await books.entity(department, { code: 'D1', name: '生产部' })
  await books.entity(employee, { code: 'E1', name: '申请人', department: 'D1' })
  return trade
}

const headOf = (record: LoadedRecord, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, record.header[name] === null ? null : textOf(record.header[name])]))

describe('what departments ask for', () => {
  test('is estimated, submitted, rejected and approved, and its requester sees how far it is', async () => {
    const { books } = await openOffice()
    await books.post(supplierQuotation, { supplier: 'S1', date: '2026-01-01', lines: [{ item: 'A', price: '11.3' }] })
    const asked = await books.draft(purchaseRequest, {
      requester: 'E1',
      date: '2026-01-05',
      neededOn: '2026-01-20',
      purpose: '新产线用',
      lines: [
        { item: 'A', quantity: '100' },
        { item: 'B', quantity: '10' },
      ],
    })
    // A at its quotation, B at its reference price; the department is the requester's.
    expect(headOf(asked, 'totalAmount', 'overBudget', 'origin')).toEqual({
      totalAmount: '1180',
      overBudget: 'false',
      origin: 'manual',
    })
    expect(asked.header['department']).not.toBeNull()
    const submitted = await books.act(purchaseRequest, asked, 'submit')
    const rejected = await books.act(purchaseRequest, submitted, 'reject')
    expect(rejected.header['state']).toBe('draft')
    const approved = await books.act(purchaseRequest, rejected, 'post')
    expect(approved.header['state']).toBe('posted')
  })

  test('nothing is asked for a day that is over', async () => {
    const { books } = await openOffice()
    await expect(
      books.post(purchaseRequest, {
        date: '2026-01-05',
        neededOn: '2026-01-04',
        lines: [{ item: 'A', quantity: '1' }],
      }),
    ).rejects.toThrow(/neededOn/)
  })
})

describe('budgets', () => {
  test('a request beyond the month’s budget is flagged, with what is used by requests, orders and receipts', async () => {
    const { books } = await openOffice()
    await books.entity(itemCategory, { code: 'OFF', name: '办公' })
    await books.entity(item, { code: 'P', name: '纸', unit: 'PCS', category: 'OFF', purchasePrice: '10' })
    await books.post(purchaseBudget, {
      department: 'D1',
      year: 2026,
      date: '2026-01-01',
      lines: [
        { month: 1, amount: '1000' },
        { month: 1, category: 'OFF', amount: '200' },
      ],
    })
    const ask = (lines: { item: string; quantity: string; price?: string }[], date = '2026-01-05') =>
      books.draft(purchaseRequest, { requester: 'E1', date, lines })
    const money = ['budget', 'budgetUsed', 'overBudget', 'overBy']

    const first = await ask([{ item: 'A', quantity: '60', price: '10' }])
    expect(headOf(first, ...money)).toEqual({ budget: '1000', budgetUsed: '0', overBudget: 'false', overBy: null })
    await books.act(purchaseRequest, first, 'post')

    // 600 asked for, then 400 of it ordered at 12 instead of 10: 480 on order and 200 still asked for.
    await books.push(purchaseRequest, first, purchaseOrder, {
      supplier: 'S1',
      date: '2026-01-06',
      lines: [{ item: 'A', quantity: '40', price: '12', source: sourceOf(first) }],
    })
    const second = await ask([{ item: 'A', quantity: '33', price: '10' }])
    expect(headOf(second, ...money)).toEqual({ budget: '1000', budgetUsed: '680', overBudget: 'true', overBy: '10' })

    // Paper has a budget of its own, and February none.
    const paper = await ask([{ item: 'P', quantity: '21' }])
    expect(headOf(paper, ...money)).toEqual({ budget: '200', budgetUsed: '0', overBudget: 'true', overBy: '10' })
    const later = await ask([{ item: 'P', quantity: '21' }], '2026-02-01')
    expect(headOf(later, ...money)).toEqual({ budget: null, budgetUsed: null, overBudget: 'false', overBy: null })

    // What arrived keeps using it; what went back does not, and what a closed order never brought neither.
    const [placed] = await ordersIn(books, await books.rows(`select number from purchase_order where company_id = $1`))
    if (placed === undefined) throw new Error('nothing was ordered')
    const receipt = await books.push(purchaseOrder, placed.record, purchaseReceipt, {
      warehouse: 'MAIN',
      date: '2026-01-07',
      lines: [{ item: 'A', quantity: '30', price: '12', source: sourceOf(placed.record, 0, purchaseOrder.name) }],
    })
    await books.push(purchaseReceipt, receipt, purchaseReturn, {
      warehouse: 'MAIN',
      date: '2026-01-08',
      lines: [{ item: 'A', quantity: '5', price: '12', source: sourceOf(receipt, 0, purchaseReceipt.name) }],
    })
    expect(headOf(await ask([{ item: 'A', quantity: '1', price: '1' }]), 'budgetUsed')).toEqual({ budgetUsed: '620' })
    await books.act(purchaseOrder, placed.record, 'close')
    expect(headOf(await ask([{ item: 'A', quantity: '1', price: '1' }]), 'budgetUsed')).toEqual({ budgetUsed: '500' })
  })
})

const sourceOf = (record: LoadedRecord, at = 0, type: string = purchaseRequest.name) => ({
  type,
  document: String(record.header['id']),
  line: String(record.tables['lines']?.[at]?.['id']),
})

describe('orders from requests', () => {
  test('[PUR-04] many requests become one order a supplier, by MOQ and multiple; what is left stays open', async () => {
    const { books } = await openOffice()
    await books.entity(supplierPrice, {
      name: '二号年度协议',
      supplier: 'S2',
      prices: [{ item: 'B', price: '4', minimumOrder: '50', orderMultiple: '20' }],
    })
    await books.post(supplierQuotation, { supplier: 'S1', date: '2026-01-01', lines: [{ item: 'A', price: '10' }] })
    const one = await books.post(purchaseRequest, {
      date: '2026-01-05',
      lines: [
        { item: 'A', quantity: '30' },
        { item: 'B', quantity: '15' },
      ],
    })
    await books.post(purchaseRequest, {
      date: '2026-01-06',
      neededOn: '2026-01-10',
      lines: [
        { item: 'A', quantity: '5' },
        { item: 'B', quantity: '10' },
      ],
    })
    const { documents, left } = await order(books)
    expect(left).toEqual([])
    const orders = await ordersIn(books, documents)
    expect(orders.map((each) => each.text).toSorted()).toEqual([
      'S1 | A 5 × 10 quotation | A 30 × 10 quotation',
      // 25 of B are asked for; 50 is the least, in steps of 20.
      'S2 | B 10 × 4 agreement | B 50 × 4 agreement',
    ])

    // Once more: what is in a draft already is not ordered again.
    await expect(order(books)).rejects.toThrow(/nothing left|anything left/)
    for (const { record } of orders) await books.act(purchaseOrder, record, 'post')
    const open = await books.rows<{ whole: string; drawn: string }>(
      `select sum(whole) as whole, sum(drawn) as drawn from flow_open where company_id = $1 and pool = 'purchaseRequestToOrder'`,
    )
    expect(open).toEqual([{ whole: '60.000000', drawn: '95.000000' }])

    // Part of a line by hand, at another supplier; the rest of it stays open.
    const third = await books.post(purchaseRequest, { date: '2026-01-07', lines: [{ item: 'A', quantity: '9' }] })
    const [s2] = await books.rows<{ id: string }>(`select id from party where company_id = $1 and code = 'S2'`)
    const line = sourceOf(third).line
    const part = await order(books, { lines: [{ line, supplier: s2?.id ?? '', quantity: '4', price: '9.5' }] })
    expect((await ordersIn(books, part.documents)).map((each) => each.text)).toEqual(['S2 | A 4 × 9.5 typed'])
    const rest = await order(books)
    expect((await ordersIn(books, rest.documents)).map((each) => each.text)).toEqual(['S1 | A 5 × 10 quotation'])
    expect(one.header['state']).toBe('posted')
  })

  test('a line that nobody is known to supply is told, and the way out', async () => {
    const { books } = await openOffice()
    await books.post(purchaseRequest, { date: '2026-01-05', lines: [{ item: 'B', quantity: '1' }] })
    await expect(order(books)).rejects.toThrow(/No supplier is known/)
    // Once it was bought, the last supplier is one.
    await books.post(purchaseReceipt, {
      supplier: 'S2',
      warehouse: 'MAIN',
      date: '2026-01-01',
      lines: [{ item: 'B', quantity: '1', price: '6' }],
    })
    const { documents } = await order(books)
    expect((await ordersIn(books, documents)).map((each) => each.text)).toEqual(['S2 | B 1 × 6 lastPrice'])
  })
})

describe('the price of an order', () => {
  const priceOf = async (books: Books, input: Record<string, string>, header: Record<string, string> = {}) => {
    const record = await books.draft(purchaseOrder, { supplier: 'S1', date: '2026-02-01', ...header, lines: [input] })
    const [line] = record.tables['lines'] ?? []
    return `${String(line?.['price'])} ${String(line?.['priceSource'])} ${String(line?.['priceNumber'])}`
  }

  test('is the best valid one, told where it is from', async () => {
    const { books } = await openOffice()
    const line = { item: 'A', quantity: '10' }
    expect(await priceOf(books, line)).toBe('null null null')
    await books.post(purchaseReceipt, {
      supplier: 'S1',
      warehouse: 'MAIN',
      date: '2026-01-02',
      lines: [{ item: 'A', quantity: '1', price: '12' }],
    })
    expect(await priceOf(books, line)).toMatch(/^12 lastPrice CGRK-/)
    await books.entity(supplierPrice, {
      code: 'XY1',
      name: '协议',
      supplier: 'S1',
      validTo: '2026-02-28',
      prices: [
        { item: 'A', price: '11' },
        { item: 'A', price: '10', minimumQuantity: '100' },
      ],
    })
    expect(await priceOf(books, line)).toBe('11 agreement XY1')
    expect(await priceOf(books, { item: 'A', quantity: '100' })).toBe('10 agreement XY1')
    expect(await priceOf(books, line, { date: '2026-03-01' })).toMatch(/^12 lastPrice/)
    const quoted = await books.post(supplierQuotation, {
      supplier: 'S1',
      date: '2026-01-15',
      validTo: '2026-02-15',
      priceIncludesTax: false,
      lines: [{ item: 'A', price: '9', taxRate: '13' }],
    })
    // 9 without tax is 10.17 with it.
    expect(await priceOf(books, line)).toBe(`10.17 quotation ${String(quoted.header['number'])}`)
    expect(await priceOf(books, { ...line, price: '8' })).toBe('8 typed null')
    expect(await priceOf(books, { item: 'B', quantity: '1' })).toBe('5 reference null')
  })

  test('above the item’s highest purchase price is refused', async () => {
    const { books } = await openOffice()
    await books.entity(item, { code: 'C', name: '商品丙', unit: 'PCS', taxRate: 'VAT13', maximumPurchasePrice: '11.3' })
    const at = (price: string, priceIncludesTax: boolean) =>
      books.post(purchaseOrder, {
        supplier: 'S1',
        date: '2026-01-01',
        priceIncludesTax,
        lines: [{ item: 'C', quantity: '1', price }],
      })
    await at('11.3', true)
    await at('10', false)
    await expect(at('11.31', true)).rejects.toThrow(/lines\.0\.price/)
    await expect(at('10.01', false)).rejects.toThrow(/lines\.0\.price/)
  })
})
