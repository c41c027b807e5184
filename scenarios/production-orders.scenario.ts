import { expect, it } from 'vitest'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import {
  bom,
  materialIssue,
  materialReturn,
  productionReceipt,
  workOrder,
  workshop,
} from '../src/domains/production/index.ts'
import { salesOrder } from '../src/domains/sales/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

/** A workshop that makes chairs of four legs and a seat, with a spare of 10 % for the legs. */
const openWorkshop = async (settings: JsonObject = {}): Promise<Trade> => {
  const trade = await openTrade(settings)
  const goods = (code: string, more: JsonObject = {}) =>
    trade.books.entity(item, { code, name: `物料${code}`, unit: 'PCS', taxRate: 'VAT13', ...more })
  await goods('LEG')
  await goods('SEAT')
  await goods('CHAIR', { salePrice: '100' })
  await trade.books.entity(workshop, {
    code: 'W1',
    name: '一车间',
    warehouse: 'MAIN',
    finishedWarehouse: 'MAIN',
    labourRate: '30',
    overheadRate: '10',
    overIssuePercent: '5',
  })
  await trade.books.entity(bom, {
    code: 'CHAIR-1',
    name: '椅子 第一版',
    item: 'CHAIR',
    bomVersion: '1',
    validFrom: '2026-01-01',
    labourHours: '0.5',
    components: [
      { component: 'LEG', quantity: '4', lossPercent: '10' },
      { component: 'SEAT', quantity: '1' },
    ],
  })
  for (const [of, quantity, price] of [
    ['LEG', '500', '2'],
    ['SEAT', '100', '12'],
  ] as const)
    await trade.books.post(purchaseReceipt, {
      date: '2026-01-02',
      supplier: 'S1',
      warehouse: 'MAIN',
      priceIncludesTax: false,
      lines: [{ item: of, quantity, price }],
    })
  return trade
}

const facts = (record: LoadedRecord, table: string, ...fields: string[]) =>
  record.tables[table]?.map((line) => fields.map((field) => String(line[field])).join(' '))

it('a sales order becomes a work order, materials leave for it by its bill of materials, and the product comes in at plan', async () => {
  const trade = await openWorkshop()
  const { books } = trade
  const sold = await books.post(salesOrder, {
    date: '2026-01-03',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'CHAIR', quantity: '20', price: '100' }],
  })
  const order = await books.push(salesOrder, sold, workOrder, { date: '2026-01-04', workshop: 'W1' })
  expect(String(order.header['salesOrder'])).toBe(String(sold.header['number']))
  // 4 × 1.1 legs and a seat; 8.80 + 12 + half an hour at 40
  expect(facts(order, 'components', 'quantity')).toEqual(['88', '20'])
  expect(facts(order, 'lines', 'quantity', 'unitCost')).toEqual(['20 40.8'])
  const issue = await books.push(workOrder, order, materialIssue, { date: '2026-01-05' })
  expect(facts(issue, 'lines', 'quantity')).toEqual(['88', '20'])
  expect(await trade.ledger()).toMatchObject({ 4001: '416.00', 1405: '1784.00' })
  const back = await books.push(materialIssue, issue, materialReturn, {
    date: '2026-01-06',
    lines: [{ item: 'LEG', quantity: '8' }].map((line) => ({
      ...line,
      source: {
        type: 'materialIssue',
        document: String(issue.header['id']),
        line: String(issue.tables['lines']?.[0]?.['id']),
      },
    })),
  })
  expect(await trade.ledger()).toMatchObject({ 4001: '400.00' })
  await books.push(workOrder, order, productionReceipt, { date: '2026-01-07' })
  expect(await trade.ledger()).toMatchObject({ 4001: '-416.00', 1405: '2616.00' })
  await books.act(materialReturn, back, 'unpost')
  await expect(books.push(workOrder, order, productionReceipt, { date: '2026-01-08' })).rejects.toThrow(/open|left/)
})

it('more than a workshop tolerates is not issued, and nothing goes to an order that does not run', async () => {
  const { books } = await openWorkshop()
  const order = await books.post(workOrder, { date: '2026-01-04', item: 'CHAIR', quantity: '10', workshop: 'W1' })
  const source = (table: string, index: number) => ({
    type: 'workOrder',
    document: String(order.header['id']),
    line: String(order.tables[table]?.[index]?.['id']),
  })
  const issue = (quantity: string) =>
    books.post(materialIssue, {
      date: '2026-01-05',
      workOrder: String(order.header['number']),
      warehouse: 'MAIN',
      lines: [{ item: 'SEAT', quantity, source: source('components', 1) }],
    })
  await expect(issue('11')).rejects.toThrow(/lines\.0\.quantity/)
  await issue('10.5')
  await expect(
    books.post(materialIssue, {
      date: '2026-01-05',
      workOrder: 'NONE',
      warehouse: 'MAIN',
      lines: [{ item: 'LEG', quantity: '1' }],
    }),
  ).rejects.toThrow(/workOrder/)
})
