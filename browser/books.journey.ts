import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, openBrowser, signIn, typeSlowly, visit } from './kit/browser.ts'
import { openProduct } from './kit/product.ts'
import type { RunningProduct } from './kit/product.ts'

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

  beforeAll(async () => {
    product = await openProduct()
    await setStage(product)
    browser = await openBrowser(executable ?? '')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })

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

  test('[FIN-05] a voucher is typed by keys alone: //, =, space, and Ctrl+S begins the next', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/new/voucher')
    await page.getByLabel('摘要 1').focus()
    await typeSlowly(page, '购办公用品')
    await page.keyboard.press('Enter')
    await typeSlowly(page, '560204')
    await page
      .getByRole('option', { name: /560204/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    const amount = (row: number, side: '借方' | '贷方') =>
      page
        .locator('.voucher-table tbody tr')
        .nth(row - 1)
        .getByLabel(new RegExp(`${side}$`))
    await amount(1, '贷方').locator('input').or(amount(1, '贷方')).last().focus()
    await typeSlowly(page, '350.5')
    await page.keyboard.press('Tab')
    await amount(1, '贷方').last().focus()
    // A space moves the amount to the other side.
    await page.keyboard.press('Space')
    await expect.poll(() => amount(1, '借方').last().inputValue()).toBe('350.5')
    await page.getByLabel('摘要 2').focus()
    await typeSlowly(page, '//')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByLabel('摘要 2').inputValue()).toBe('购办公用品')
    await typeSlowly(page, '1001')
    await page.getByRole('option', { name: /1001/ }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await page.getByLabel('资金账户').first().focus()
    await typeSlowly(page, 'CASH')
    await page.getByRole('option', { name: /现金/ }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await amount(2, '贷方').last().focus()
    await page.keyboard.press('=')
    await expect.poll(() => amount(2, '贷方').last().inputValue()).toBe('350.5')
    await expect.poll(() => page.locator('.voucher-words').textContent()).toContain('叁佰伍拾元伍角')
    await page.keyboard.press('Control+s')
    await page.getByText('已审核').first().waitFor()
    await expect.poll(() => page.getByLabel('摘要 1').inputValue()).toBe('')
    const listed = await product.ask('GET', '/api/reports/voucher-list?from=2020-01-01&to=2030-12-31&kind=manual')
    expect((listed.body as unknown as { rows: readonly unknown[] }).rows).toMatchObject([
      { total: '350.50', state: '未审核' },
    ])
    expect(complaints).toEqual([])
  })
})
