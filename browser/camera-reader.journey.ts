import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { drawSymbol } from '../src/kernel/print/template/symbols.ts'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('a browser that reads no codes of its own', () => {
  let browser: Browser
  let product: RunningProduct
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ product, browser, close } = await openShop(executable, async ({ ask }) => {
      await ask('POST', '/api/item', { code: 'YOG', name: '酸奶', unit: 'PCS', barcode: '6291041500213' })
      await ask('POST', '/api/supplier', { code: 'S1', name: '永康锅具厂' })
    }))
  })
  afterAll(() => close())

  test('gets our reader from our own server, and scans a GS1 DataMatrix by its camera into the lines', async () => {
    const { page, complaints } = await visit(browser, product.address, { width: 390, height: 844 })
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(product.address)) elsewhere.push(request.url())
    })
    const drawn = drawSymbol('gs1DataMatrix', '(01)06291041500213')
    await page.addInitScript((symbol) => {
      Reflect.deleteProperty(globalThis, 'BarcodeDetector')
      // A camera before which a label lies: the picture is real, and read for what it shows.
      const canvas = document.createElement('canvas')
      canvas.width = 320
      canvas.height = 240
      const paint = (): void => {
        const pen = canvas.getContext('2d')
        if (pen === null || symbol === null) return
        pen.fillStyle = '#ffffff'
        pen.fillRect(0, 0, 320, 240)
        pen.fillStyle = '#000000'
        for (const part of symbol.dark) pen.fillRect(80 + part.x * 8, 40 + part.y * 8, part.width * 8, 8)
      }
      setInterval(paint, 50)
      Object.defineProperty(navigator, 'mediaDevices', {
        value: { getUserMedia: async () => canvas.captureStream(10) },
      })
    }, drawn)
    await signIn(page)
    await page.goto('/new/purchase-receipt')
    await page.getByRole('button', { name: '摄像头扫码' }).click()
    await page.getByText('酸奶').first().waitFor({ timeout: 40_000 })
    expect(elsewhere).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
