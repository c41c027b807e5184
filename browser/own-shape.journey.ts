import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { administrator } from './kit/product.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()
const password = 'correct horse battery'
const salesRights = ['salesOrder.*', 'customer.read', 'item.read', 'employee.read', 'warehouse.read', 'xShopCheck.*']

const setStage = async ({ ask }: RunningProduct): Promise<void> => {
  await ask('POST', '/api/item', { code: 'DOOR', name: '木门', unit: 'PCS', taxRate: 'VAT13' })
  await ask('POST', '/api/customer', { code: 'C1', name: '滨江装饰' })
  await ask('PUT', '/api/roles/seller', { label: '销售', rights: salesRights })
  await ask('POST', '/api/users', { username: 'xiaoli', name: '小李', password, roles: ['seller'] })
}

describe.skipIf(executable === undefined)('a company shapes its own forms', () => {
  let browser: Browser
  let product: RunningProduct
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ product, browser, close } = await openShop(executable, setStage))
  })
  afterAll(() => close())

  test('[SYS-06] an administrator drags a field into the order, moves it by the keyboard, and it stands in the open order of a salesperson', async () => {
    const seller = await visit(browser, product.address)
    await signIn(seller.page, { username: 'xiaoli', password })
    await seller.page.goto('/new/sales-order')
    await seller.page.getByText('客户', { exact: true }).first().waitFor()

    const { page, complaints } = await visit(browser, product.address)
    await signIn(page, administrator)
    await page.goto('/forms/salesOrder')
    const cards = page.locator('.form-card')
    await cards.first().waitFor()
    await page.getByRole('button', { name: '单选', exact: true }).dragTo(cards.nth(1))
    await page.getByLabel('标题', { exact: true }).fill('安装级别')
    await page.getByLabel('选项（一行一个）').fill('甲级\n乙级')
    await page.getByText('必填', { exact: true }).click()
    expect(await cards.nth(1).textContent()).toContain('安装级别')
    await cards.nth(1).press('Alt+ArrowDown')
    expect(await cards.nth(2).textContent()).toContain('安装级别')
    await keepScreen(page, 'form-design')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已保存，所有人即刻生效').waitFor()

    // At once in the form that is open elsewhere, without a reload; typed, kept and refused as any other field.
    await seller.page.getByText('安装级别').first().waitFor()
    const made = await product.ask('POST', '/api/sales-order', {
      customer: 'C1',
      date: '2026-01-15',
      x_choice_1: '乙级',
    })
    expect(made.body).toMatchObject({ x_choice_1: 'o2' })
    await seller.page.goto('/list/sales-order')
    await seller.page.getByText('乙级').first().waitFor()
    expect([...complaints, ...seller.complaints]).toEqual([])
    await page.context().close()
    await seller.page.context().close()
  })

  test('an administrator defines a document type with a reckoned total, and a salesperson writes one', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page, administrator)
    await page.goto('/forms')
    await page.getByRole('button', { name: '新建自定义单据' }).click()
    await page.getByLabel('单据名称').fill('门店巡检')
    await page.getByLabel('编码（英文，以 x 开头）').fill('xShopCheck')
    await page.getByLabel('编号字头').fill('MDXJ')
    await page.getByText('有明细').click()
    await page.getByRole('button', { name: '下一步：设计表单' }).click()
    await page.getByRole('heading', { name: '表单设计：门店巡检' }).waitFor()
    await page.getByRole('button', { name: '文本', exact: true }).click()
    await page.getByLabel('标题', { exact: true }).fill('门店')
    await page.getByRole('button', { name: '明细', exact: true }).click()
    await page.getByRole('button', { name: '小数', exact: true }).click()
    await page.getByLabel('标题', { exact: true }).fill('得分')
    await page.getByRole('button', { name: '单头', exact: true }).click()
    await page.getByRole('button', { name: '小数', exact: true }).click()
    await page.getByLabel('标题', { exact: true }).fill('总分')
    await page.getByLabel('公式').fill('合计(明细.没有)')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('没有字段“明细.没有”').first().waitFor()
    await page.getByLabel('公式').fill('合计(明细.得分)')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已保存，所有人即刻生效').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()

    const seller = await visit(browser, product.address)
    await signIn(seller.page, { username: 'xiaoli', password })
    await seller.page.goto('/new/x-shop-check')
    await seller.page.getByLabel('门店', { exact: true }).fill('江南店')
    await keepScreen(seller.page, 'own-document')
    await seller.page.getByRole('button', { name: '保存', exact: true }).click()
    await seller.page.getByText('MDXJ-202601-0001').first().waitFor()
    await seller.page.goto('/list/x-shop-check')
    await seller.page.getByText('江南店').first().waitFor()
    expect(seller.complaints).toEqual([])
    await seller.page.context().close()
  })

  test('[SYS-13] a template is installed with one click and stands in the menu', async () => {
    const { page, complaints } = await visit(browser, product.address, { width: 390, height: 844, theme: 'dark' })
    await signIn(page, administrator)
    await page.goto('/forms')
    const card = page.locator('.form-template', { hasText: '来访登记' })
    await card.getByRole('button', { name: '安装' }).click()
    await card.getByRole('link', { name: '打开' }).click()
    await page.getByText('来访登记').first().waitFor()
    await keepScreen(page, 'own-template-phone')
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
