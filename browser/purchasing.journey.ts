import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()

const items = [
  { code: 'A', name: '不锈钢板', unit: 'PCS', taxRate: 'VAT13', purchasePrice: '10' },
  { code: 'B', name: '手柄', unit: 'PCS', taxRate: 'VAT13', purchasePrice: '3' },
]

type Body = Readonly<Record<string, unknown>>

/** Writes and posts a document by the interface; answers it. */
const post = async ({ ask }: RunningProduct, address: string, body: Body) => {
  const answer = await ask('POST', `/api/${address}?then=post`, JSON.parse(JSON.stringify(body)))
  expect(answer.body).toMatchObject({ state: 'posted' })
  return answer.body
}

const lineIdOf = (document: Body, at: number): string => {
  const lines: unknown = document['lines']
  const line: unknown = Array.isArray(lines) ? lines[at] : undefined
  return String(typeof line === 'object' && line !== null ? Reflect.get(line, 'id') : '')
}

/** Two suppliers, an agreed price of one of them, two approved requests, an inquiry with two answers. */
const setStage = async (product: RunningProduct) => {
  const { ask } = product
  for (const one of items) await ask('POST', '/api/item', one)
  await ask('POST', '/api/supplier', { code: 'S1', name: '永康锅具厂' })
  await ask('POST', '/api/supplier', { code: 'S2', name: '恒泰不锈钢' })
  await ask('POST', '/api/cash-account', { code: 'ICBC', name: '工商银行', kind: 'bank' })
  await ask('POST', '/api/supplier-price', {
    name: '年度协议',
    supplier: 'S2',
    prices: [{ item: 'A', price: '9', leadDays: 5, minimumOrder: '100' }],
  })
  await post(product, 'purchase-receipt', {
    supplier: 'S1',
    warehouse: 'MAIN',
    date: '2026-01-02',
    lines: [{ item: 'B', quantity: '10', price: '3' }],
  })
  await post(product, 'purchase-request', { date: '2026-01-10', lines: [{ item: 'A', quantity: '60' }] })
  await post(product, 'purchase-request', {
    date: '2026-01-11',
    lines: [
      { item: 'A', quantity: '30' },
      { item: 'B', quantity: '5', supplier: 'S1' },
    ],
  })
  const inquiry = await post(product, 'request-for-quotation', {
    date: '2026-01-12',
    lines: [{ item: 'B', quantity: '100' }],
    suppliers: [{ supplier: 'S1' }, { supplier: 'S2' }],
  })
  for (const [supplier, price] of [
    ['S1', '2.8'],
    ['S2', '2.6'],
  ])
    await post(product, 'supplier-quotation', {
      supplier,
      date: '2026-01-13',
      lines: [
        {
          item: 'B',
          quantity: '100',
          price,
          leadDays: 7,
          source: { type: 'requestForQuotation', document: inquiry['id'], line: lineIdOf(inquiry, 0) },
        },
      ],
    })
  return { inquiry: String(inquiry['number']) }
}

describe.skipIf(executable === undefined)('a person buys', () => {
  let product: RunningProduct
  let browser: Browser
  let close: () => Promise<void>
  let stage: Awaited<ReturnType<typeof setStage>>

  beforeAll(async () => {
    const set = async (running: RunningProduct) => {
      stage = await setStage(running)
    }
    ;({ product, browser, close } = await openShop(executable, set))
  })
  afterAll(() => close())

  test('orders what was requested: chosen together, split by supplier, at agreed prices', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/list/purchase-request')
    await page.getByText('CGSQ-202601-0002').first().waitFor()
    await page.getByRole('checkbox', { name: '选择已载入的行' }).first().click({ force: true })
    await page.getByRole('button', { name: '生成采购订单' }).click()
    await page.getByRole('heading', { name: '申请下单' }).waitFor()
    await page.getByText('将生成 2 张采购订单').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await keepScreen(page, 'purchasing-desk')
    await page.getByRole('button', { name: '生成采购订单' }).click()
    await page.getByText(/已生成 CGDD-202601-0001/).waitFor()
    const orders = await product.ask<{ rows: { totalGross: string }[] }>('GET', '/api/purchase-order')
    const rows = orders.body.rows
    // 90 of A are wanted and 100 the least: 900; and 5 of B at what the suggested supplier quotes.
    expect(rows.map((row) => Number(row.totalGross)).toSorted((one, other) => one - other)).toEqual([14, 900])
    expect(complaints).toEqual([])
  })

  test('compares quotations side by side and awards the cheapest', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto(`/comparison/${stage.inquiry}`)
    await page.getByText('最低').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await keepScreen(page, 'purchasing-comparison')
    await page.getByRole('button', { name: '定标并生成订单' }).click()
    await page.getByText(/已生成 CGDD-/).waitFor()
    await page.getByText(/已定标/).waitFor()
    expect(complaints).toEqual([])
  })

  test('[PUR-18] from an order the receipt and the payment are one click away, and its bar shows both', async () => {
    const order = await post(product, 'purchase-order', {
      supplier: 'S1',
      warehouse: 'MAIN',
      date: '2026-01-05',
      promisedOn: '2026-01-10',
      lines: [{ item: 'B', quantity: '10', price: '3' }],
    })
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    const path = `/doc/purchase-order/${String(order['id'])}`
    await page.goto(path)
    const bar = page.getByRole('region', { name: '执行情况' })
    await bar.getByText('0 / 10').first().waitFor()
    await bar.getByText('逾期 5 天').waitFor()
    expect(await bar.getByText('0.00 / 30.00').count()).toBe(1)
    expect(await accessibilityFaults(page)).toEqual([])
    await keepScreen(page, 'purchasing-order')
    await bar.getByRole('button', { name: '收货' }).click()
    await page.getByRole('heading', { name: '采购入库单' }).waitFor()
    await page.getByRole('button', { name: '审核', exact: true }).click()
    await page
      .getByText(/CGRK-202601-0002/)
      .first()
      .waitFor()
    await page.goto(path)
    await bar.getByText('10 / 10').first().waitFor()
    await bar.getByRole('button', { name: '付款' }).click()
    await page.getByRole('heading', { name: '付款单' }).waitFor()
    await expect.poll(() => page.getByRole('combobox', { name: '供应商' }).first().inputValue()).toContain('永康锅具厂')
    expect(complaints).toEqual([])
  })
})
