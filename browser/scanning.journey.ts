import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { keepScreen } from './kit/look.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()

/** The same GTIN in a tag (GS1's own example): units 6789 and 6790 of case 80614141123458. */
const tags = ['3074257BF7194E4000001A85', '3074257BF7194E4000001A86']

/** As a wedge sends it: all keys in one breath, and Enter. */
const scan = (page: Page, code: string): Promise<void> =>
  page.evaluate((text) => {
    for (const key of [...text.split(''), 'Enter']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
  }, code)

/** The quantities that the grid shows, by the item's name. */
const quantities = async (page: Page): Promise<Record<string, string>> => {
  const rows = await page.getByRole('grid').first().getByRole('row').allInnerTexts()
  return Object.fromEntries(
    rows.flatMap((row) => {
      const cells = row.split('\n').map((cell) => cell.trim())
      const name = ['酸奶', '水泵', '矿泉水'].find((one) => cells.some((cell) => cell.includes(one)))
      return name === undefined ? [] : [[name, cells.join(' ')]]
    }),
  )
}

const setStage = async ({ ask }: RunningProduct): Promise<void> => {
  await ask('POST', '/api/supplier', { code: 'S1', name: '永康锅具厂' })
  await ask('POST', '/api/unit', { code: 'CASE', name: '箱' })
  const common = { unit: 'PCS', taxRate: 'VAT13', purchasePrice: '10', salePrice: '20' }
  await ask('POST', '/api/item', {
    ...common,
    code: 'YOG',
    name: '酸奶',
    barcode: '6291041500213',
    tracksLots: true,
    shelfLifeDays: 30,
  })
  await ask('POST', '/api/item', {
    ...common,
    code: 'PUMP',
    name: '水泵',
    barcode: '80614141123458',
    tracksSerials: true,
  })
  await ask('POST', '/api/item', {
    ...common,
    code: 'WATER',
    name: '矿泉水',
    barcode: '96385074',
    units: [{ unit: 'CASE', numerator: 24, denominator: 1, barcode: '614141123452' }],
  })
}

describe.skipIf(executable === undefined)('scanning into the lines of a document', () => {
  let product: RunningProduct
  let browser: Browser
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ product, browser, close } = await openShop(executable, setStage))
  })
  afterAll(() => close())

  test('[INV-22] a wedge, a burst of tags and the camera all fill the same lines, each tag once', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/new/purchase-receipt')
    await page.getByRole('grid').first().waitFor()
    await page.locator('body').click({ position: { x: 5, y: 400 } })
    // A till code, a GS1 symbol with its lot and days, the code of a case.
    await scan(page, '96385074')
    await page.getByText('矿泉水').first().waitFor()
    await scan(page, '(01)06291041500213(11)260110(10)LOT-7')
    await page.getByText('LOT-7').first().waitFor()
    await scan(page, '(01)06291041500213(10)LOT-7')
    await scan(page, '614141123452')
    // A reader sends what it hears, again and again.
    for (const tag of [...tags, ...tags, tags[0] ?? '']) await scan(page, tag)
    await page.getByText('6789 6790').first().waitFor({ timeout: 40_000 })
    await page.waitForTimeout(600)
    await keepScreen(page, 'scanned-receipt')
    await page
      .getByLabel(/^供应商/)
      .first()
      .click()
    await page.keyboard.type('S1', { delay: 60 })
    await page.waitForTimeout(700)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+s')
    await page.waitForURL(/\/doc\/purchase-receipt\//)
    const id = page.url().split('/').at(-1) ?? ''
    const { body } = await product.ask('GET', `/api/purchase-receipt/${id}`)
    const saved: readonly Readonly<Record<string, unknown>>[] = Array.isArray(body['lines']) ? body['lines'] : []
    const told = saved.map((line) => [
      line['quantity'],
      line['lot'],
      line['producedOn'],
      line['expiresOn'],
      line['serials'],
    ])
    expect(told).toEqual([
      ['1', null, null, null, null],
      ['2', 'LOT-7', '2026-01-10', '2026-02-09', null],
      ['1', null, null, null, null],
      ['2', null, null, null, '6789 6790'],
    ])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('on a phone the camera reads codes into the same lines', async () => {
    const { page } = await visit(browser, product.address, { width: 390, height: 844 })
    await page.addInitScript(() => {
      // A camera that sees one code, as the browsers of phones report it.
      Reflect.set(
        globalThis,
        'BarcodeDetector',
        class {
          detect = async () => [{ rawValue: '6291041500213' }]
        },
      )
      const canvas = document.createElement('canvas')
      setInterval(() => canvas.getContext('2d')?.fillRect(0, 0, Math.random() * 300, 150), 50)
      Object.defineProperty(navigator, 'mediaDevices', {
        value: { getUserMedia: async () => canvas.captureStream(10) },
      })
    })
    await signIn(page)
    await page.goto('/new/purchase-receipt')
    await page.getByRole('button', { name: '摄像头扫码' }).click()
    await page.getByText('酸奶').first().waitFor({ timeout: 40_000 })
    await keepScreen(page, 'camera-receipt')
    expect(await page.getByText('酸奶').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('lots stand in their list by what expires first, lead to whom they came from, and the item tells of itself', async () => {
    const posted = await product.ask('POST', '/api/purchase-receipt?then=post', {
      supplier: 'S1',
      warehouse: 'MAIN',
      date: '2026-01-10',
      lines: [
        { item: 'YOG', quantity: '48', price: '11.3', lot: 'LOT-8', producedOn: '2025-12-20' },
        { item: 'YOG', quantity: '24', price: '11.3', lot: 'LOT-9', producedOn: '2025-12-10' },
        { item: 'WATER', quantity: '3', unit: 'CASE', price: '27.12' },
        { item: 'WATER', quantity: '5', price: '1.13' },
      ],
    })
    expect(posted.body).toMatchObject({ state: 'posted' })
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/report/lot-stock')
    await page.getByText('已过期').first().waitFor()
    await keepScreen(page, 'lot-stock')
    const lots = (await product.ask('GET', '/api/lot?q=LOT-8')).body['rows']
    const found: readonly { readonly id?: string }[] = Array.isArray(lots) ? lots : []
    await page.goto(`/report/lot-trace?lot=${found[0]?.id ?? ''}`)
    await page.getByText('永康锅具厂').first().waitFor()
    await keepScreen(page, 'lot-trace')
    await page.goto('/doc/item/WATER')
    await page.getByText('商品档案').first().waitFor()
    await page.getByText('3箱5个').first().waitFor()
    await keepScreen(page, 'item-card')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a thousand serial numbers are pasted in one go, and doubles are told', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/new/purchase-receipt')
    await page.getByRole('grid').first().waitFor()
    await page.locator('body').click({ position: { x: 5, y: 400 } })
    await scan(page, '80614141123458')
    await page.getByText('水泵').first().waitFor()
    await page.getByRole('columnheader', { name: '序列号' }).waitFor()
    const head = await page.getByRole('columnheader', { name: '序列号' }).boundingBox()
    await page.mouse.dblclick((head?.x ?? 0) + 20, (head?.y ?? 0) + 30 + 14)
    const area = page.getByRole('textbox', { name: '序列号', exact: true })
    await area.waitFor()
    const serials = Array.from({ length: 1000 }, (_, index) => `SN${String(index).padStart(6, '0')}`)
    await area.fill([...serials, 'SN000007'].join('\n'))
    await page.getByText('共 1001 个').waitFor()
    await page.getByText('重复 1 个：SN000007').waitFor()
    await keepScreen(page, 'serials-dialog')
    await page.getByRole('button', { name: '填入 1000 个' }).click()
    await page.waitForTimeout(800)
    await keepScreen(page, 'serials-filled')
    const found = await quantities(page)
    expect(found['水泵']).toContain('SN000000')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
