import { expect, it } from 'vitest'
import { voucher } from '../src/domains/accounting/index.ts'
import { materialIssue, progressCount, productCostSheet } from '../src/domains/production/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { columnsOf } from './kit/finance.ts'
import { openFactory } from './kit/factory.ts'
import type { Factory } from './kit/factory.ts'
import { readReport } from './kit/run.ts'

/** Conversion cost of a step, direct labour and overhead, as the textbook gives it. */
const conversion = (factory: Factory, date: string, labour: string, overhead: string) =>
  factory.books.post(voucher, {
    date,
    lines: [
      { summary: '直接人工', account: '4001', department: 'D1', debit: labour },
      { summary: '制造费用', account: '4101', department: 'D1', debit: overhead },
      { summary: '结算', account: '1002', cashAccount: 'BANK', credit: String(Number(labour) + Number(overhead)) },
    ],
  })

const unitCosts = async (factory: Factory, period: string) =>
  columnsOf(await readReport(factory.books, productCostSheet, { period }), 'product', 'finished', 'unitCost', 'closing')

/**
 * 逐步结转: the pulp of Garrison's process-costing problem is the first step (146,000 out, 6,000 in process with all material and
 * three quarters of conversion: 80,227.24 and 3,072.76), and paper is made of all of it in the second.
 */
it('cost rolls from step to step: the second step takes over what the published first one cost, and the customer what both did', async () => {
  const factory = await openFactory({}, { completionPercent: '75' }, ['WOOD', 'PULP', 'PAPER'])
  const { books } = factory
  await factory.bill('B1', 'PULP', { WOOD: '1' })
  await factory.bill('B2', 'PAPER', { PULP: '10' })
  await factory.buy('WOOD', '152000', '0.4')
  const pulp = await factory.order('PULP', '152000', '2026-01-03')
  await factory.issue(pulp, '2026-01-04')
  await factory.finish(pulp, '2026-01-15', '146000', { unitCost: '0.5' })
  const paper = await factory.order('PAPER', '14600', '2026-01-16')
  await factory.issue(paper, '2026-01-17')
  await factory.finish(paper, '2026-01-28', '14600')
  await books.post(salesDelivery, {
    date: '2026-01-29',
    customer: 'C1',
    warehouse: 'MAIN',
    lines: [{ item: 'PAPER', quantity: '7300', price: '20' }],
  })
  await factory.work('2026-01-31', [pulp, '100'])
  await conversion(factory, '2026-01-31', '20000', '2500')
  await factory.settle('2026-01')
  // The whole of the first step's output went into paper; half of the paper was sold. The pulp's 60,800 and 22,500 are kept to the cent.
  expect(await unitCosts(factory, '2026-01')).toEqual([
    'PULP 商品PULP | 80227.24 | 0.5495 | 3072.76',
    'PAPER 商品PAPER | 80227.24 | 5.495 | 0',
    '待分配人工等 |  |  | 0',
    '总账　生产成本余额 |  |  | 3072.76',
  ])
  expect(await factory.ledger()).toMatchObject({ 4001: '3072.76', 1405: '40113.62', 5401: '40113.62' })
})

it('what is half made is counted at the end of the month, and its rates are taken from the count', async () => {
  const factory = await openFactory({}, {}, ['WOOD', 'PULP'])
  await factory.bill('B1', 'PULP', { WOOD: '1' })
  await factory.buy('WOOD', '152000', '0.4')
  const pulp = await factory.order('PULP', '160000', '2026-01-03')
  const [line] = pulp.tables['components'] ?? []
  await factory.books.post(materialIssue, {
    date: '2026-01-04',
    workOrder: String(pulp.header['number']),
    warehouse: 'MAIN',
    lines: [
      {
        item: 'WOOD',
        quantity: '152000',
        source: { type: 'workOrder', document: String(pulp.header['id']), line: String(line?.['id']) },
      },
    ],
  })
  await factory.finish(pulp, '2026-01-15', '146000')
  await factory.work('2026-01-31', [pulp, '100'])
  await conversion(factory, '2026-01-31', '20000', '2500')
  await factory.books.post(progressCount, {
    date: '2026-01-31',
    lines: [
      { workOrder: String(pulp.header['number']), quantity: '6000', materialPercent: '100', completionPercent: '75' },
    ],
  })
  await factory.settle('2026-01')
  // The published equivalent units: 80,227.24 out, 3,072.76 in process.
  expect((await unitCosts(factory, '2026-01'))[0]).toBe('PULP 商品PULP | 80227.24 | 0.5495 | 3072.76')
})

it('under 品种法 the orders of a product are costed together', async () => {
  const factory = await openFactory({}, { costObject: 'product' }, ['WOOD', 'PULP'])
  await factory.bill('B1', 'PULP', { WOOD: '1' })
  await factory.buy('WOOD', '200', '10')
  const first = await factory.order('PULP', '100', '2026-01-03')
  const second = await factory.order('PULP', '60', '2026-01-05')
  await factory.issue(first, '2026-01-04')
  await factory.issue(second, '2026-01-06')
  await factory.finish(first, '2026-01-15', '100')
  await factory.finish(second, '2026-01-20', '60')
  await factory.work('2026-01-31', [first, '10'])
  await conversion(factory, '2026-01-31', '1000', '600')
  await factory.settle('2026-01')
  // (1,600 + 1,000 + 600) ÷ 160, although all of the hours were the first order's.
  const rows = await readReport(factory.books, productCostSheet, { period: '2026-01', by: 'product' })
  expect(columnsOf(rows.slice(0, 1), 'workOrder', 'finishedQuantity', 'finished', 'unitCost', 'closing')).toEqual([
    '2 张 | 160 | 3200 | 20 | 0',
  ])
  expect(await factory.ledger()).toMatchObject({ 1405: '3600.00' })
})
