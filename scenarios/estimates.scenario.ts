import { describe, expect, it } from 'vitest'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { item, itemCategory } from '../src/ledgers/dimensions/item.ts'
import { ask, columnsOf, expectSoundBooks, followUp, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const receive = ({ books }: Trade, date: string, price: string, quantity = '100') =>
  books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity, price }],
  })

/** 100 of the goods of a receipt invoiced at a price. */
const invoiceAt = (trade: Trade, receipt: Awaited<ReturnType<typeof receive>>, date: string, price: string) =>
  trade.books.push(purchaseReceipt, receipt, purchaseInvoice, {
    date,
    lines: [
      {
        item: 'A',
        quantity: '100',
        price,
        source: {
          type: 'purchaseReceipt',
          document: String(receipt.header['id']),
          line: String(receipt.tables['lines']?.[0]?.['id']),
        },
      },
    ],
  })

const sell = ({ books }: Trade, date: string, quantity: string) =>
  books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity, price: '33.9' }],
  })

/** Vouchers as an accountant reads them: day, and each line with its side. */
const vouchersOf = async ({ books }: Trade, type: string): Promise<string[]> => {
  const rows = await books.rows<{ line: string }>(
    `select v.date || ' ' || v.summary || ': ' || string_agg(case when e.debit <> 0 then '借' || a.code || ' ' || e.debit
       else '贷' || a.code || ' ' || e.credit end, ' ' order by e.debit = 0, a.code) as line
     from general_voucher v join general_entry e on e.company_id = $1 and e.voucher = v.id
     join account a on a.company_id = $1 and a.id = e.account_id
     where v.company_id = $1 and v.document_type = $2 and v.withdraws is null
       and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = v.id)
     group by v.id, v.date, v.summary order by v.date, v.id`,
    type,
  )
  return rows.map((row) => row.line.replace(/ (CGFP|ZGHC|CGRK)-\d+-\d+/, ''))
}

/** A receipt of 100 at 10, sold in part, invoiced at 11 a month later; under each way of estimating. */
const story = async (settings: JsonObject) => {
  const trade = await openTrade(settings)
  const receipt = await receive(trade, '2026-01-20', '11.3')
  await sell(trade, '2026-01-25', '60')
  await run(trade.books, 'closePeriod', { period: '2026-01', bookAll: true })
  const atClose = await trade.ledger()
  await invoiceAt(trade, receipt, '2026-02-10', '12.43')
  return { trade, atClose }
}

describe('estimates', () => {
  it('[DEP-03] 单到补差 单到回冲 月初回冲: three ways to write it, one balance (rule 6)', async () => {
    const adjust = await story({ estimateMethod: 'adjust' })
    const onInvoice = await story({ estimateMethod: 'onInvoice' })
    const monthStart = await story({ estimateMethod: 'monthStart' })
    const ended = {
      1122: '2034.00',
      1405: '440.00',
      220201: '-1243.00',
      22210107: '-234.00',
      222105: '143.00',
      3103: '-1200.00',
      5401: '60.00',
    }
    for (const { trade, atClose } of [adjust, onInvoice, monthStart]) {
      expect(atClose).toMatchObject({ 1405: '400.00', 220202: '-1000.00' })
      expect(await trade.ledger()).toEqual(ended)
      expect((await trade.openItems()).filter((one) => one.startsWith('estimate'))).toEqual([])
    }
    // 单到补差: the difference alone; the goods that are here take 40 of it, 60 is cost of sales.
    expect(await vouchersOf(adjust.trade, 'purchaseInvoice')).toEqual([
      '2026-02-01 采购发票: 借1405 40.00 借5401 60.00 贷220202 100.00',
      '2026-02-10 采购发票: 借220202 1100.00 借222105 143.00 贷220201 1243.00',
    ])
    // 单到回冲: the estimate is struck out in red, and the invoice enters the goods.
    expect(await vouchersOf(onInvoice.trade, 'purchaseInvoice')).toEqual([
      '2026-02-01 采购发票: 借1405 40.00 借5401 60.00 贷220202 100.00',
      '2026-02-10 采购发票: 借1405 1100.00 借222105 143.00 贷220201 1243.00',
      '2026-02-10 冲回暂估 采购发票: 借1405 -1100.00 贷220202 -1100.00',
    ])
    // 月初回冲: on the first of February in red, and anew because there is no invoice yet.
    expect(await vouchersOf(monthStart.trade, 'estimateReversal')).toEqual([
      '2026-02-01 冲回上月暂估 暂估回冲单: 借1405 -1000.00 贷220202 -1000.00',
      '2026-02-01 暂估回冲单: 借1405 1000.00 贷220202 1000.00',
    ])
  })

  it('[DEP-03] the estimates of a month end are listed, and the list adds up to the account', async () => {
    const trade = await openTrade({ estimateMethod: 'monthStart' })
    const { books } = trade
    const first = await receive(trade, '2026-01-05', '11.3')
    await receive(trade, '2026-01-20', '22.6', '50')
    await invoiceAt(trade, first, '2026-01-28', '11.3')
    await receive(trade, '2026-02-03', '11.3', '10')
    const list = await ask(books, 'purchaseEstimates', { asOf: '2026-01-31' })
    expect(columnsOf(list.rows, 'date', 'days', 'item', 'received', 'invoiced', 'amount')).toEqual([
      '2026-01-20 | 11 | A 商品甲 | 50 | 0 | 1000.00',
    ])
    expect(list.totals?.['amount']).toBe('1000')
    // On the 25th the first was not invoiced yet.
    const before = await ask(books, 'purchaseEstimates', { asOf: '2026-01-25' })
    expect(columnsOf(before.rows, 'received', 'invoiced', 'amount')).toEqual(['100 | 0 | 1000.00', '50 | 0 | 1000.00'])
    await run(books, 'closePeriod', { period: '2026-01', bookAll: true })
    // The close has done it; another run finds nothing to do.
    expect(await run(books, 'reverseEstimates', { period: '2026-01' })).toEqual({ document: null })
    expect(await vouchersOf(trade, 'estimateReversal')).toHaveLength(2)
  })

  it('[DEP-03] raw materials are struck out on their own account, and a partial invoice its part', async () => {
    const trade = await openTrade({ estimateMethod: 'onInvoice' })
    const { books, ledger } = trade
    await books.entity(itemCategory, { code: 'RAW', name: '原材料' })
    const [category] = await books.rows<{ id: string }>(
      `select id from item_category where company_id = $1 and code = 'RAW'`,
    )
    await books.rows(
      `insert into account_mapping (company_id, id, code, name, role, item_category, account, created_at, created_by, updated_at, updated_by)
       select $1, gen_random_uuid(), 'inventory-RAW', '原材料', 'inventory', $2, a.id, now(), 'tester', now(), 'tester'
       from account a where a.company_id = $1 and a.code = '1403' returning id`,
      category?.id,
    )
    await books.entity(item, { code: 'R', name: '钢材', unit: 'PCS', taxRate: 'VAT13', category: 'RAW' })
    const receipt = await books.post(purchaseReceipt, {
      date: '2026-01-05',
      supplier: 'S1',
      warehouse: 'MAIN',
      lines: [{ item: 'R', quantity: '100', price: '11.3' }],
    })
    await books.push(purchaseReceipt, receipt, purchaseInvoice, {
      date: '2026-01-28',
      lines: [
        {
          item: 'R',
          quantity: '30',
          price: '11.3',
          source: {
            type: 'purchaseReceipt',
            document: String(receipt.header['id']),
            line: String(receipt.tables['lines']?.[0]?.['id']),
          },
        },
      ],
    })
    expect(await ledger()).toEqual({ 1403: '1000.00', 220201: '-339.00', 220202: '-700.00', 222105: '39.00' })
    expect(await vouchersOf(trade, 'purchaseInvoice')).toEqual([
      '2026-01-28 采购发票: 借1403 300.00 借222105 39.00 贷220201 339.00',
      '2026-01-28 冲回暂估 采购发票: 借1403 -300.00 贷220202 -300.00',
    ])
  })
})

describe('price differences of invoices', () => {
  const steps = (costMethod: string) => async () => {
    const trade = await openTrade({ costMethod })
    const { books, ledger } = trade
    const seen: string[] = []
    // After every step each sub-ledger is its control account, on every day, and the costs replay to what is stored.
    const step = async (what: Promise<unknown>) => {
      await what
      await expectSoundBooks(books)
      await followUp(books)
      const { 1405: stock = '0', 5401: sold = '0', 220202: estimate = '0' } = await ledger()
      seen.push([stock, sold, estimate].map((each) => String(Number(each))).join(' '))
    }
    const receipts: Awaited<ReturnType<typeof receive>>[] = []
    const receiving = async (date: string, price: string) => {
      receipts.push(await receive(trade, date, price))
    }
    await step(receiving('2026-01-03', '11.3'))
    await step(receiving('2026-01-04', '22.6'))
    await step(sell(trade, '2026-01-10', '100'))
    const [first, second] = receipts
    if (first === undefined || second === undefined) throw new Error('nothing was received')
    await step(invoiceAt(trade, first, '2026-01-15', '13.56'))
    await step(invoiceAt(trade, second, '2026-01-16', '24.86'))
    await step(sell(trade, '2026-01-20', '50'))
    await step(sell(trade, '2026-01-21', '50'))
    return seen
  }

  it('[DEP-04] [PUR-10] go to the layer they belong to, first in first out, and to cost of sales as it is sold', async () => {
    expect(await steps('fifo')()).toEqual([
      '1000 0 -1000',
      '3000 0 -3000',
      '2000 1000 -3000',
      // The first 100 were sold: 12 and not 10 is their cost. Nothing of it touches the second layer.
      '2000 1200 -2000',
      '2200 1200 0',
      '1100 2300 0',
      '0 3400 0',
    ])
  })

  it('[DEP-04] raise the average from the receipt on, and what was sold follows', async () => {
    expect(await steps('movingAverage')()).toEqual([
      '1000 0 -1000',
      '3000 0 -3000',
      '1500 1500 -3000',
      '1600 1600 -2000',
      '1700 1700 0',
      '850 2550 0',
      '0 3400 0',
    ])
  })
})
