import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()

describe.skipIf(executable === undefined)('the back office', () => {
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

  test('the bell rings without a reload, leads to what it is about, and is quiet once all is read', async () => {
    const bell = page.getByRole('button', { name: /^通知/ })
    await bell.waitFor()
    const messages = page.getByRole('dialog', { name: '通知' })
    const quiet = page.getByRole('button', { name: '通知', exact: true })
    // What the stock has to say of itself is read first.
    await page.evaluate(() => fetch('/api/notices/read', { method: 'POST' }))
    await page.reload()
    await quiet.waitFor()
    expect(await bell.innerText()).toBe('')
    const orders = (await product.ask<{ rows: { id: string; number: string }[] }>('GET', '/api/sales-order')).body.rows
    const [order] = orders
    const subject = { type: 'salesOrder', id: order?.id ?? '' }
    const to = { right: 'salesOrder.post' }
    await product.tell({
      to,
      key: 'late',
      subject,
      text: { zh: `销售订单 ${order?.number} 交货日期已过 3 天，还有 10 件未发`, en: 'An order is late' },
    })
    await product.tell({ to, key: 'plain', text: { zh: '本月还有 2 张凭证未审核', en: 'Vouchers wait' } })
    await page.getByRole('button', { name: '通知 2' }).click()
    await messages.getByText('本月还有 2 张凭证未审核').waitFor()
    await page.waitForTimeout(400)
    await keepScreen(page, 'notices')
    expect(await accessibilityFaults(page)).toEqual([])
    await messages.getByRole('button', { name: /交货日期已过 3 天/ }).click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/doc/sales-order/${order?.id}`)
    await page.getByRole('button', { name: '通知 1' }).click()
    await messages.getByRole('button', { name: '全部已读' }).click()
    await quiet.waitFor()
  })

  test('a document opens as paper in another tab, and so do several of a list at once', async () => {
    const context = page.context()
    const paper = (path: RegExp) => context.waitForEvent('response', (reply) => path.test(reply.url()))
    const rows = (await product.ask<{ rows: { id: string }[] }>('GET', '/api/sales-delivery')).body.rows
    await page.goto(`/doc/sales-delivery/${rows[1]?.id}`)
    await page.getByRole('button', { name: '打印', exact: true }).waitFor()
    await page.getByRole('button', { name: '打印选项' }).click()
    const asked = paper(/\/print\?/)
    await page.getByRole('menuitem', { name: '241 连续纸 二等分' }).click()
    const reply = await asked
    expect(new URL(reply.url()).searchParams.get('paper')).toBe('241')
    expect(reply.headers()['content-type']).toBe('application/pdf')
    await page.getByText('1 次', { exact: false }).waitFor()
    await keepScreen(page, 'printed')
    await page.goto('/list/sales-delivery')
    await page.getByRole('checkbox', { name: '选择第 1 行' }).check({ force: true })
    await page.getByRole('checkbox', { name: '选择第 2 行' }).check({ force: true })
    const both = paper(/\/sales-delivery\/print\?/)
    await page.getByRole('button', { name: '打印', exact: true }).click()
    expect(new URL((await both).url()).searchParams.get('ids')?.split(',')).toHaveLength(2)
  })

  test('a question of a list is kept, and is there in another browser', async () => {
    await page.goto('/list/sales-delivery?state=draft')
    await page.getByRole('row', { name: /XSCK/ }).first().waitFor()
    await page.getByRole('button', { name: '新建查询方案' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('方案名称').fill('待我审的出库')
    await dialog.getByLabel('共享给同事').check({ force: true })
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '待我审的出库' }).waitFor()
    await keepScreen(page, 'kept-view')
    const other = await visit(browser, product.address)
    await signIn(other.page)
    await other.page.goto('/list/sales-delivery')
    await other.page.getByRole('button', { name: '待我审的出库' }).click()
    await expect.poll(() => new URL(other.page.url()).searchParams.get('filters')).toContain('draft')
    await other.page.context().close()
  })

  test('a posted order is amended: the page asks for it, changes it, and tells what changed', async () => {
    const orders = (await product.ask<{ rows: { id: string }[] }>('GET', '/api/sales-order')).body.rows
    const id = orders[0]?.id ?? ''
    await page.goto(`/doc/sales-order/${id}`)
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '变更', exact: true }).click()
    const cell = page.getByRole('gridcell', { name: '10', exact: true }).first()
    await cell.dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('8', { delay: 60 })
    await page.keyboard.press('Enter')
    await keepScreen(page, 'amend')
    await page.getByRole('button', { name: '确认变更' }).click()
    await expect
      .poll(async () => (await product.ask('GET', `/api/sales-order/${id}`)).body)
      .toMatchObject({ state: 'posted', lines: [{ quantity: '8' }] })
  })

  test('a role is given a right, and whoever has the role may', async () => {
    await product.ask('POST', '/api/users', {
      username: 'wang',
      name: '王会计',
      password: 'correct horse battery',
      roles: ['seller'],
    })
    await page.goto('/settings?part=roles')
    await page.getByRole('row', { name: /^销售/ }).getByRole('button', { name: '编辑' }).click()
    await page.getByRole('checkbox', { name: '销售发票 新增' }).check({ force: true })
    await keepScreen(page, 'role')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect
      .poll(async () => {
        const roles = (await product.ask<{ rows: { name: string; rights: string[] }[] }>('GET', '/api/roles')).body.rows
        return roles.find((role) => role.name === 'seller')?.rights.includes('salesInvoice.create')
      })
      .toBe(true)
  })

  test('goods are imported from a file: tried, mended by the columns, taken in', async () => {
    await page.goto('/import/item')
    const file = {
      name: 'goods.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('编码,名称,基本单位\nP001,保温壶,PCS\nP002,汤勺,PCS\n'),
    }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText(/2/).first().waitFor()
    await keepScreen(page, 'import-tried')
    await page.getByRole('button', { name: /^导入/ }).last().click()
    await expect.poll(async () => (await product.ask('GET', '/api/item/P002')).status).toBe(200)
    await keepScreen(page, 'import-done')
  })

  test('a month is closed from its page, which says what is in the way', async () => {
    await page.goto('/process/close-period')
    await page.getByRole('textbox', { name: '期间' }).fill('2025-12')
    await page.getByRole('button', { name: '执行' }).click()
    await page.getByText(/完成/).first().waitFor()
    await keepScreen(page, 'closed')
    const periods = (await product.ask<{ rows: { code: string; state: string }[] }>('GET', '/api/period')).body.rows
    expect(periods.find((one) => one.code === '2025-12')?.state).toBe('closed')
    await page.getByRole('textbox', { name: '期间' }).fill('2026-01')
    await page.getByRole('button', { name: '执行' }).click()
    await page
      .getByText(/2026-01.*凭证/)
      .first()
      .waitFor()
    await keepScreen(page, 'not-closed')
  })

  test('one goes to another company, where nothing of the first is', async () => {
    await product.ask('POST', '/api/company', { code: 'B', name: '宁波启川电器有限公司' })
    await page.reload()
    await page.getByRole('button', { name: /账套/ }).click()
    await page.getByRole('menuitemcheckbox', { name: '乙公司' }).click()
    await page.getByRole('button', { name: /账套 乙公司/ }).waitFor()
    await page.goto('/list/sales-delivery')
    await page.getByText('还没有销售出库单').waitFor()
    expect(await page.getByRole('row', { name: /XSCK/ }).count()).toBe(0)
    await keepScreen(page, 'other-company')
  })

  test('nothing complained on the way', () => {
    expect(complaints).toEqual([])
  })
})
