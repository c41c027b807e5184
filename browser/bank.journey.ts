import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { keepScreen } from './kit/look.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()

// As 工商银行 exports it: lines before the heading, in and out apart, a footer of totals.
const statement = [
  '明细查询文件下载',
  '卡号: 1234****9876',
  '交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名',
  '2026-01-20,汇划费,,CHN,钞,-,-,-,,15.00,人民币,,',
  '2026-01-21,结息,,CHN,钞,-,-,-,31.20,,人民币,,',
  '2026-01-22,电费,,CHN,钞,-,-,-,,88.00,人民币,,国网电力公司',
  '人民币合计,,,,,,,,31.20,103.00',
].join('\n')

describe.skipIf(executable === undefined)('a month at the bank', () => {
  let product: RunningProduct
  let browser: Browser
  let close: () => Promise<void>
  let page: Page
  let complaints: readonly string[]

  beforeAll(async () => {
    ;({ product, browser, close } = await openShop(executable))
    ;({ page, complaints } = await visit(browser, product.address))
    await signIn(page)
  })
  afterAll(() => close())

  test('the statement of a bank is brought in, matched by itself, and the rest decided by a person', async () => {
    await page.goto('/bank')
    await page.getByRole('button', { name: '导入流水' }).click()
    const file = { name: 'icbc.csv', mimeType: 'text/csv', buffer: Buffer.from(statement) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('识别为 工商银行').waitFor()
    await page.locator('.bank-account select').selectOption({ label: '银行存款' })
    await page.getByRole('button', { name: '导入 3 笔' }).click()
    await page.getByRole('grid', { name: '银行流水' }).getByText('国网电力公司').waitFor()
    await keepScreen(page, 'bank-desk')
    await page.getByRole('button', { name: '自动对账' }).click()
    await page.getByText(/自动对账完成/).waitFor()
    const lines = page.getByRole('grid', { name: '银行流水' })
    await lines.getByText('结息').waitFor({ state: 'detached' })
    expect(await lines.getByRole('row').count()).toBe(1)
    // Nothing proposes what electricity is; Enter asks.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('radio', { name: '费用' }).waitFor()
    await keepScreen(page, 'bank-decide')
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: '已对账' }).click()
    await page.getByRole('button', { name: '取消对账' }).first().waitFor()
    await page.goto('/report/bank-reconciliation')
    await page.getByText('调节后余额').waitFor()
    await keepScreen(page, 'bank-reconciliation')
    expect(complaints).toEqual([])
  })
})
