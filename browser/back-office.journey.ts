import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, openBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { openProduct } from './kit/product.ts'
import type { RunningProduct } from './kit/product.ts'
import { tradeAFortnight } from './kit/small-trade.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('the back office', () => {
  let product: RunningProduct
  let browser: Browser
  let page: Page
  let complaints: readonly string[]

  beforeAll(async () => {
    product = await openProduct()
    await tradeAFortnight(product)
    browser = await openBrowser(executable ?? '')
    ;({ page, complaints } = await visit(browser, product.address))
    await signIn(page)
  })
  afterAll(async () => {
    await browser.close()
    await product.close()
  })

  test('the bell rings without a reload, leads to what it is about, and is quiet once all is read', async () => {
    const bell = page.getByRole('button', { name: /^通知/ })
    await bell.waitFor()
    expect(await bell.innerText()).toBe('')
    const orders = (await product.ask('GET', '/api/sales-order')).body['rows'] as unknown as {
      id: string
      number: string
    }[]
    const [order] = orders
    const subject = { type: 'salesOrder', id: order?.id ?? '' }
    const to = { right: 'salesOrder.post' }
    await product.tell({
      to,
      key: 'late',
      subject,
      text: { zh: `销售订单 ${order?.number} 交货日期已过 3 天，还有 10 件未发`, en: 'An order is late' },
    })
    await product.tell({ to, key: 'plain', text: { zh: '本月还有 2 张凭证未审核', en: 'Vouchers wait' } })
    await page.getByRole('button', { name: '通知 2' }).click()
    const messages = page.getByRole('dialog', { name: '通知' })
    await messages.getByText('本月还有 2 张凭证未审核').waitFor()
    await page.waitForTimeout(400)
    await keepScreen(page, 'notices')
    expect(await accessibilityFaults(page)).toEqual([])
    await messages.getByRole('button', { name: /交货日期已过 3 天/ }).click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/doc/sales-order/${order?.id}`)
    await page.getByRole('button', { name: '通知 1' }).click()
    await messages.getByRole('button', { name: '全部已读' }).click()
    await page.getByRole('button', { name: '通知', exact: true }).waitFor()
  })

  test('a document opens as paper in another tab, and so do several of a list at once', async () => {
    const context = page.context()
    const paper = (path: RegExp) => context.waitForEvent('response', (reply) => path.test(reply.url()))
    const rows = (await product.ask('GET', '/api/sales-delivery')).body['rows'] as unknown as { id: string }[]
    await page.goto(`/doc/sales-delivery/${rows[1]?.id}`)
    await page.getByRole('button', { name: '打印', exact: true }).waitFor()
    await page.getByRole('button', { name: '打印选项' }).click()
    const asked = paper(/\/print\?/)
    await page.getByRole('menuitem', { name: '241 连续纸 二等分' }).click()
    const reply = await asked
    expect(new URL(reply.url()).searchParams.get('paper')).toBe('241')
    expect(reply.headers()['content-type']).toBe('application/pdf')
    await page.getByText('1 次', { exact: false }).waitFor()
    await keepScreen(page, 'printed')
    await page.goto('/list/sales-delivery')
    await page.getByRole('checkbox', { name: '选择第 1 行' }).check({ force: true })
    await page.getByRole('checkbox', { name: '选择第 2 行' }).check({ force: true })
    const both = paper(/\/sales-delivery\/print\?/)
    await page.getByRole('button', { name: '打印', exact: true }).click()
    expect(new URL((await both).url()).searchParams.get('ids')?.split(',')).toHaveLength(2)
  })

  test('nothing complained on the way', () => {
    expect(complaints).toEqual([])
  })
})
