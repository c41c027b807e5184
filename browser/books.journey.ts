import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()

const setStage = async ({ ask }: RunningProduct): Promise<void> => {
  await ask('POST', '/api/item', { code: 'POT', name: '汤锅', unit: 'PCS', taxRate: 'VAT13', salePrice: '128' })
  await ask('POST', '/api/customer', { code: 'C0012', name: '杭州百联家居有限公司', paymentDays: 30 })
  await ask('POST', '/api/supplier', { code: 'S1', name: '永康锅具厂' })
  await ask('POST', '/api/purchase-receipt?then=post', {
    supplier: 'S1',
    warehouse: 'MAIN',
    date: '2026-01-05',
    lines: [{ item: 'POT', quantity: '100', price: '45.2' }],
  })
  const sold = await ask('POST', '/api/sales-delivery?then=post', {
    customer: 'C0012',
    warehouse: 'MAIN',
    date: '2026-01-08',
    lines: [{ item: 'POT', quantity: '10', price: '113' }],
  })
  expect(sold.body).toMatchObject({ state: 'posted' })
}

/** Presses a key, and counts it. */
const counter = (page: Page) => {
  let count = 0
  return {
    press: async (key: string): Promise<void> => {
      count += 1
      await page.keyboard.press(key)
    },
    count: () => count,
  }
}

describe.skipIf(executable === undefined)('an accountant at the books', () => {
  let product: RunningProduct
  let browser: Browser
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ product, browser, close } = await openShop(executable, setStage))
  })
  afterAll(() => close())

  test('[FIN-07] from a figure of the balance sheet to the line of the document by four keys, and back', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/report/balance-sheet?period=2026-01')
    const figure = page.getByRole('row', { name: /应收账款/ }).getByRole('button', { name: '1,130.00' })
    await figure.focus()
    const keys = counter(page)
    await keys.press('Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /1122 C0012 杭州百联/ })
      .waitFor()
    await expect.poll(() => page.locator(':focus').textContent()).toContain('杭州百联')
    await keys.press('Enter')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/report/detail-ledger')
    await expect.poll(() => page.locator(':focus').textContent()).toMatch(/^记-/)
    await keys.press('Enter')
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/voucher\//)
    await page.locator('.voucher-table').waitFor()
    await keys.press('F7')
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/doc\/sales-delivery\//)
    await page.locator('.document:visible').getByText('汤锅').first().waitFor()
    expect(keys.count()).toBe(4)
    for (const path of [/^\/voucher\//, /^\/report\/detail-ledger$/, /^\/report\/balance-sheet$/]) {
      await page.goBack()
      await expect.poll(() => new URL(page.url()).pathname).toMatch(path)
    }
    expect(complaints).toEqual([])
  })
})
