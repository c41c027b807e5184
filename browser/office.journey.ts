import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { keepScreen } from './kit/look.ts'
import { administrator } from './kit/product.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('a day in the office', () => {
  let product: RunningProduct
  let browser: Browser
  let close: () => Promise<void>
  let page: Page
  let complaints: readonly string[]

  beforeAll(async () => {
    ;({ product, browser, close } = await openShop(executable))
    ;({ page, complaints } = await visit(browser, product.address))
  })
  afterAll(() => close())

  test('one signs in and comes to where one was going', async () => {
    await page.goto('/report/stock-on-hand')
    await page.getByLabel('用户名').fill(administrator.username)
    await page.getByLabel('密码').fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByText('用户名或密码不正确').waitFor()
    await page.getByLabel('密码').fill(administrator.password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '库存余额表' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/report/stock-on-hand')
  })

  test('the owner sees sales, profit, cash and what needs a look [BI-04] [BI-08]', async () => {
    await page.goto('/')
    await page.getByRole('button', { name: /本月销售/ }).waitFor()
    await page.getByText('杭州百联家居有限公司').first().waitFor()
    await page.getByText('低于安全库存').waitFor()
    await keepScreen(page, 'home')
    await page.getByRole('button', { name: /本月销售/ }).click()
    await page.getByRole('heading', { name: '销售毛利汇总表' }).waitFor()
    await page.getByRole('row', { name: /C0012 杭州百联家居有限公司/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('by')).toBe('customer')
  })

  test('an item is found by the first letters of its pinyin [MD-02]', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('bxgfdtg')
    await page.getByRole('option', { name: /不锈钢复底汤锅/ }).waitFor()
    await keepScreen(page, 'palette')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '名称' }).waitFor()
    // The rail tells what there is of it: 100 bought, 38 sold, 10 promised, none on the way or frozen.
    await page.getByRole('complementary').getByText('待发').waitFor()
    await expect.poll(() => page.locator('.rail-columns dd').allInnerTexts()).toEqual(['62', '52', '0', '10', '0'])
    await keepScreen(page, 'item')
  })

  test('a customer is made and stands in the list [MD-01]', async () => {
    await page.goto('/new/customer')
    await page.getByRole('textbox', { name: '编码' }).fill('C0099')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('请填写名称').first().waitFor()
    await page.getByRole('textbox', { name: '名称' }).fill('苏州悦厨电器有限公司')
    await page.keyboard.press('Control+s')
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/doc\/customer\//)
    await page.goto('/list/customer')
    await page.getByRole('search').getByRole('searchbox').fill('ycdq')
    await page.getByRole('row', { name: /C0099 苏州悦厨电器有限公司/ }).waitFor()
    await expect.poll(() => page.getByRole('row', { name: /杭州百联/ }).count()).toBe(0)
    await keepScreen(page, 'list')
  })

  test('drafts are posted together, each with its outcome', async () => {
    await page.goto('/list/sales-delivery?state=draft')
    await page.getByRole('checkbox', { name: '选择第 1 行' }).check({ force: true })
    await page.getByRole('button', { name: '审核', exact: true }).click()
    await page.getByText('完成 1，未完成 0').waitFor()
    await page.getByRole('button', { name: '关闭' }).last().click()
    await page.getByText('没有符合条件的记录').waitFor()
    expect((await product.ask('GET', '/api/sales-delivery?totals=1')).body).toMatchObject({ totals: { count: 4 } })
  })

  test('a report is drilled into, narrowed, shared by its address and taken away as a workbook [BI-01] [BI-02]', async () => {
    await page.goto('/report/stock-summary')
    await page.getByRole('link', { name: '10010124' }).click()
    await page.getByRole('heading', { name: '库存明细账' }).waitFor()
    await page.getByText('期末结存').waitFor()
    await page.reload()
    await page.getByText('期末结存').waitFor()
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: 'Excel 工作簿' }).click()
    const file = await waiting
    expect(file.suggestedFilename()).toBe('库存明细账.xlsx')
    // A workbook is a zip file.
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  test('a figure of the balance sheet tells what it is made of', async () => {
    await page.goto('/report/balance-sheet')
    await page.getByRole('row', { name: /^存货/ }).first().getByRole('button').first().click()
    await page.getByRole('dialog', { name: '存货' }).getByText(/1405/).waitFor()
    await keepScreen(page, 'balance-sheet')
    expect(await page.getByRole('dialog', { name: '存货' }).getByText('库存商品').count()).toBe(1)
  })

  test('what is open keeps its place and its state in tabs', async () => {
    await page.goto('/new/supplier')
    await page.getByRole('textbox', { name: '名称' }).fill('宁波恒泰不锈钢有限公司')
    const tabs = page.getByRole('navigation', { name: '打开的页面' })
    await tabs.getByRole('button', { name: '首页', exact: true }).click()
    await page.getByRole('heading', { name: '经营概览' }).waitFor()
    await tabs.getByRole('button', { name: /^新增供应商/ }).click()
    await expect.poll(() => page.getByRole('textbox', { name: '名称' }).inputValue()).toBe('宁波恒泰不锈钢有限公司')
    // Another language draws every page anew; what was typed in them goes over, and back.
    const choose = async (language: string): Promise<void> => {
      await page.getByRole('button', { name: /^(用户|User) / }).click()
      await page.getByRole('menuitem').first().click()
      await page.getByText(language, { exact: true }).first().click()
      await page.goBack()
    }
    await choose('English')
    await expect.poll(() => page.getByRole('textbox', { name: /^Name/ }).inputValue()).toBe('宁波恒泰不锈钢有限公司')
    await choose('中文')
    await expect.poll(() => page.getByRole('textbox', { name: '名称' }).inputValue()).toBe('宁波恒泰不锈钢有限公司')
  })

  test('a session that ended asks to sign in again and goes on from there', async () => {
    await page.context().clearCookies()
    await page.goto('/list/item')
    await page.getByLabel('用户名').waitFor()
    await signIn(page)
    await page.goto('/list/item')
    await page.getByRole('row', { name: /10010116/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/list/item')
  })

  test('nothing complained on the way', () => {
    expect(complaints).toEqual([])
  })
})
