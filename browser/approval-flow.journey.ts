import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()
const password = 'correct horse battery'

const setStage = async ({ ask }: RunningProduct): Promise<void> => {
  await ask('POST', '/api/item', { code: 'POT', name: '奶锅', unit: 'PCS', taxRate: 'VAT13' })
  await ask('POST', '/api/customer', { code: 'C1', name: '杭州百联家居有限公司' })
  await ask('POST', '/api/users', { username: 'boss', name: '周总', password, roles: ['owner'] })
}

describe.skipIf(executable === undefined)('approvals, drawn and given', () => {
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

  test('[SYS-05] an administrator draws a flow with a branch, tries it on an order, moves a node by the keyboard, and it is in force', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await submit('500')
    await page.goto('/approval-flows?type=salesOrder')
    const plus = page.getByRole('button', { name: '加节点' })
    await plus.first().click()
    await page.getByRole('menuitem', { name: '条件分支' }).click()
    const condition = page.getByPlaceholder('如：价税合计').first()
    await condition.fill('价税合计 > 很多')
    await page.getByText('没有字段“很多”').waitFor()
    await condition.fill('价税合计 > 10000')
    await plus.nth(1).click()
    await page.getByRole('menuitem', { name: '审批节点' }).click()
    await page.getByRole('combobox', { name: '审批人' }).selectOption({ label: '老板' })
    await page.getByLabel('名称', { exact: true }).fill('大额订单')
    await page.getByLabel('单据编号').fill('XSDD-202601-0001')
    await page.getByRole('button', { name: '试运行' }).click()
    await page.getByText('XSDD-202601-0001：老板').waitFor()
    await keepScreen(page, 'approval-flow')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: '启用', exact: true }).click()
    await page.getByText('启用中').first().waitFor()
    // A node more, drawn below and moved above by the keyboard: the next version, in force at once.
    await plus.last().click()
    await page.getByRole('menuitem', { name: '审批节点' }).click()
    await page.getByRole('combobox', { name: '审批人' }).selectOption({ label: '会计' })
    await page.getByLabel('名称', { exact: true }).fill('财务复核')
    await page.getByRole('button', { name: '财务复核' }).press('Alt+ArrowUp')
    await page.getByRole('button', { name: '启用', exact: true }).click()
    await page.getByText('第 2 版').waitFor()
    const id = await submit('1')
    const order = await product.ask('GET', `/api/sales-order/${id}`)
    expect(order.body).toMatchObject({ state: 'submitted', approval: [{ approver: '会计' }] })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('[MOB-03] on the phone the whole document is there, and one tap approves it', async () => {
    const flows = await product.ask<{ rows: { id: string; state: string }[] }>('GET', '/api/approval-flow')
    for (const { id, state } of flows.body.rows)
      if (state === 'live') await product.ask('POST', `/api/approvals/flows/${id}/retire`)
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
