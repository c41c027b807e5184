import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { openShop } from './kit/shop.ts'
import type { Shop } from './kit/shop.ts'

const executablePath = findBrowser()

describe.skipIf(executablePath === undefined)('messages beside the product', () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await openShop(executablePath)
  })
  afterAll(() => shop.close())

  it('are set up by the administrator and chosen by each person', async () => {
    const { page, complaints } = await visit(shop.browser, shop.product.address)
    await signIn(page)
    await page.goto('/settings?part=messages')
    const mail = page.locator('.settings-messages form').first()
    await page.locator('.message-channel summary').first().click()
    await mail.getByText('启用').click()
    await mail.getByRole('button', { name: '保存' }).click()
    await mail.getByText('请填写SMTP 服务器').waitFor()
    await mail.getByLabel('SMTP 服务器').fill('mail.example.com')
    await mail.getByLabel('端口').fill('587')
    await mail.getByLabel('加密').selectOption('starttls')
    await mail.getByLabel('发件地址').fill('erp@example.com')
    await mail.getByRole('button', { name: '保存' }).click()
    await mail.getByRole('button', { name: '发测试消息' }).waitFor()
    await keepScreen(page, 'messages')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.goto('/me')
    await page.getByText('库存预警 邮件').or(page.getByLabel('库存预警 邮件')).first().check({ force: true })
    await page.getByLabel('邮件 · 邮箱').fill('me@example.com')
    await page
      .locator('.settings-form', { has: page.locator('.notice-choices') })
      .getByRole('button', { name: '保存' })
      .click()
    await expect
      .poll(async () => (await shop.product.ask('GET', '/api/notices/choices')).text)
      .toContain('"kind":"stockAlert","channel":"mail"')
    await page.locator('.notice-choices').scrollIntoViewIfNeeded()
    await keepScreen(page, 'notice-choices')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
