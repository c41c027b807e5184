import { beforeEach, describe, expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { affiliate, consolidationGroup, eliminationEntry } from '../src/domains/group/index.ts'
import { stockTransfer } from '../src/domains/inventory/index.ts'
import { collection, payment } from '../src/domains/money/index.ts'
import { incomingInvoice, purchaseInvoice, purchaseOrder, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery, salesInvoice, salesOrder } from '../src/domains/sales/index.ts'
import type { ReportRow } from '../src/kernel/definition/report.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { item, unit } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { ask, columnsOf, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

/**
 * A factory (企业会计准则) holds 80 % of a trading company (小企业会计准则), founded with 100,000. In the year the factory buys 100
 * pieces at 60 and sells them to the trading company at 100; 40 of them are still there at the end, 60 were sold on at 150.
 */
const year = 2026
const day = (text: string) => `${year}-${text}`

let count = 0
let factory: Books
let trading: Books
let forbidden: string | undefined

const hand = (books: Books, date: string, debit: string, credit: string, amount: string): Promise<unknown> => {
  const side = (account: string, which: 'debit' | 'credit'): JsonObject => ({
    summary: '投入',
    account,
    [which]: amount,
    ...(account === '1002' ? { cashAccount: 'BANK' } : {}),
  })
  return books.post(voucher, { date, lines: [side(debit, 'debit'), side(credit, 'credit')] })
}

const line = (quantity: string, price: string) => ({ lines: [{ item: 'A', quantity, price }] })
const goods = { warehouse: 'MAIN' }
const exclusive = { priceIncludesTax: false }

const found = (report: readonly ReportRow[], number: number, column = 'consolidated') =>
  report.find((row) => row['line'] === number)?.[column] ?? null

const open = async () => {
  count += 1
  forbidden = undefined
  const [codeF, codeT] = [`F${count}`, `T${count}`]
  const may = (company: string, right: string) => !(company === trading.company && right === forbidden)
  factory = (
    await openTrade(
      { ...exclusive, standard: 'enterprise', taxPlace: 'city' },
      { code: codeF, name: '工厂', mayElsewhere: may },
    )
  ).books
  trading = (await openTrade({ ...exclusive, costPool: 'warehouse' }, { code: codeT, name: '贸易' })).books
  await factory.entity(party, { code: 'TRADING', name: '贸易', isCustomer: true })
  await trading.entity(party, { code: 'FACTORY', name: '工厂', isSupplier: true })
  await factory.entity(affiliate, { code: 'T', name: '贸易', party: 'TRADING', company: codeT, warehouse: 'MAIN' })
  await trading.entity(affiliate, { code: 'F', name: '工厂', party: 'FACTORY', company: codeF, warehouse: 'MAIN' })
  await factory.entity(consolidationGroup, {
    code: 'G',
    name: '集团',
    parent: codeF,
    members: [{ company: codeT, sharePercent: '80' }],
  })
  return { codeF, codeT }
}

const tradeOfTheYear = async () => {
  await hand(factory, day('01-02'), '1002', '4001', '500000')
  await hand(factory, day('01-03'), '1511', '1002', '80000')
  await hand(trading, day('01-03'), '1002', '3001', '100000')
  const bought = await factory.post(purchaseReceipt, {
    date: day('02-01'),
    supplier: 'S1',
    ...goods,
    ...line('100', '60'),
  })
  await factory.push(purchaseReceipt, bought, purchaseInvoice, { date: day('02-02') })
  await factory.post(salesDelivery, { date: day('03-01'), customer: 'TRADING', ...goods, ...line('100', '100') })
  const came = await trading.post(purchaseReceipt, {
    date: day('03-02'),
    supplier: 'FACTORY',
    ...goods,
    ...line('100', '100'),
  })
  await trading.push(purchaseReceipt, came, purchaseInvoice, { date: day('03-03') })
  await trading.post(payment, {
    date: day('04-01'),
    supplier: 'FACTORY',
    lines: [{ cashAccount: 'BANK', amount: '5000' }],
    settlements: [],
  })
  await factory.post(collection, {
    date: day('04-01'),
    customer: 'TRADING',
    lines: [{ cashAccount: 'BANK', amount: '5000' }],
    settlements: [],
  })
  await trading.post(salesDelivery, { date: day('05-01'), customer: 'C1', ...goods, ...line('60', '150') })
  await followUp(factory)
  await followUp(trading)
}

const paper = async (statement: string) =>
  (await ask(factory, 'consolidationWorkingPaper', { period: day('12'), statement })).rows

describe('a factory and the trading company that it controls', () => {
  beforeEach(open)

  it('[DEP-27] what they have with each other is taken away, and the profit in stock with it', async () => {
    await tradeOfTheYear()
    await run(factory, 'consolidate', { period: day('12') })
    const balance = await paper('balanceSheet')
    // The trading company's 40 pieces at 100 cost the group 60 each; half a year's profit of (150 − 100) × 60 is hers.
    expect(found(balance, 9)).toBe('2400.00')
    expect(found(balance, 18)).toBeNull()
    expect(found(balance, 61)).toBe('500000.00')
    // A fifth of 103,000; the factory's 4,000 − 1,600 and four fifths of 3,000 are the owners'.
    expect(found(balance, 72)).toBe('20600.00')
    expect(found(balance, 70)).toBe('4800.00')
    expect(found(balance, 34)).toBe(found(balance, 74))
    const profit = await paper('incomeStatement')
    expect([1, 2, 24, 27, 28].map((number) => found(profit, number))).toEqual([
      '9000.00',
      '3600.00',
      '5400.00',
      '4800.00',
      '600.00',
    ])
    const cash = await paper('cashFlow')
    expect([1, 5, 18, 23, 35].map((number) => found(cash, number))).toEqual([
      null,
      null,
      '80000.00',
      '600000.00',
      '520000.00',
    ])
  })
})

describe('shops of the trading company that are charged more than the goods cost', () => {
  beforeEach(open)

  it('the mark-up of goods shared out by ratio, and of sets, is no profit of hers nor of the group (INV-20, DEP-27)', async () => {
    await tradeOfTheYear()
    for (const code of ['SHOP1', 'SHOP2']) await trading.entity(warehouse, { code, name: code })
    // 30 of the 40 pieces go out 1 : 2 at 8 % more than their 100: 10 and 20, with 240 of mark-up between them.
    await trading.post(stockTransfer, {
      date: day('06-01'),
      fromWarehouse: 'MAIN',
      ratioBy: 'split',
      ratioQuantity: '30',
      priceBy: 'markUp',
      markUpPercent: '8',
      lines: [
        { item: 'A', ratio: '1', toWarehouse: 'SHOP1' },
        { item: 'A', ratio: '2', toWarehouse: 'SHOP2' },
      ],
    })
    // Two sets of three pieces each to the first shop: 6 more, with 48.
    await trading.post(stockTransfer, {
      date: day('06-02'),
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP1',
      ratioBy: 'sets',
      ratioQuantity: '2',
      priceBy: 'markUp',
      markUpPercent: '8',
      lines: [{ item: 'A', ratio: '3' }],
    })
    await followUp(trading)
    const markups = await trading.rows<{ what: string }>(
      `select w.code || ' ' || sum(e.quantity)::float || ' ' || sum(e.markup) as what from stock_entry e
       join warehouse w on w.company_id = $1 and w.id = e.warehouse where e.company_id = $1 group by w.code order by w.code`,
    )
    expect(markups.map((row) => row.what)).toEqual(['MAIN 4 0.00', 'SHOP1 16 128.00', 'SHOP2 20 160.00'])
    // Her own sheet has the goods at cost, 4,000; the group at what the factory paid, 2,400, as without the shops.
    const own = (await ask(trading, 'balanceSheet', { period: day('12') })).rows
    expect(own.find((row) => row['assetLine'] === 9)?.['assetClosing']).toBe('4000.00')
    await run(factory, 'consolidate', { period: day('12') })
    const balance = await paper('balanceSheet')
    expect(found(balance, 9)).toBe('2400.00')
    expect(found(balance, 70)).toBe('4800.00')
    expect(found(balance, 34)).toBe(found(balance, 74))
  })
})

describe('the papers of the group', () => {
  let codes: Awaited<ReturnType<typeof open>>
  beforeEach(async () => {
    codes = await open()
    await tradeOfTheYear()
  })

  it('say when nothing was taken away yet, and when the books have changed since', async () => {
    const notes = async () =>
      (await ask(factory, 'consolidatedBalanceSheet', { period: day('12') })).notes?.join() ?? ''
    expect(await notes()).toContain('尚未合并抵销')
    await run(factory, 'consolidate', { period: day('12') })
    expect(await notes()).not.toMatch(/抵销分录与|尚未/)
    expect(await notes()).toContain('资产总计 = 负债和所有者权益总计')
    await trading.post(salesDelivery, { date: day('12-01'), customer: 'C1', ...goods, ...line('10', '150') })
    expect(await notes()).toContain('抵销分录与各公司现在的账不等')
  })

  it('are made anew without touching what was written by hand', async () => {
    await factory.post(eliminationEntry, {
      scope: 'G',
      date: day('12-31'),
      period: day('12'),
      kind: 'manual',
      lines: [
        { statement: 'incomeStatement', line: 4, debit: '10' },
        { statement: 'incomeStatement', line: 5, credit: '10' },
      ],
    })
    const entries = async () =>
      (
        await factory.rows<{ kind: string }>(
          `select kind from elimination_entry where company_id = $1 and state = 'posted' order by kind`,
        )
      ).map((row) => row.kind)
    await run(factory, 'consolidate', { period: day('12') })
    await run(factory, 'consolidate', { period: day('12') })
    expect(await entries()).toEqual(['balances', 'balances', 'cash', 'investment', 'manual', 'profit', 'trade'])
    const profit = await paper('incomeStatement')
    expect([found(profit, 4), found(profit, 5)]).toEqual(['10.00', '-10.00'])
  })

  it('an entry that does not balance, or names a sum, is refused by its field', async () => {
    const entry = (lines: readonly JsonObject[]) =>
      factory.post(eliminationEntry, {
        scope: 'G',
        date: day('12-31'),
        period: day('12'),
        kind: 'manual',
        lines: [...lines],
      })
    await expect(
      entry([
        { statement: 'balanceSheet', line: 5, credit: '10' },
        { statement: 'balanceSheet', line: 39, debit: '9' },
      ]),
    ).rejects.toMatchObject({ errors: [{ path: 'lines' }] })
    await expect(
      entry([
        { statement: 'balanceSheet', line: 34, credit: '10' },
        { statement: 'balanceSheet', line: 39, debit: '10' },
      ]),
    ).rejects.toMatchObject({ errors: [{ path: 'lines.0.line' }] })
  })

  it('[FIN-14] a consolidated figure leads to company, account, voucher, document and its lines', async () => {
    await run(factory, 'consolidate', { period: day('12') })
    const behind = await ask(factory, 'consolidatedLine', { statement: 'incomeStatement', line: 1, period: day('12') })
    expect(behind.rows.map((row) => [row['name'], row['closing']])).toEqual([
      ['工厂', '10000.00'],
      ['贸易', '9000.00'],
      ['工厂 销售给 贸易', '-10000.00'],
    ])
    const [, hers] = behind.rows
    const company = { company: String(hers?.['company']) }
    const accounts = await ask(factory, 'memberStatementLine', {
      ...company,
      statement: 'incomeStatement',
      line: Number(hers?.['ownLine']),
      period: day('12'),
      span: 'year',
    })
    const account = accounts.rows[0]
    expect([account?.['code'], account?.['closing']]).toEqual(['5001', '9000.00'])
    const ledger = await ask(factory, 'memberDetailLedger', {
      ...company,
      account: String(account?.['account']),
      from: day('01-01'),
      to: day('12-31'),
    })
    const sold = ledger.rows.find((row) => row['credit'] === '9000.00' && row['voucher'] !== undefined)
    const lines = await ask(factory, 'memberVoucherLines', { ...company, voucher: String(sold?.['voucher']) })
    const document = lines.rows[0]
    expect(document?.['documentType']).toBe('salesDelivery')
    const shown = await ask(factory, 'memberDocument', {
      ...company,
      type: String(document?.['documentType']),
      document: String(document?.['documentId']),
    })
    expect(shown.rows[0]).toMatchObject({ item: '商品甲', quantity: '60', price: '150', net: '9000' })
    expect(shown.notes?.join()).toContain('客户一')
  })

  it('[FIN-14] who may not see a company’s books sees nothing consolidated of them, and is told where', async () => {
    forbidden = 'report.balanceSheet'
    await expect(ask(factory, 'consolidatedBalanceSheet', { period: day('12') })).rejects.toThrow(/report.balanceSheet/)
    forbidden = 'report.detailLedger'
    await expect(
      ask(factory, 'memberDetailLedger', {
        company: codes.codeT,
        account: trading.company,
        from: day('01-01'),
        to: day('12-31'),
      }),
    ).rejects.toThrow(/report.detailLedger/)
  })

  it('both sides of what is owed are set against each other, document by document', async () => {
    const rows = (await ask(factory, 'intercompanyBalances', { asOf: day('12-31') })).rows
    expect(rows.map((row) => [row['own'], row['theirs'], row['difference'], row['reason']])).toEqual([
      ['11300.00', '-11300.00', null, ''],
      ['-5000.00', '5000.00', null, ''],
    ])
    await factory.post(collection, {
      date: day('06-01'),
      customer: 'TRADING',
      lines: [{ cashAccount: 'BANK', amount: '300' }],
      settlements: [],
    })
    const after = (await ask(factory, 'intercompanyBalances', { asOf: day('12-31') })).rows
    expect(after.filter((row) => row['difference'] !== null).map((row) => [row['own'], row['reason']])).toEqual([
      ['-300.00', '对方未入账'],
    ])
  })

  it('what is left in stock of last year’s is earned by the group when it is sold on', async () => {
    await run(factory, 'consolidate', { period: day('12') })
    const next = `${year + 1}`
    await trading.post(salesDelivery, { date: `${next}-01-10`, customer: 'C1', ...goods, ...line('40', '150') })
    await run(factory, 'consolidate', { period: `${next}-01` })
    const profit = (await ask(factory, 'consolidatedIncomeStatement', { period: `${next}-01` })).rows
    // Sold for 6,000 what cost the group 2,400.
    expect([1, 2, 24].map((number) => found(profit, number, 'current'))).toEqual(['6000.00', '2400.00', '3600.00'])
    const sheet = (await ask(factory, 'consolidatedBalanceSheet', { period: `${next}-01` })).rows
    const line70 = sheet.find((row) => row['claimLine'] === 70)
    expect([line70?.['claimOpening'], line70?.['claimClosing']]).toEqual(['4800.00', '8000.00'])
  })
})

describe('trade between sisters', () => {
  beforeEach(open)

  const draftsOf = (books: Books, table: string) =>
    books.rows<{ id: string; number: string; state: string }>(
      `select id, number, state from ${table} where company_id = $1 order by number`,
    )

  it('an order to a sister is her order from us, what she delivers is our receipt of it, her invoice comes in', async () => {
    const bought = await factory.post(purchaseReceipt, {
      date: day('02-01'),
      supplier: 'S1',
      ...goods,
      ...line('50', '60'),
    })
    expect(bought.header['state']).toBe('posted')
    const order = await trading.post(purchaseOrder, {
      date: day('02-10'),
      supplier: 'FACTORY',
      ...goods,
      ...line('20', '100'),
    })
    await followUp(trading)
    const [hers] = await draftsOf(factory, 'sales_order')
    expect(hers?.state).toBe('draft')
    const confirmed = await factory.act(salesOrder, { header: { id: hers?.id }, tables: {} }, 'post')
    expect(confirmed.header).toMatchObject({ customerOrder: order.header['number'] })
    const delivery = await factory.push(salesOrder, confirmed, salesDelivery, { date: day('02-12'), warehouse: 'MAIN' })
    await followUp(factory)
    await followUp(factory)
    const [receipt, ...more] = await draftsOf(trading, 'purchase_receipt')
    expect([receipt?.state, more]).toEqual(['draft', []])
    const received = await trading.act(purchaseReceipt, { header: { id: receipt?.id }, tables: {} }, 'post')
    expect(received.tables['lines']?.[0]?.['source']).toMatchObject({ document: order.header['id'] })
    expect(String(received.header['totalNet'])).toBe('2000')
    await factory.push(salesDelivery, delivery, salesInvoice, { date: day('02-13'), invoiceNumber: '2600001' })
    await followUp(factory)
    const [incoming] = await draftsOf(trading, 'incoming_invoice')
    expect(incoming?.state).toBe('draft')
    const listed = (await ask(trading, 'intercompanyDocuments', {})).rows
    expect(new Set(columnsOf(listed, 'type', 'theirs', 'madeHere'))).toEqual(
      new Set([
        `${incomingInvoice.label} | 销售发票 | true`,
        '采购入库单 | 销售出库单 | true',
        '采购订单 | 销售订单 | false',
      ]),
    )
  })

  it('a unit that the sister does not count in becomes the base unit of hers', async () => {
    await factory.entity(unit, { code: 'CARTON', name: '箱', places: 0 })
    await factory.entity(item, {
      code: 'W',
      name: '垫片',
      unit: 'PCS',
      taxRate: 'VAT13',
      units: [{ unit: 'CARTON', numerator: '12', denominator: '1' }],
    })
    await trading.entity(item, { code: 'W', name: '垫片', unit: 'PCS', taxRate: 'VAT13' })
    const cartons = { lines: [{ item: 'W', quantity: '2', unit: 'CARTON', price: '24' }] }
    await factory.post(purchaseReceipt, { date: day('02-01'), supplier: 'S1', ...goods, ...cartons })
    await factory.post(salesDelivery, { date: day('02-02'), customer: 'TRADING', ...goods, ...cartons })
    await followUp(factory)
    const lines = await trading.rows<{ quantity: string; net: string }>(
      `select trim_scale(quantity)::text as quantity, net from purchase_receipt_line where company_id = $1`,
    )
    expect(lines).toEqual([{ quantity: '24', net: '48.00' }])
  })

  it('goods that the sister does not know, or who takes no documents, get no draft', async () => {
    await factory.entity(item, { code: 'X', name: '工厂自用件', unit: 'PCS', taxRate: 'VAT13' })
    await factory.post(purchaseReceipt, {
      date: day('02-01'),
      supplier: 'S1',
      ...goods,
      lines: [{ item: 'X', quantity: '5', price: '10' }],
    })
    await factory.post(salesDelivery, {
      date: day('02-02'),
      customer: 'TRADING',
      ...goods,
      lines: [{ item: 'X', quantity: '5', price: '20' }],
    })
    await followUp(factory)
    expect(await draftsOf(trading, 'purchase_receipt')).toEqual([])
  })

  it('a company names another that is there, and each once', async () => {
    await factory.entity(party, { code: 'P2', name: '另一家', isCustomer: true })
    const enter = (company: string, stands: string) =>
      factory.entity(affiliate, { code: `X${company}`, name: '错', party: stands, company })
    await expect(enter('NOWHERE', 'P2')).rejects.toMatchObject({ errors: [{ path: 'company' }] })
    await expect(enter(`F${count}`, 'P2')).rejects.toMatchObject({ errors: [{ path: 'company' }] })
    await expect(enter(`T${count}`, 'P2')).rejects.toMatchObject({ errors: [{ path: 'company' }] })
    await expect(
      factory.entity(consolidationGroup, {
        code: 'G2',
        name: '错',
        parent: `F${count}`,
        members: [{ company: `F${count}`, sharePercent: '120' }],
      }),
    ).rejects.toMatchObject({ errors: [{ path: 'members.0.company' }, { path: 'members.0.sharePercent' }] })
  })
})
