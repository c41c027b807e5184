import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, openBrowser, signIn, typeSlowly, visit } from './kit/browser.ts'
import { cell, choose, pick, postSheet } from './kit/desk.ts'
import { keepScreen } from './kit/look.ts'
import { openProduct } from './kit/product.ts'
import type { RunningProduct } from './kit/product.ts'

const executable = findBrowser()

/** What someone who has never seen the product does, by what is written on the screen. Each step is one thing done by hand. */
const walk = (page: Page) => {
  let steps = 0
  const step = async (deed: Promise<unknown>): Promise<void> => {
    steps += 1
    await deed
  }
  return {
    steps: () => steps,
    press: (name: string) => step(page.getByRole('button', { name, exact: true }).first().click()),
    fill: (label: string, text: string) =>
      step(
        page
          .getByLabel(label)
          .first()
          .click()
          .then(() => page.keyboard.press('Control+A'))
          .then(() => typeSlowly(page, text)),
      ),
    step,
  }
}

describe.skipIf(executable === undefined)('someone new', () => {
  let product: RunningProduct
  let browser: Browser

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })

  test('posts the first sale of an empty company in five minutes, unaided [HLP-05]', async () => {
    const { page, complaints } = await visit(browser, product.address)
    const began = performance.now()
    await signIn(page)
    const { press, fill, step, steps } = walk(page)

    await press('五分钟开出第一单')
    await step(page.getByText('商贸批发').click())
    await fill('公司名称', '江北商行')
    await press('就用它')
    await page.getByRole('button', { name: '重新选择' }).waitFor()

    await fill('商品名称', '保温杯 500ml')
    await fill('进价（不含税）', '30')
    await fill('售价', '56.5')
    await fill('现有数量', '100')
    await step(page.keyboard.press('Enter'))
    await page.getByText('已保存商品').waitFor()

    await fill('客户名称', '城东超市')
    await step(page.keyboard.press('Enter'))
    await page.getByText('已保存客户').waitFor()
    await keepScreen(page, 'first-sale-start')

    await press('去开单')
    await step(choose(page, '客户', 'cdcs', '城东超市'))
    await step(cell(page, '商品', 1).focus())
    await step(pick(page, 'bwb', '保温杯'))
    await step(typeSlowly(page, '8'))
    await step(page.keyboard.press('Enter'))
    await step(postSheet(page))
    await keepScreen(page, 'first-sale-posted')

    const minutes = (performance.now() - began) / 60_000
    expect(minutes).toBeLessThan(5)
    // Someone who reads takes ten seconds over each of them.
    expect(steps()).toBeLessThan(30)
    const { rows } = (await product.ask<{ rows: readonly { quantity: string }[] }>('GET', '/api/reports/stock-on-hand'))
      .body
    expect(rows.map((row) => Number(row.quantity))).toEqual([92])
    await page.goto('/start')
    await page.locator('.start-step.is-done').nth(3).waitFor()
    await keepScreen(page, 'first-sale-done')
    expect(complaints).toEqual([])
    await page.close()
  })

  test('is shown around the first document, told what a field means, and what an empty list is for [HLP-01]', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/list/sales-order')
    await page.locator('.table-empty').getByText('看看怎么用').waitFor()
    await keepScreen(page, 'empty-list')
    await page.goto('/new/sales-order')
    const offer = page.getByRole('complementary', { name: '带我看看这一页' })
    await page.getByRole('button', { name: /^看一看（\d 步）/ }).click()
    await keepScreen(page, 'tour')
    for (let step = 1; step < 10 && (await page.getByRole('button', { name: '下一步' }).count()) > 0; step += 1)
      await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '完成', exact: true }).click()
    // Whoever has seen it is not asked again, in whatever window.
    await page.reload()
    await page.getByRole('button', { name: /审核/ }).first().waitFor()
    expect(await offer.count()).toBe(0)
    expect(complaints).toEqual([])
  })
})
