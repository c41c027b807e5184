import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { openShop } from './kit/shop.ts'
import type { Shop } from './kit/shop.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('the product on a phone', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(executable)
  })
  afterAll(() => shop.close())

  it('is installed as an app: the device keeps the program by its version, and nothing of the company [MOB-01]', async () => {
    const { page, complaints } = await visit(shop.browser, shop.product.address, { width: 390, height: 844 })
    await signIn(page)
    const manifest = await page.evaluate(async () => {
      const answer = await fetch(document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? '')
      return { type: answer.headers.get('content-type'), body: (await answer.json()) as unknown }
    })
    expect(manifest.type).toContain('application/manifest+json')
    expect(manifest.body).toMatchObject({ name: '算盘 Suanpan', display: 'standalone', start_url: '/' })

    const kept = await page.evaluate(async () => {
      await navigator.serviceWorker.ready
      const names = await caches.keys()
      const store = await caches.open(names[0] ?? '')
      return { names, files: (await store.keys()).map((request) => new URL(request.url).pathname) }
    })
    expect(kept.names).toEqual([expect.stringMatching(/^suanpan-shell-[0-9a-f]{12}$/)])
    expect(kept.files).toContain('/')
    // What is looked at while the worker is there is not kept either.
    await page.reload()
    for (const path of ['/list/sales-delivery', '/report/stock-summary', '/']) {
      await page.goto(path)
      await page.locator('.phone-page').waitFor()
      await page.waitForTimeout(500)
    }
    const files = await page.evaluate(async () => {
      const all = []
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) all.push(new URL(request.url).pathname)
      return all
    })
    expect(files.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([])

    // Without a line the program still opens, says so, and goes on by itself when there is one.
    await page.context().setOffline(true)
    await page.reload()
    await page
      .getByText(/连接|网络/)
      .first()
      .waitFor()
    await keepScreen(page, 'phone-offline')
    await page.context().setOffline(false)
    await page.reload()
    await page.getByText('今日销售').first().waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('shows cockpit and reports in the hand, and a tap on a figure leads to what it is made of [MOB-04]', async () => {
    const { page, complaints } = await visit(shop.browser, shop.product.address, { width: 390, height: 844 })
    await signIn(page)
    await page.locator('.phone-home').waitFor()
    await page.waitForLoadState('networkidle')
    for (const name of ['今日销售', '毛利', '库存', '应收']) await page.getByText(name).first().waitFor()
    await keepScreen(page, 'phone-cockpit')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('.phone-home a', { hasText: '库存' }).first().tap()
    await page.waitForURL(/\/report\//)
    await page.waitForLoadState('networkidle')
    await keepScreen(page, 'phone-report')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
