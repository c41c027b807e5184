import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()

const pages = {
  home: '/',
  flow: '/flow',
  area: '/area/sales',
  reports: '/area/reports',
  list: '/list/sales-delivery',
  records: '/list/item',
  record: '/doc/item/10010116',
  new: '/new/customer',
  report: '/report/stock-summary',
  statement: '/report/balance-sheet',
  book: '/report/detail-ledger',
  settings: '/settings',
  users: '/settings?part=users',
  checks: '/checks',
  import: '/import/item',
  me: '/me',
  unknown: '/nowhere',
} as const

const looks = [
  { name: 'desk', width: 1366, height: 768, theme: 'light', language: 'zh-CN' },
  { name: 'desk-dark', width: 1366, height: 768, theme: 'dark', language: 'en' },
  { name: 'phone', width: 390, height: 844, theme: 'light', language: 'zh-CN' },
] as const

describe.skipIf(executable === undefined)('every page', () => {
  let product: RunningProduct
  let browser: Browser
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ product, browser, close } = await openShop(executable))
  })
  afterAll(() => close())

  test.each(looks)('meets the accessibility rules and fits its window: $name [BI-07]', async (look) => {
    const { page, complaints } = await visit(browser, product.address, look)
    await signIn(page)
    const faults: string[] = []
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path)
      await page.waitForLoadState('networkidle').catch(() => undefined)
      await page.waitForTimeout(300)
      await keepScreen(page, `${look.name}-${name}`)
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${name} ${fault}`))
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (overflow > 0) faults.push(`${name} is ${overflow} px too wide`)
    }
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
