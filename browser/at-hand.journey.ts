import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser, signIn, typeSlowly, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { openShop } from './kit/shop.ts'
import type { Shop } from './kit/shop.ts'

const executablePath = findBrowser()

describe.skipIf(executablePath === undefined)('what is at hand', () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await openShop(executablePath)
  })
  afterAll(() => shop.close())

  it('an alert leads to the request that mends it, or is set aside with a reason', async () => {
    const { page, complaints } = await visit(shop.browser, shop.product.address)
    await signIn(page)
    await page.goto('/alerts')
    await page.getByText('低于安全库存').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: /^更多 不锈钢复底奶锅/ }).click()
    await page.getByRole('menuitem', { name: /搁置/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '搁置' }).click()
    await dialog.getByText('请填写原因').waitFor()
    await dialog.getByLabel('原因').fill('等新款')
    await keepScreen(page, 'alert-aside')
    await dialog.getByRole('button', { name: '搁置' }).click()
    await page.getByText('没有预警，一切正常').waitFor()
    await page.goto('/alerts?state=aside&asked=1')
    await page.getByRole('button', { name: '恢复提醒' }).click()
    await page.goto('/alerts')
    await page.getByRole('button', { name: '采购申请' }).click()
    await page.waitForURL(/doc\/purchase-request/)
    expect(complaints).toEqual([])
  })

  it('a document is entered by the keyboard: Tab into it, Enter from field to field and into the lines', async () => {
    const { page } = await visit(shop.browser, shop.product.address)
    await signIn(page)
    await page.goto('/new/sales-order')
    await page.locator('.document:visible').waitFor()
    await page.keyboard.press('Tab')
    await typeSlowly(page, 'C0013')
    await page.getByRole('option', { name: /上海优厨/ }).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    for (let presses = 0; presses < 12 && !(await focused()).startsWith('商品'); presses += 1) {
      await page.keyboard.press('Enter')
      await page.waitForTimeout(60)
    }
    expect(await focused()).toMatch(/^商品，第 1 行/)
    expect(await page.getByRole('combobox', { name: '客户' }).inputValue()).toContain('上海优厨')
  })
})
