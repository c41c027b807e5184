import { expect, it } from 'vitest'
import { costWorking } from '../src/domains/inventory/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { readReport } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const receive = (trade: Trade, date: string, quantity: string, price: string) =>
  trade.books.post(purchaseReceipt, {
    date,
    supplier: 'S1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity, price }],
  })

const deliver = (trade: Trade, date: string, quantity: string) =>
  trade.books.post(salesDelivery, {
    date,
    customer: 'C1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity, price: '30' }],
  })

const told = async (trade: Trade, document: LoadedRecord) =>
  (await readReport(trade.books, costWorking, { document: String(document.header['number']) })).map((row) =>
    ['what', 'quantity', 'amount', 'formula'].map((name) => String(row[name] ?? '')).join(' | '),
  )

it('为什么是这个成本: an issue by moving average shows the stock it came from, and what a late price made of it', async () => {
  const trade = await openTrade()
  const receipt = await receive(trade, '2026-01-02', '100', '10')
  await receive(trade, '2026-01-10', '100', '12')
  const sold = await deliver(trade, '2026-01-20', '80')
  expect(await told(trade, sold)).toEqual([
    'A 商品甲　移动平均 |  |  | ',
    '此前：入库 | 100 | 1000.00 | ',
    '此前：入库 | 100 | 1200.00 | ',
    '本笔：出库 | -80 | -880.00 | 80 × (2200.00 ÷ 200) = 880.00',
    '账上现在的成本 | -80 | -880.00 | ',
  ])
  const bill = await trade.books.push(purchaseReceipt, receipt, purchaseInvoice, {
    date: '2026-01-25',
    lines: [
      {
        item: 'A',
        quantity: '100',
        price: '11',
        source: {
          type: 'purchaseReceipt',
          document: String(receipt.header['id']),
          line: String(receipt.tables['lines']?.[0]?.['id']),
        },
      },
    ],
  })
  expect(await told(trade, sold)).toEqual([
    'A 商品甲　移动平均 |  |  | ',
    '此前：入库 | 100 | 1100.00 | ',
    '此前：入库 | 100 | 1200.00 | ',
    '本笔：出库 | -80 | -920.00 | 80 × (2300.00 ÷ 200) = 920.00',
    '审核时的金额 |  | -880.00 | ',
    '以后的更正 |  | -40.00 | 前面的成本变了，重新计算',
    '账上现在的成本 | -80 | -920.00 | ',
  ])
  const rows = await readReport(trade.books, costWorking, { document: String(sold.header['number']) })
  expect(rows.find((row) => row['what'] === '以后的更正')?.['number']).toBe(bill.header['number'])
  expect((await told(trade, receipt)).at(-3)).toBe('审核时的金额 |  | 1000.00 | ')
})

it('为什么是这个成本: an issue by first in, first out shows the layers that it took and the receipts they came by', async () => {
  const trade = await openTrade({ costMethod: 'fifo' })
  const first = await receive(trade, '2026-01-02', '100', '10')
  const second = await receive(trade, '2026-01-10', '100', '12')
  const sold = await deliver(trade, '2026-01-20', '130')
  const rows = await readReport(trade.books, costWorking, { document: String(sold.header['number']) })
  expect(
    rows
      .filter((row) => row['what'] === '成本层')
      .map((row) => ['number', 'quantity', 'amount'].map((name) => String(row[name])).join(' ')),
  ).toEqual([`${String(first.header['number'])} 100 1000.00`, `${String(second.header['number'])} 30 360.00`])
  expect(rows.find((row) => String(row['what']).startsWith('本笔'))?.['formula']).toBe('先进先出：从最早的成本层取')
})
