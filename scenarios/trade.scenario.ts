import { describe, expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import {
  costAdjustment,
  countAdjustment,
  openingStock,
  otherIssue,
  otherReceipt,
  stockCount,
  stockReason,
  stockTransfer,
} from '../src/domains/inventory/index.ts'
import {
  cashTransfer,
  collection,
  expense,
  expenseItem,
  incomeItem,
  otherIncome,
  payment,
  settlement,
} from '../src/domains/money/index.ts'
import { runStartStockCount } from '../src/domains/inventory/processes/start-stock-count.run.ts'
import { purchaseInvoice, purchaseOrder, purchaseReceipt, purchaseReturn } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice, salesReturn } from '../src/domains/sales/index.ts'
import type { Id } from '../src/base/id.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { sourceOf } from './kit/source-of.ts'
import { openTrade } from './kit/trade.ts'

const open = async (settings = {}) => {
  const { books, ledger } = await openTrade(settings)
  await books.entity(item, { code: 'F', name: '运费', unit: 'PCS', taxRate: 'VAT9', isService: true })
  await books.entity(party, { code: 'C2', name: '客户二', isCustomer: true, isSupplier: true, creditLimit: '5000' })
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await books.entity(stockReason, { code: 'GIFT', name: '捐赠', direction: 'in', role: 'nonOperatingIncome' })
  await books.entity(stockReason, { code: 'USE', name: '自用', direction: 'both', role: 'adminExpense' })
  const openItems = () =>
    books.rows<{ id: string; kind: string; open: string; party: string }>(
      `select id, kind, open, party from party_item where company_id = $1 and open <> 0 order by kind, open`,
    )
  const stock = (quantity: string, amount: string) =>
    books.post(openingStock, { date: '2026-01-01', warehouse: 'MAIN', lines: [{ item: 'A', quantity, amount }] })
  return { books, ledger, openItems, stock }
}

describe('purchasing', () => {
  it('receives goods that were invoiced on the way from goodsInTransit, once', async () => {
    const { books, ledger } = await open()
    const order = await books.post(purchaseOrder, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', price: '11.3' }],
    })
    const invoice = await books.push(purchaseOrder, order, purchaseInvoice, { date: '2026-01-03' })
    expect(await ledger()).toEqual({ 1402: '100.00', 220201: '-113.00', 222105: '13.00' })
    await expect(books.push(purchaseOrder, order, purchaseReceipt, {})).rejects.toThrow(/open/)
    const receipt = await books.push(purchaseInvoice, invoice, purchaseReceipt, {
      date: '2026-01-05',
      warehouse: 'MAIN',
    })
    expect(await ledger()).toEqual({ 1405: '100.00', 220201: '-113.00', 222105: '13.00' })
    const [promise] = await books.rows<{ quantity: string }>(
      `select sum(quantity) as quantity from plan_entry where company_id = $1`,
    )
    expect(Number(promise?.quantity)).toBe(0)
    await expect(books.push(purchaseReceipt, receipt, purchaseInvoice, {})).rejects.toThrow(/open/)
  })

  it('[PUR-11] credits a return after its invoice, at another price on a later day', async () => {
    const { books, ledger, openItems } = await open()
    const receipt = await books.post(purchaseReceipt, {
      date: '2026-01-03',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', price: '11.3' }],
    })
    await books.push(purchaseReceipt, receipt, purchaseInvoice, { date: '2026-01-05' })
    const back = await books.push(purchaseReceipt, receipt, purchaseReturn, {
      date: '2026-01-07',
      lines: [{ item: 'A', quantity: '4', price: '11.3', source: sourceOf('purchaseReceipt', receipt) }],
    })
    expect(await ledger()).toEqual({ 1405: '60.00', 220201: '-113.00', 220202: '40.00', 222105: '13.00' })
    await books.push(purchaseReturn, back, purchaseInvoice, {
      date: '2026-01-09',
      lines: [{ item: 'A', quantity: '4', price: '12.43', source: sourceOf('purchaseReturn', back) }],
    })
    // 4 at 11 and not 10: so much more is credited, and the goods that are left cost so much less.
    expect(await ledger()).toEqual({ 1405: '56.00', 220201: '-63.28', 222105: '7.28' })
    // No estimate is left; what is credited waits to be set off against what is owed.
    expect((await openItems()).map(({ kind, open }) => [kind, open])).toEqual([
      ['payable', '-113.00'],
      ['payable', '49.72'],
    ])
  })

  it('expenses a service on the invoice and makes an ordinary invoice all cost', async () => {
    const { books, ledger } = await open()
    await books.post(purchaseInvoice, {
      date: '2026-01-03',
      supplier: 'S1',
      invoiceKind: 'ordinary',
      lines: [{ item: 'F', quantity: '1', price: '109' }],
    })
    expect(await ledger()).toEqual({ 220201: '-109.00', 5602: '109.00' })
  })
})

describe('sales', () => {
  it('keeps VAT pending until the invoice, and a red invoice takes back a return', async () => {
    const { books, ledger, stock } = await open()
    await stock('100', '6000')
    const delivery = await books.post(salesDelivery, {
      date: '2026-01-05',
      customer: 'C2',
      warehouse: 'MAIN',
      contractPaymentOn: '2026-03-31',
      lines: [{ item: 'A', quantity: '10', price: '113' }],
    })
    const before = await ledger()
    expect(before).toMatchObject({ 1122: '1130.00', 222106: '-130.00', 5001: '-1000.00', 5401: '600.00' })
    await books.push(salesDelivery, delivery, salesInvoice, { date: '2026-01-20' })
    const invoiced = await ledger()
    expect(invoiced).toMatchObject({ 1122: '1130.00', 22210107: '-130.00' })
    expect(invoiced).not.toHaveProperty('222106')
    const back = await books.push(salesDelivery, delivery, salesReturn, {
      date: '2026-01-25',
      vatDueOn: '2026-03-31',
      lines: [{ item: 'A', quantity: '4', price: '113', source: sourceOf('salesDelivery', delivery) }],
    })
    await books.push(salesReturn, back, salesInvoice, { date: '2026-01-26', isRed: true })
    const after = await ledger()
    expect(after).toMatchObject({
      1122: '678.00',
      22210107: '-78.00',
      5001: '-600.00',
      5401: '360.00',
      1405: '5640.00',
    })
    expect(after).not.toHaveProperty('222106')
  })

  it('ships goods and recognises revenue on the invoice', async () => {
    const { books, ledger, stock } = await open({ receivableBasis: 'invoice' })
    await stock('100', '6000')
    const delivery = await books.post(salesDelivery, {
      date: '2026-01-05',
      customer: 'C2',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', price: '113' }],
    })
    expect(await ledger()).toMatchObject({ 1122: '130.00', 1405: '5400.00', 140501: '600.00', 22210107: '-130.00' })
    await books.push(salesDelivery, delivery, salesReturn, {
      date: '2026-01-06',
      lines: [{ item: 'A', quantity: '4', price: '113', source: sourceOf('salesDelivery', delivery) }],
    })
    expect(await ledger()).toMatchObject({ 1122: '78.00', 1405: '5640.00', 140501: '360.00', 22210107: '-78.00' })
    await books.push(salesDelivery, delivery, salesInvoice, {
      date: '2026-01-20',
      lines: [{ item: 'A', quantity: '6', price: '113', source: sourceOf('salesDelivery', delivery) }],
    })
    expect(await ledger()).toMatchObject({ 1122: '678.00', 22210107: '-78.00', 5001: '-600.00', 5401: '360.00' })
    expect(await ledger()).not.toHaveProperty('140501')
  })

  it('refuses what is over the credit limit where the company forbids it', async () => {
    const { books, stock } = await open({ creditControl: 'forbid' })
    await stock('100', '6000')
    const sale = { date: '2026-01-05', customer: 'C2', warehouse: 'MAIN' }
    await books.post(salesDelivery, { ...sale, lines: [{ item: 'A', quantity: '40', price: '113' }] })
    await expect(
      books.post(salesDelivery, { ...sale, lines: [{ item: 'A', quantity: '5', price: '113' }] }),
    ).rejects.toThrow(/credit/)
  })
})

describe('inventory', () => {
  it('[INV-02] opens, receives, uses, moves, counts and revalues', async () => {
    const { books, ledger, stock } = await open()
    await stock('10', '600')
    await books.post(otherReceipt, {
      date: '2026-01-02',
      warehouse: 'MAIN',
      reason: 'GIFT',
      lines: [{ item: 'A', quantity: '10', unitCost: '60' }],
    })
    await books.post(otherIssue, {
      date: '2026-01-03',
      warehouse: 'MAIN',
      reason: 'USE',
      lines: [{ item: 'A', quantity: '2' }],
    })
    await books.post(stockTransfer, {
      date: '2026-01-04',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'A', quantity: '5' }],
    })
    expect(await ledger()).toMatchObject({ 1405: '1080.00', 5301: '-600.00', 5602: '120.00' })
    const warehouses = await books.rows<{ id: Id<'warehouse'> }>(
      `select id from warehouse where company_id = $1 and code = 'SHOP'`,
    )
    const parameters = { warehouse: warehouses[0]?.id }
    const inWork: typeof books.inWork = (step) => books.inWork(step)
    await runStartStockCount.run(parameters, inWork, {
      report: async () => undefined,
      cancelled: async () => false,
    })
    const [draft] = await books.rows<{ book: string; cost: string }>(
      `select l.book_quantity as book, l.unit_cost as cost from stock_count_line l join stock_count c on c.company_id = $1 and c.id = l.owner_id where l.company_id = $1`,
    )
    expect([Number(draft?.book), Number(draft?.cost)]).toEqual([5, 60])
    const count = await books.post(stockCount, {
      date: '2026-01-05',
      warehouse: 'SHOP',
      lines: [{ item: 'A', bookQuantity: '5', countedQuantity: '3' }],
    })
    await books.push(stockCount, count, countAdjustment, { date: '2026-01-05' })
    await books.post(costAdjustment, {
      date: '2026-01-06',
      warehouse: 'MAIN',
      reason: 'USE',
      lines: [{ item: 'A', amount: '-60' }],
    })
    expect(await ledger()).toMatchObject({ 1405: '900.00', 1901: '120.00', 5602: '180.00' })
  })
})

describe('money', () => {
  it('[FIN-08] collects, pays, sets off, spends, earns and moves money', async () => {
    const { books, ledger, openItems, stock } = await open()
    await stock('100', '6000')
    await books.post(salesDelivery, {
      date: '2026-01-05',
      customer: 'C2',
      warehouse: 'MAIN',
      lines: [{ item: 'A', quantity: '10', price: '113' }],
    })
    await books.post(purchaseInvoice, {
      date: '2026-01-06',
      supplier: 'C2',
      lines: [{ item: 'F', quantity: '1', price: '109' }],
    })
    const items = await openItems()
    const find = (kind: string) => items.find((each) => each.kind === kind)?.id ?? ''
    await books.post(settlement, {
      date: '2026-01-07',
      kind: 'receivablePayable',
      lines: [
        { party: 'C2', openItem: find('receivable'), kind: 'receivable', amount: '109' },
        { party: 'C2', openItem: find('payable'), kind: 'payable', amount: '109' },
      ],
    })
    const collected = {
      date: '2026-01-08',
      customer: 'C2',
      roundedOff: '1',
      lines: [{ cashAccount: 'BANK', amount: '1050', fee: '5' }],
      settlements: [{ openItem: find('receivable'), amount: '1001', discount: '20' }],
    }
    await books.post(collection, collected)
    await expect(books.post(collection, collected)).rejects.toThrow(/open/)
    expect((await openItems()).map(({ kind, open }) => [kind, open])).toEqual([['advanceFromCustomer', '-50.00']])
    await books.post(payment, { date: '2026-01-09', supplier: 'S1', lines: [{ cashAccount: 'BANK', amount: '100' }] })
    await books.entity(expenseItem, { code: 'RENT', name: '房租', account: '5602' })
    await books.entity(incomeItem, { code: 'SCRAP', name: '废品', account: '5051' })
    await books.post(expense, {
      date: '2026-01-10',
      cashAccount: 'BANK',
      lines: [{ expenseItem: 'RENT', gross: '200' }],
    })
    await books.post(otherIncome, {
      date: '2026-01-10',
      cashAccount: 'CASH',
      lines: [{ incomeItem: 'SCRAP', gross: '113', taxRate: '13' }],
    })
    await books.post(cashTransfer, {
      date: '2026-01-11',
      fromAccount: 'BANK',
      toAccount: 'CASH',
      amount: '10',
      fee: '1',
    })
    expect(await ledger()).toMatchObject({
      1001: '123.00',
      1002: '734.00',
      1123: '100.00',
      2203: '-50.00',
      5051: '-100.00',
      560302: '6.00',
      560304: '21.00',
    })
  })
})

describe('accounting', () => {
  it('enters by hand what balances, on controlled accounts with their ledgers', async () => {
    const { books, ledger, openItems } = await open()
    await books.post(voucher, {
      date: '2026-01-02',
      lines: [
        { summary: '投资款', account: '1002', debit: '1000', cashAccount: 'BANK' },
        { summary: '投资款', account: '3001', credit: '1000' },
      ],
    })
    await books.post(voucher, {
      date: '2026-01-03',
      lines: [
        { summary: '更正', account: '1122', debit: '10', party: 'C2' },
        { summary: '更正', account: '5001', credit: '10' },
      ],
    })
    expect(await ledger()).toEqual({ 1002: '1000.00', 1122: '10.00', 3001: '-1000.00', 5001: '-10.00' })
    expect((await openItems()).map(({ kind, open }) => [kind, open])).toEqual([['receivable', '10.00']])
    const [cash] = await books.rows<{ book_amount: string }>(
      `select book_amount from cash_balance where company_id = $1`,
    )
    expect(cash?.book_amount).toBe('1000.00')
    const lines = [
      { summary: '税', account: '2221', debit: '1', credit: null },
      { summary: '税', account: '3001', debit: null, credit: '1' },
    ]
    await expect(books.post(voucher, { date: '2026-01-04', lines })).rejects.toThrow(/below/)
  })
})
