import { beforeAll, describe, expect, test } from 'vitest'
import { installed } from '../src/app/product.ts'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { everyQuestion, type Asked } from './kit/every-answer.ts'
import { leaks } from './kit/leaks.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: TestClient

/**
 * What goods were bought at, in numbers that nothing else has: 87.7931 with tax, of a thousand; 77.69301 without, 77.69 as it is
 * shown. Whoever finds one of these in an answer has been told the cost.
 */
const canaries = /87\.793|87793\.1|77\.69|77693\.01|10100\.09/

/** The books of account and of what is owed: they are sums of money paid and to be paid, and each is a right of its own. */
const books = new Set([
  'trialBalance',
  'accountBalances',
  'generalLedgerBook',
  'auxiliaryBalances',
  'auxiliaryLedger',
  'voucherList',
  'voucherJournal',
  'voucherSummary',
  'balanceSheet',
  'openItems',
  'partyStatement',
  'paymentPlan',
  'paymentCalendar',
  'taxWorking',
  'bookExchange',
  'inputVatTicks',
  'voucherPaper',
  'cashForecast',
])

const make = async (type: string, body: object): Promise<string> =>
  String(must(await admin.ask('POST', `/api/${type}`, body))['id'])

beforeAll(async () => {
  house = await openHouse()
  admin = house.admin
  await make('item', {
    code: 'PEN',
    name: '钢笔',
    unit: 'PCS',
    taxRate: 'VAT13',
    purchasePrice: '87.7931',
    salePrice: '200',
  })
  await make('supplier', { code: 'S1', name: '供应商' })
  await make('customer', { code: 'C1', name: '客户' })
  await make('warehouse', { code: 'SHOP', name: '门店' })
  const bought = { lines: [{ item: 'PEN', quantity: '1000', price: '87.7931' }] }
  const order = await make('purchase-order?then=post', {
    supplier: 'S1',
    warehouse: 'MAIN',
    date: '2026-03-02',
    ...bought,
  })
  const draft = must(await admin.ask('POST', `/api/purchase-order/${order}/convert/purchase-receipt`))
  const receipt = await make('purchase-receipt?then=post', { ...draft, date: '2026-03-03' })
  const invoice = must(await admin.ask('POST', `/api/purchase-receipt/${receipt}/convert/purchase-invoice`))
  await make('purchase-invoice?then=post', { ...invoice, date: '2026-03-03', invoiceNumber: '123' })
  await make('purchase-request?then=submit', {
    date: '2026-03-04',
    lines: [{ item: 'PEN', quantity: '10', price: '87.7931' }],
  })
  const sale = { customer: 'C1', warehouse: 'MAIN', date: '2026-03-05' }
  await make('sales-order?then=post', { ...sale, lines: [{ item: 'PEN', quantity: '7', price: '200' }] })
  const sold = await make('sales-delivery?then=post', {
    ...sale,
    lines: [{ item: 'PEN', quantity: '3', price: '200' }],
  })
  const back = must(await admin.ask('POST', `/api/sales-delivery/${sold}/convert/sales-return`))
  await make('sales-return?then=post', { ...back, date: '2026-03-06' })
  for (const [type, fields] of [
    ['stock-transfer', { fromWarehouse: 'MAIN', toWarehouse: 'SHOP' }],
    ['other-issue', { warehouse: 'MAIN' }],
    ['internal-use', { warehouse: 'MAIN' }],
    ['scrap', { warehouse: 'MAIN' }],
    ['purchase-return', { supplier: 'S1', warehouse: 'MAIN' }],
    ['loan-out', { customer: 'C1', warehouse: 'MAIN' }],
    ['consignment-out', { customer: 'C1', warehouse: 'MAIN' }],
  ] as const) {
    await admin.ask('POST', `/api/${type}?then=post`, {
      ...fields,
      date: '2026-03-07',
      lines: [{ item: 'PEN', quantity: '2', ...(type === 'purchase-return' ? { price: '87.7931' } : {}) }],
    })
  }
  await admin.ask('POST', '/api/other-receipt?then=post', {
    warehouse: 'MAIN',
    date: '2026-03-08',
    lines: [{ item: 'PEN', quantity: '1000', unitCost: '77.69301' }],
  })
  await admin.ask('POST', '/api/processes/start-stock-count', { warehouse: 'MAIN' })
})

/** The questions whose answers tell the administrator a cost. */
let telling: readonly Asked[] = []

describe('what goods cost', () => {
  test('is in many an answer to who may see it, so that the search finds something', async () => {
    const all = await leaks(admin, await everyQuestion(admin), canaries)
    telling = all.telling
    expect(all.answered).toBeGreaterThan(400)
    expect(telling.length).toBeGreaterThan(60)
    for (const kind of ['format=xlsx', 'format=csv', 'format=pdf', '/print', '/audit', '/convert/', 'assistant '])
      expect(
        all.told.some((url) => url.includes(kind)),
        kind,
      ).toBe(true)
  })

  test.each(['seller', 'storekeeper', 'counter', 'production', 'personnel'])(
    '[DEP-32] is in no answer to the ready role %s, by any route, in any format',
    async (role) => {
      const { client } = await house.person(role, role)
      const { answered, told } = await leaks(client, telling, canaries)
      expect(told).toEqual([])
      expect(answered).toBeGreaterThan(0)
    },
    300_000,
  )

  test('[DEP-32] is in no answer to someone who may read every record, report and stock ledger but not see costs', async () => {
    const reports = [...installed.catalogue.reports.keys()].filter((name) => !books.has(name))
    const rights = [
      '*.read',
      ...reports.map((name) => `report.${name}`),
      'ledger.stock',
      'ledger.plan',
      'stockCount.count',
    ]
    must(await admin.ask('PUT', '/api/roles/reader', { label: '查看员', rights }))
    const { client } = await house.person('reader', 'reader')
    const { told } = await leaks(client, telling, canaries)
    // What has to be paid is on the invoice, whoever may open it; its lines and their prices are not.
    expect(
      told.filter((url) => !/\/purchase-invoice(\/[0-9a-f-]{36}(\/audit)?)?(\?[^ ]*)? \(77693\.01\)/.test(url)),
    ).toEqual([])
  })
})
