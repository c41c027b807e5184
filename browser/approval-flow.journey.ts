import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { keepScreen } from './kit/look.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()
const password = 'correct horse battery'

const setStage = async ({ ask }: RunningProduct): Promise<void> => {
  await ask('POST', '/api/item', { code: 'POT', name: '奶锅', unit: 'PCS', taxRate: 'VAT13' })
  await ask('POST', '/api/customer', { code: 'C1', name: '杭州百联家居有限公司' })
  await ask('POST', '/api/users', { username: 'boss', name: '周总', password, roles: ['owner'] })
}

describe.skipIf(executable === undefined)('approvals given', () => {
  let browser: Browser
  let product: RunningProduct
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ product, browser, close } = await openShop(executable, setStage))
  })
  afterAll(() => close())

  const submit = async (quantity: string): Promise<string> => {
    const body = { customer: 'C1', date: '2026-01-15', lines: [{ item: 'POT', quantity, price: '100' }] }
    const made = await product.ask('POST', '/api/sales-order?then=submit', body)
    return String(made.body['id'])
  }

  test('[MOB-03] on the phone the whole document is there, and one tap approves it', async () => {
    const drawn = await product.ask('POST', '/api/approval-flow', {
      code: 'PHONE',
      name: '订单',
      documentType: 'salesOrder',
      nodes: [
        {
          id: crypto.randomUUID(),
          kind: 'approve',
          name: '老板',
          approvers: [{ id: crypto.randomUUID(), kind: 'role', value: 'owner' }],
        },
      ],
    })
    await product.ask('POST', `/api/approvals/flows/${String(drawn.body['id'])}/release`)
    const id = await submit('3')
    const { page, complaints } = await visit(browser, product.address, { width: 390, height: 844 })
    await signIn(page, { username: 'boss', password })
    await page.goto('/approvals')
    await page.getByRole('link', { name: /XSDD-/ }).first().click()
    await page.getByText('杭州百联家居有限公司').first().waitFor()
    await page.getByText('奶锅').first().waitFor()
    await page.getByText('300').first().waitFor()
    await keepScreen(page, 'approval-phone')
    await page.getByRole('button', { name: '同意', exact: true }).tap()
    await expect.poll(async () => (await product.ask('GET', `/api/sales-order/${id}`)).body['state']).toBe('posted')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
