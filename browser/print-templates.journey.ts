import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Locator, Page } from 'playwright-core'
import { pdfPlaces } from '../src/kernel/print/testing/pdf-places.ts'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()

const setStage = async ({ ask }: RunningProduct): Promise<string> => {
  await ask('POST', '/api/item', { code: 'POT', name: '奶锅', unit: 'PCS', taxRate: 'VAT13' })
  await ask('POST', '/api/customer', { code: 'C1', name: '杭州百联家居有限公司', phone: '0571-88886666' })
  const made = await ask('POST', '/api/sales-delivery', {
    customer: 'C1',
    warehouse: 'MAIN',
    date: '2026-01-15',
    lines: [{ item: 'POT', quantity: '3', price: '100' }],
  })
  return String(made.body['id'])
}

/** Drags by the pointer, in steps as a hand does. */
const drag = async (page: Page, from: Locator, by: { x: number; y: number }): Promise<void> => {
  const box = await from.boundingBox()
  if (box === null) throw new Error('there is nothing to drag')
  const [x, y] = [box.x + Math.min(20, box.width / 2), box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const part of [0.25, 0.5, 0.75, 1]) await page.mouse.move(x + by.x * part, y + by.y * part)
  await page.mouse.up()
}

describe.skipIf(executable === undefined)('print templates', () => {
  let browser: Browser
  let product: RunningProduct
  let close: () => Promise<void>
  let delivery = ''
  beforeAll(async () => {
    const stage = async (shop: RunningProduct): Promise<void> => {
      delivery = await setStage(shop)
    }
    ;({ product, browser, close } = await openShop(executable, stage))
  })
  afterAll(() => close())

  const printed = async () => {
    const reply = await product.ask('GET', `/api/sales-delivery/${delivery}/print`)
    expect(reply.status, reply.text.slice(0, 300)).toBe(200)
    const [page = []] = await pdfPlaces(reply.raw)
    return (words: string) => page.find(({ text }) => text.replaceAll(/\s/g, '').startsWith(words))
  }

  test('an administrator changes the delivery note by dragging, and the paper shows it', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/settings')
    await page.getByRole('link', { name: '打印模板' }).first().click()
    await page.getByText('还没有自己的模板').waitFor()
    await page.getByRole('button', { name: '新建模板' }).click()
    await page.getByLabel('以此为底').selectOption('241')
    await page.getByLabel('模板名称').fill('送货单 三联')
    await page.getByRole('button', { name: '新建', exact: true }).click()
    const paper = page.getByRole('group', { name: '纸张' })
    const customer = paper.getByRole('button', { name: '客户', exact: true })
    await customer.waitFor()
    const before = await printed()
    // A field that is not on the paper yet is dragged onto it; another is moved; both are found on the printed page.
    const phone = page.getByRole('button', { name: '客户电话', exact: true }).first()
    await page.getByLabel('查找字段').fill('客户电话')
    await phone.dragTo(paper, { targetPosition: { x: 60, y: 380 } })
    await paper.getByRole('button', { name: '客户电话', exact: true }).waitFor()
    await drag(page, customer, { x: 0, y: 30 })
    await customer.press('ArrowDown')
    await keepScreen(page, 'print-template')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '重做' }).click()
    await page.getByRole('button', { name: '保存 Ctrl S' }).click()
    await page.getByText('模板已保存').waitFor()
    const after = await printed()
    expect(after('客户电话：0571-88886666')).toBeDefined()
    expect((after('客户：')?.y ?? 0) - (before('客户：')?.y ?? 0)).toBeGreaterThan(4)
    expect(after('合计大写：人民币')).toBeDefined()
    // Reloaded in the middle of it, the template is as it was saved.
    await page.reload()
    await paper.getByRole('button', { name: '客户电话', exact: true }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    await keepScreen(page, 'print-template-phone')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('what cannot be is told with the element it is about, and nothing is saved', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/print-templates?type=salesDelivery')
    const paper = page.getByRole('group', { name: '纸张' })
    await paper.getByRole('button', { name: '客户', exact: true }).click()
    await page.getByLabel('打印条件').fill('客户 >')
    await page.getByRole('button', { name: '保存 Ctrl S' }).click()
    await page
      .getByRole('alert')
      .getByText(/客户：条件第/)
      .waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
