import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { openShop } from './kit/shop.ts'
import type { Shop } from './kit/shop.ts'

const executablePath = findBrowser()
const minute = 60_000
const counter = { username: 'xiaopan', password: 'count the shelves 1' }

describe.skipIf(executablePath === undefined)('in the warehouse, with a phone', () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await openShop(executablePath)
    const { ask } = shop.product
    const barcodes = { '10010116': '6901', '10010124': '6902', '10030105': '6903' }
    for (const [code, barcode] of Object.entries(barcodes)) {
      await ask('PATCH', `/api/item/${code}`, { barcode })
    }
    await ask('POST', '/api/users', { ...counter, name: '小潘', roles: ['counter'] })
  })
  afterAll(() => shop.close())

  const scan = async (page: Page, code: string) => {
    await page.keyboard.insertText(code)
    await page.keyboard.press('Enter')
  }
  const key = (page: Page, name: string) => page.locator('.count-keys').getByRole('button', { name, exact: true }).tap()
  const total = (page: Page, name: string) => page.locator('.count-lines tr', { hasText: name }).locator('.count-total')
  const deliver = async (quantity: string) => {
    const sold = await shop.product.ask('POST', '/api/sales-delivery?then=post', {
      customer: 'C0012',
      warehouse: 'MAIN',
      lines: [{ item: '10010116', quantity, price: '76' }],
    })
    expect(sold.body).toMatchObject({ state: 'posted' })
  }
  const startBlind = async (): Promise<string> => {
    const { ask } = shop.product
    const body = { warehouse: 'MAIN', isBlind: true, adjustOnPost: true }
    const started = await ask('POST', '/api/processes/start-stock-count', body)
    const job = () => ask('GET', `/api/jobs/${String(started.body['job'])}`)
    await expect.poll(async () => (await job()).body['state']).toBe('done')
    return String(Object((await job()).body['result']).number)
  }

  it('[INV-08] [INV-10] counts blind by scanner and thumb while goods go out, over a weak line, and the variance is right', async () => {
    const { product, browser } = shop
    const number = await startBlind()
    product.wait(minute)
    await deliver('2')

    const { page, complaints } = await visit(browser, product.address, { width: 390, height: 844 })
    const sent: string[] = []
    page.on('response', (response) => {
      // Definitions speak of book quantities; figures of them are what must not come.
      if (response.url().includes('/api/') && !response.url().endsWith('/api/catalogue'))
        void response.text().then(
          (text) => sent.push(text),
          () => undefined,
        )
    })
    await signIn(page, counter)
    await page.goto('/count')
    await page.getByRole('link', { name: new RegExp(number) }).tap()
    await page.getByText('0/3 行').waitFor()
    await keepScreen(page, 'count-phone-begin')
    expect(await accessibilityFaults(page)).toEqual([])

    // 62 less 2 pots of the first kind should be there: 60. Fifty-eight are typed, one is scanned.
    product.wait(minute)
    await scan(page, '6901')
    await expect.poll(() => total(page, '奶锅').textContent()).toBe('1')
    for (const figure of ['5', '8']) await key(page, figure)
    await key(page, '加')
    await expect.poll(() => total(page, '奶锅').textContent()).toBe('59')
    // One too many is taken back, and not what was typed before it.
    await scan(page, '6901')
    await expect.poll(() => total(page, '奶锅').textContent()).toBe('60')
    await page.getByRole('button', { name: '撤销' }).tap()
    await expect.poll(() => total(page, '奶锅').textContent()).toBe('59')
    await expect.poll(() => page.getByText('待上传').count()).toBe(0)
    await expect.poll(() => total(page, '奶锅').textContent()).toBe('59')

    // What leaves after it was counted changes nothing of its variance.
    product.wait(minute)
    await deliver('4')
    product.wait(minute)

    // The line is gone between the shelves: nothing stops, nothing is lost.
    await page.context().setOffline(true)
    await scan(page, '6902')
    for (const figure of ['6', '2']) await key(page, figure)
    await key(page, '总数')
    await page.getByText(/待上传 [1-9]/).waitFor()
    await expect.poll(() => total(page, '汤锅').textContent()).toBe('62')
    await keepScreen(page, 'count-phone-offline')
    await page.context().setOffline(false)
    await expect.poll(() => page.getByText('待上传').count()).toBe(0)

    // The cups one by one, and a code that nothing bears.
    await page.locator('.count-lines tr', { hasText: '保温杯' }).getByRole('button').tap()
    for (const figure of ['6', '3']) await key(page, figure)
    await key(page, '总数')
    await page.getByText('3/3 行').waitFor()
    await scan(page, '999999')
    await page.getByText('没有“999999”').waitFor()
    await keepScreen(page, 'count-phone-wrong')
    await expect.poll(() => page.getByText('待上传').count()).toBe(0)
    // Whoever counts blind was never sent what the books say.
    expect(sent.some((text) => text.includes('"lines":[{"item"'))).toBe(true)
    const figures = sent.filter((text) => !text.includes('"domains":[{'))
    expect(figures.filter((text) => /"book(Quantity)?":"/.test(text))).toEqual([])
    expect(await page.getByRole('button', { name: '比对' }).count()).toBe(0)
    expect(complaints).toEqual([])

    // At the desk the administrator compares, and posts: gains, losses and vouchers follow.
    const desk = await visit(browser, product.address)
    await signIn(desk.page)
    await desk.page.goto(`/count/${number}`)
    await desk.page.getByText('3/3 行').waitFor()
    await keepScreen(desk.page, 'count-desk')
    expect(await accessibilityFaults(desk.page)).toEqual([])
    await desk.page.getByRole('button', { name: '比对' }).click()
    await desk.page.getByRole('dialog').getByRole('button', { name: '比对' }).click()
    await desk.page.waitForURL(/doc\/stock-count/)
    await desk.page.locator('.document:visible .stamp, .document:visible').first().waitFor()
    await keepScreen(desk.page, 'count-document')
    const sheet = await product.ask('GET', `/api/stock-count/${number}`)
    const lines: readonly Record<string, string>[] = Object(sheet.body).lines
    expect(
      lines.map((line) => ['bookQuantity', 'movedQuantity', 'countedQuantity', 'difference'].map((name) => line[name])),
    ).toEqual([
      ['62', '-2', '59', '-1'],
      ['62', '0', '62', '0'],
      ['62', '0', '63', '1'],
    ])
    const posted = await product.ask('POST', `/api/stock-count/${number}/post`, {})
    expect(posted.body).toMatchObject({ state: 'posted', gain: '40', loss: '40' })
    const adjusted = await product.ask('GET', '/api/count-adjustment?sort=-number&limit=1')
    expect(adjusted.text).toContain('"state":"posted"')
    expect(desk.complaints).toEqual([])
  })
})
