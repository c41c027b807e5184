import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { openShop } from './kit/shop.ts'
import type { Shop } from './kit/shop.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('what is due, and what suppliers billed', () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await openShop(executable)
    const { ask } = shop.product
    // 100 of each at 45.20 came on the 2nd; one invoice bills the pots dearer, one as they were ordered.
    for (const [invoiceNumber, goodsName, net] of [
      ['90001', '不锈钢复底奶锅 16cm', '4400.00'],
      ['90002', '不锈钢复底汤锅 24cm', '4000.00'],
    ]) {
      await ask('POST', '/api/incoming-invoice', {
        sellerName: '永康锅具厂',
        invoiceNumber,
        invoicedOn: '2026-01-10',
        lines: [{ goodsName, quantity: '100', net, taxRate: '13' }],
      })
    }
  })
  afterAll(() => shop.close())

  test('invoices are matched at a press; the one that differs says why, and is accepted with a note', async () => {
    const { page, complaints } = await visit(shop.browser, shop.product.address)
    await signIn(page)
    await page.goto('/matching')
    await page.getByRole('button', { name: '运行匹配' }).click()
    await page.getByText('90001').first().waitFor()
    await page.getByText('单价超出允差').first().waitFor()
    expect(await page.getByText('90002').count()).toBe(0)
    await keepScreen(page, 'matching')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: '接受价差', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('说明').fill('涨价已通知')
    await keepScreen(page, 'matching-accept')
    await dialog.getByRole('button', { name: '接受价差' }).click()
    await expect
      .poll(async () => (await shop.product.ask('GET', '/api/purchase-invoice')).text)
      .toContain('"invoiceNumber":"90001"')
    await page.locator('.matching-none').waitFor()
    expect(complaints).toEqual([])
  })

  test('the calendar shows each day what comes in and goes out, leads to it, and fits a phone', async () => {
    const { page, complaints } = await visit(shop.browser, shop.product.address)
    await signIn(page)
    await page.goto('/payment-calendar')
    // Sold on the 5th with five days to pay: 6 of each, 1,578 with VAT, late since the 10th.
    const late = page.locator('.calendar-day.is-late .due-receivable')
    await late.first().waitFor()
    expect(await late.first().textContent()).toContain('1,578.00')
    await keepScreen(page, 'payment-calendar')
    expect(await accessibilityFaults(page)).toEqual([])
    await late.first().click()
    await page.waitForURL(/report\/payment-plan\?.*from=2026-01-10/)
    await page.getByText('上海优厨贸易有限公司').first().waitFor()
    await page.goto('/payment-calendar?month=2026-02')
    await page.locator('.calendar-earlier').getByText('1,578.00').waitFor()
    expect(complaints).toEqual([])
    const phone = await visit(shop.browser, shop.product.address, { width: 390, height: 844, theme: 'dark' })
    await signIn(phone.page)
    await phone.page.goto('/payment-calendar')
    await phone.page.locator('.due-receivable').first().waitFor()
    await keepScreen(phone.page, 'payment-calendar-phone-dark')
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  test('orders that are late say by how many days, and a view asks for them', async () => {
    const { ask } = shop.product
    const order = await ask('POST', '/api/sales-order?then=post', {
      customer: 'C0012',
      warehouse: 'MAIN',
      date: '2026-01-08',
      promisedOn: '2026-01-12',
      lines: [{ item: '10010116', quantity: '10', price: '76' }],
    })
    const { page, complaints } = await visit(shop.browser, shop.product.address)
    await signIn(page)
    await page.goto('/list/sales-order')
    await page.getByText('逾期 3 天').waitFor()
    await keepScreen(page, 'orders-late')
    await page
      .getByRole('tab', { name: '逾期' })
      .or(page.getByRole('button', { name: '逾期', exact: true }))
      .first()
      .click()
    await expect.poll(() => page.locator('table tbody tr, [role=row] a').count()).toBeGreaterThan(0)
    await page.getByText(String(order.body['number'])).first().waitFor()
    await keepScreen(page, 'orders-late-view')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('an approval rule is written by choosing: the document, the role, the facts, all or any of them', async () => {
    const { page, complaints } = await visit(shop.browser, shop.product.address)
    await signIn(page)
    await page.goto('/new/approval-rule')
    await page.getByLabel('审批角色').waitFor()
    await keepScreen(page, 'approval-rule')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(
      await page.getByLabel('审批角色').evaluate((field) => field.tagName + (field.getAttribute('role') ?? '')),
    ).toMatch(/SELECT|combobox/)
    expect(complaints).toEqual([])
  })
})
