import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, openBrowser, signIn, visit } from './kit/browser.ts'
import { keepScreen } from './kit/look.ts'
import { openProduct } from './kit/product.ts'
import type { RunningProduct } from './kit/product.ts'

const executable = findBrowser()
const path = join(process.env['SUANPAN_DATA'] ?? '../shared/data', 'import-templates-cn', 'jsherp-goods.xls')
const hasFile = existsSync(path)
if (!hasFile) console.warn(`left out: there is no ${path}`)

describe.skipIf(executable === undefined || !hasFile)('a bookkeeper moves over from another product', () => {
  let product: RunningProduct
  let browser: Browser
  let page: Page
  let complaints: readonly string[]

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser(executable ?? '')
    ;({ page, complaints } = await visit(browser, product.address))
    await signIn(page)
  })
  afterAll(async () => {
    await browser.close()
    await product.close()
  })

  const choose = (buffer: Buffer, name: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

  test('drops its goods, sees what is wrong in the cells, mends it, imports, and takes it back', async () => {
    await page.goto('/import/item')
    await choose(readFileSync(path), 'jsherp-goods.xls')
    const problems = page.getByRole('region', { name: '有误的地方' })
    await problems.getByText('找不到商品分类“饮料”').waitFor()
    // The head was found below the instructions, and nothing was mapped by hand.
    expect(await page.getByLabel('采购价 对应').inputValue()).toBe('header.purchasePrice')
    expect(await page.locator('.import-table td.is-wrong').count()).toBe(2)
    await keepScreen(page, 'import-problems')
    await problems.getByRole('button', { name: '新建商品分类“饮料”' }).click()
    await page.getByText('试算通过：2 行，2 条').waitFor()
    // A name is mended in its cell.
    await page.getByRole('button', { name: '可乐test', exact: true }).click()
    await page.locator('.import-table td input').fill('可乐 330ml')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '可乐 330ml' }).waitFor()
    await page.getByRole('button', { name: '导入 2 条' }).click()
    await page.getByText('已新增 2 条，更新 0 条').first().waitFor()
    await keepScreen(page, 'import-done')
    const items = await product.ask('GET', '/api/item?sort=name')
    expect(items.body['rows']).toMatchObject([{ name: '可乐 330ml', barcode: '2001' }, { name: '啤酒test' }])
    // After a reload it is still taken back as one.
    await page.reload()
    await page.getByRole('button', { name: '撤销本次导入' }).click()
    await page.getByRole('button', { name: '确定撤销 2 条' }).click()
    await page.getByText('已撤销', { exact: true }).waitFor()
    expect((await product.ask('GET', '/api/item')).body['rows']).toEqual([])
    expect((await product.ask('GET', '/api/item-category?q=饮料')).body['rows']).toEqual([])
    expect(complaints).toEqual([])
  })

  test('says which field a column is, and what a word means; the next file knows', async () => {
    await page.goto('/import/item')
    const file = (name: string) => Buffer.from(`货号A,品名称呼,怎么数\n${name},${name}号,瓶子\n合计,,\n`)
    await choose(file('M1'), 'own.csv')
    await page.getByLabel('货号A 对应').selectOption('header.code')
    await page.getByLabel('品名称呼 对应').selectOption('header.name')
    await page.getByLabel('怎么数 对应').selectOption('header.unit')
    await page.getByText('找不到计量单位“瓶子”').waitFor()
    await page.getByRole('button', { name: /改为“.*瓶”/ }).click()
    await page.getByRole('button', { name: '导入 1 条' }).click()
    await page.getByText('已新增 1 条').first().waitFor()
    await choose(file('M2'), 'own.csv')
    await page.getByText('试算通过：1 行，1 条').waitFor()
    await keepScreen(page, 'import-remembered')
    expect(complaints).toEqual([])
  })
})
