import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { openShop } from './kit/shop.ts'
import type { Shop } from './kit/shop.ts'

const executablePath = findBrowser()

const sample = JSON.stringify({ goods: [{ id: 'WX-1', title: '网店商品', price: '12.50' }] })

describe.skipIf(executablePath === undefined)('interfaces without code', () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await openShop(executablePath)
  })
  afterAll(() => shop.close())

  test('an administrator draws one from a sample, tries it, and sees what came in [EDI-05]', async () => {
    const { page, complaints } = await visit(shop.browser, shop.product.address)
    await signIn(page)
    await page.goto('/settings?part=interfaces')
    await page.getByRole('button', { name: '新增接口' }).click()
    const editor = page.getByRole('dialog')
    await editor.getByLabel('名称', { exact: true }).first().fill('微信小店商品')
    await editor.getByLabel('变成').selectOption('item')
    await editor.getByLabel('样例').fill(sample)
    await editor.getByLabel('记录所在路径').fill('goods')
    await editor.getByRole('button', { name: '保存' }).click()
    await editor.getByText('请指定对方的唯一编号').waitFor()
    await editor.getByLabel('对方的唯一编号').fill('id')
    const fields = editor.locator('.mapping-rows')
    await fields.getByLabel('编码', { exact: true }).fill('id')
    await fields.getByLabel('名称', { exact: true }).fill('title')
    await fields.getByLabel(/单位$/).first().fill('="PCS"')
    await editor.getByRole('button', { name: '试算' }).click()
    await expect.poll(() => editor.getByRole('textbox', { name: '试算' }).inputValue()).toContain('网店商品')
    await keepScreen(page, 'interface-editor')
    expect(await accessibilityFaults(page)).toEqual([])
    await editor.getByRole('button', { name: '保存' }).click()
    const address = new URL((await editor.locator('code.secret').textContent()) ?? '')
    await editor.getByRole('button', { name: '关闭' }).last().click()
    const send = async (body: string) =>
      (
        await fetch(new URL(address.pathname, shop.product.address), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
      ).json()
    expect(JSON.stringify(await send(sample))).toContain('"done"')
    expect(JSON.stringify(await send(sample))).toContain('"known"')
    await page.reload()
    await page.getByRole('button', { name: '微信小店商品' }).click()
    await page.getByText('WX-1').first().waitFor()
    await keepScreen(page, 'interface-log')
    await page.setViewportSize({ width: 390, height: 844 })
    await keepScreen(page, 'interface-log-phone')
    expect(complaints).toEqual([])
  })
})
