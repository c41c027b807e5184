import { expect, it } from 'vitest'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { retailSale, salesDelivery, salesInvoice, salesOrder, salesReturn } from '../src/domains/sales/index.ts'
import { enterCompany } from '../src/kernel/access/companies.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { ask, columnsOf, run } from './kit/finance.ts'
import { sourceOf } from './kit/source-of.ts'
import { openTrade } from './kit/trade.ts'

const figures = ['key', 'quantity', 'net', 'cost', 'profit', 'margin'] as const

/** Sales of January 2025, December 2025 and January 2026, wholesale and retail, to two customers. */
const traded = async () => {
  const trade = await openTrade()
  const { books } = trade
  await books.entity(item, { code: 'B', name: '商品乙', unit: 'PCS', taxRate: 'VAT13' })
  await books.entity(party, { code: 'C2', name: '客户二', isCustomer: true, region: '华东' })
  const receipt = await books.post(purchaseReceipt, {
    date: '2025-01-01',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  await books.post(purchaseReceipt, {
    date: '2025-01-01',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'B', quantity: '100', price: '5.65' }],
  })
  const deliver = (date: string, customer: string, code: string, quantity: string) =>
    books.post(salesDelivery, {
      date,
      customer,
      warehouse: 'MAIN',
      lines: [{ item: code, quantity, price: '22.6' }],
    })
  await deliver('2025-01-15', 'C1', 'A', '5')
  await deliver('2025-12-10', 'C1', 'A', '4')
  const first = await deliver('2026-01-10', 'C1', 'A', '10')
  await deliver('2026-01-11', 'C2', 'B', '3')
  await books.post(retailSale, {
    date: '2026-01-12',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '2', price: '22.6' }],
    tenders: [{ cashAccount: 'CASH', amount: '45.2' }],
  })
  await books.push(salesDelivery, first, salesReturn, {
    date: '2026-01-20',
    lines: [{ item: 'A', quantity: '2', price: '22.6', source: sourceOf('salesDelivery', first) }],
  })
  return { ...trade, receipt, first }
}

const january = { from: '2026-01-01', to: '2026-01-31' }

it('[SAL-16] analyses sales by any view, beside last year and last month, down to the documents', async () => {
  const { books } = await traded()
  const by = async (view: string, ...names: string[]) =>
    columnsOf((await ask(books, 'salesAnalysis', { ...january, by: view })).rows, ...names)
  // 8 wholesale and 2 at the counter of A; 3 of B.
  expect(
    await by('item', 'key', 'quantity', 'net', 'share', 'lastYear', 'yearOnYear', 'before', 'periodOnPeriod'),
  ).toEqual([
    'A 商品甲 | 10.000000 | 200.00 | 76.92 | 100.00 | 100 | 80.00 | 150',
    'B 商品乙 | 3.000000 | 60.00 | 23.08 | 0 |  | 0 | ',
  ])
  expect(await by('customer', 'key', 'net')).toEqual([
    'C1 客户一 | 160.00',
    'C2 客户二 | 60.00',
    '（零散客户） | 40.00',
  ])
  expect(await by('region', 'key', 'net')).toEqual(['（无地区） | 200.00', '华东 | 60.00'])
  expect(await by('channel', 'key', 'net')).toEqual(['批发 | 220.00', '零售 | 40.00'])
  expect(await by('month', 'key', 'net', 'lastYear', 'before')).toEqual(['2026-01 | 260.00 | 100.00 | 80.00'])
  expect(await by('day', 'key', 'net')).toContain('2026-01-20 | -40.00')
  const documents = await ask(books, 'salesAnalysis', { ...january, by: 'document' })
  expect(columnsOf(documents.rows, 'documentType', 'net')).toEqual([
    'retailSale | 40.00',
    'salesDelivery | 200.00',
    'salesDelivery | 60.00',
    'salesReturn | -40.00',
  ])
  expect(documents.rows.every((row) => typeof row['documentId'] === 'string')).toBe(true)
  // A click on a month leads to its days, on an item to its documents.
  const months = await ask(books, 'salesAnalysis', { from: '2025-01-01', to: '2026-01-31', by: 'month' })
  expect(columnsOf(months.rows, 'key', 'net', 'drillBy', 'from', 'to')).toEqual([
    '2025-01 | 100.00 | day | 2025-01-01 | 2025-01-31',
    '2025-12 | 80.00 | day | 2025-12-01 | 2025-12-31',
    '2026-01 | 260.00 | day | 2026-01-01 | 2026-01-31',
  ])
})

it('[SAL-21] profit is from the real cost, and follows a cost that is corrected later', async () => {
  const { books, receipt } = await traded()
  const profit = async () => columnsOf((await ask(books, 'salesAnalysis', { ...january, by: 'item' })).rows, ...figures)
  expect(await profit()).toEqual([
    'A 商品甲 | 10.000000 | 200.00 | 100.00 | 100 | 50',
    'B 商品乙 | 3.000000 | 60.00 | 15.00 | 45 | 75',
  ])
  // The supplier's invoice makes A 12 each and not 10.
  await books.push(purchaseReceipt, receipt, purchaseInvoice, {
    date: '2026-02-02',
    lines: [{ item: 'A', quantity: '100', price: '13.56', source: sourceOf('purchaseReceipt', receipt) }],
  })
  expect(await profit()).toEqual([
    'A 商品甲 | 10.000000 | 200.00 | 120.00 | 80 | 40',
    'B 商品乙 | 3.000000 | 60.00 | 15.00 | 45 | 75',
  ])
})

it('[SAL-12] says what was shipped and is due to be invoiced, and reminds whoever issues invoices', async () => {
  const { books, first } = await traded()
  const due = async (show = 'all') =>
    columnsOf(
      (await ask(books, 'dueToInvoice', { asOf: '2026-01-31', show })).rows,
      'customerName',
      'gross',
      'open',
      'days',
    )
  expect(await due()).toEqual([
    'C1 客户一 | 113.00 | 113.00 | 381',
    'C1 客户一 | 90.40 | 90.40 | 52',
    // 10 less the 2 that came back.
    'C1 客户一 | 226.00 | 180.80 | 21',
    'C2 客户二 | 67.80 | 67.80 | 20',
  ])
  // Li issues the invoices here, Chen sells.
  const at = { id: books.company, code: books.company, name: '测试', zone: 'Asia/Shanghai' }
  await books.inWork(async (work) => {
    await enterCompany(work, at, undefined)
    for (const [role, right, user] of [
      ['invoices', 'salesInvoice.*', 'li'],
      ['sells', 'salesOrder.*', 'chen'],
    ]) {
      await work.tx.query(`insert into role (company_id, name, label, rights) values ($1, $2, $2, $3)`, [
        work.company,
        role ?? '',
        JSON.stringify([right]),
      ])
      await work.tx.query(`insert into member (company_id, user_id, role) values ($1, $2, $3)`, [
        work.company,
        user ?? '',
        role ?? '',
      ])
    }
  })
  const told = () =>
    books.rows<{ user_id: string; zh: string }>(
      `select user_id, zh from notice where company_id = $1 and subject_id = $2`,
      first.header['id'],
    )
  expect(await run(books, 'remindToInvoice', { asOf: '2026-01-31' })).toMatchObject({
    reminded: expect.arrayContaining([first.header['number']]),
  })
  expect(await told()).toEqual([
    { user_id: 'li', zh: `应开票：C1 客户一，${String(first.header['number'])} 未开票 180.80（2026-01-10 到期）` },
  ])
  // An invoice of a part leaves the rest to be issued.
  await books.push(salesDelivery, first, salesInvoice, {
    date: '2026-01-25',
    lines: [{ item: 'A', quantity: '3', price: '22.6', source: sourceOf('salesDelivery', first) }],
  })
  expect(await due('due')).toContain('C1 客户一 | 226.00 | 113.00 | 21')
  expect(await told()).toEqual([])
})

it('[SAL-23] ships and invoices from the order, in parts that need not be the same', async () => {
  const { books, ledger } = await openTrade()
  await books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', price: '11.3' }],
  })
  const order = await books.post(salesOrder, {
    date: '2026-01-03',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '10', price: '22.6' }],
  })
  await expect(books.push(salesOrder, order, salesInvoice, {})).rejects.toThrow(/open/)
  const ship = (date: string, quantity: string) =>
    books.push(salesOrder, order, salesDelivery, {
      date,
      lines: [{ item: 'A', quantity, price: '22.6', source: sourceOf('salesOrder', order) }],
    })
  const first = await ship('2026-01-05', '6')
  // 6 were shipped, 4 of them are invoiced, at a price of 24.86 that was agreed meanwhile.
  await books.push(salesOrder, order, salesInvoice, {
    date: '2026-01-06',
    lines: [{ item: 'A', quantity: '4', price: '24.86', source: sourceOf('salesDelivery', first) }],
  })
  expect(await ledger()).toMatchObject({ 1122: '144.64', 22210107: '-16.64', 5001: '-128.00', 5401: '60.00' })
  await ship('2026-01-07', '4')
  // Both deliveries on one invoice: what is left of the first, and the second.
  const rest = await books.push(salesOrder, order, salesInvoice, { date: '2026-01-08' })
  expect(rest.tables['lines']?.map((line) => String(line['quantity']))).toEqual(['2', '4'])
  expect(await ledger()).toMatchObject({ 1122: '235.04', 22210107: '-27.04', 5001: '-208.00', 5401: '100.00' })
  await expect(books.push(salesOrder, order, salesInvoice, {})).rejects.toThrow(/open/)
})
