import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, signIn, typeSlowly, visit } from './kit/browser.ts'
import { carryOn, cell, choose, pick, postSheet } from './kit/desk.ts'
import { keepScreen } from './kit/look.ts'
import type { RunningProduct } from './kit/product.ts'
import { openShop } from './kit/shop.ts'

const executable = findBrowser()
/** Ten documents a round; twenty make a day of two hundred. */
const rounds = Number(process.env['SUANPAN_DAY_ROUNDS'] ?? 1)
const password = 'correct horse battery'

const people = [
  ['采购', 'buyer'],
  ['老板', 'owner'],
  ['仓管', 'storekeeper'],
  ['会计', 'accountant'],
  ['出纳', 'cashier'],
  ['销售', 'seller'],
] as const
type Person = (typeof people)[number][0]

const goods = [
  { code: '10010116', name: '不锈钢复底奶锅', initials: 'bxgfdng' },
  { code: '10010124', name: '不锈钢复底汤锅', initials: 'bxgfdtg' },
  { code: '10030105', name: '真空保温杯', initials: 'zkbwb' },
] as const

const setStage = async ({ ask }: RunningProduct): Promise<void> => {
  for (const { code, name } of goods)
    await ask('POST', '/api/item', {
      code,
      name,
      unit: 'PCS',
      taxRate: 'VAT13',
      purchasePrice: '45.2',
      salePrice: '76',
    })
  await ask('POST', '/api/customer', { code: 'C0012', name: '杭州百联家居有限公司', paymentDays: 30 })
  await ask('POST', '/api/supplier', { code: 'S1', name: '永康锅具厂', paymentDays: 30 })
  await ask('POST', '/api/cash-account', { code: 'ICBC', name: '工商银行', kind: 'bank', mayBeNegative: true })
  await ask('POST', '/api/approval-rule', {
    code: 'PR1',
    name: '采购申请由老板审批',
    documentType: 'purchaseRequest',
    step: 1,
    approverRole: 'owner',
    conditions: [{ fact: 'amount', operator: 'gte', threshold: '1000' }],
  })
  for (const [username, role] of people) {
    const made = await ask('POST', '/api/users', { username, name: username, password, roles: [role] })
    expect(made.status, made.text).toBe(201)
  }
}

const linesOf = async (page: Page, quantity: number): Promise<void> => {
  await cell(page, '商品', 1).focus()
  for (const [index, { initials, name }] of goods.entries()) {
    await pick(page, initials, name)
    await typeSlowly(page, String(quantity))
    await enterUntil(page, index + 2)
  }
}

/** Enter leads through the cells of a row to the first of the next. */
const enterUntil = async (page: Page, row: number): Promise<void> => {
  const isThere = () =>
    page.evaluate(
      (wanted) => document.activeElement?.getAttribute('aria-label')?.startsWith(wanted) === true,
      `商品，第 ${row} 行`,
    )
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Enter')
    await page.waitForTimeout(60)
    if (await isThere()) return
  }
  throw new Error(`Enter does not lead to row ${row}`)
}

describe.skipIf(executable === undefined)('a day of trade', () => {
  let product: RunningProduct
  let browser: Browser
  let close: () => Promise<void>
  const desks = new Map<Person, Page>()
  const complaints: (readonly string[])[] = []

  const at = (person: Person): Page => {
    const page = desks.get(person)
    if (page === undefined) throw new Error(`${person} has not come to work`)
    return page
  }
  const open = async (person: Person, path: string): Promise<Page> => {
    const page = at(person)
    await page.goto(path)
    await page.locator('.document:visible').waitFor()
    return page
  }
  /** Settles what is open with a party, from or into the bank. */
  const settle = async (path: string, label: string, code: string, name: string): Promise<void> => {
    const page = await open('出纳', path)
    await choose(page, label, code, name)
    await cell(page, '资金账户', 1).focus()
    await pick(page, 'ICBC', '工商银行')
    await page.getByRole('button', { name: '选未清项' }).click()
    await page.getByRole('button', { name: '核销', exact: true }).click()
    await expect.poll(() => page.locator('.document:visible .document-due').textContent()).not.toContain('¥0.00')
    await postSheet(page)
  }

  beforeAll(async () => {
    ;({ product, browser, close } = await openShop(executable, setStage))
    for (const [username] of people) {
      const come = await visit(browser, product.address)
      await signIn(come.page, { username, password })
      desks.set(username, come.page)
      complaints.push(come.complaints)
    }
  })
  afterAll(() => close())

  const buys = async (round: number): Promise<void> => {
    const keep = (name: string, page: Page) => (round === 0 ? keepScreen(page, `day-${name}`) : undefined)
    const asking = await open('采购', '/new/purchase-request')
    await linesOf(asking, 20)
    await asking.getByRole('button', { name: '提交', exact: true }).click()
    await asking.waitForURL(/doc\/purchase-request/)
    await asking.getByText('待审核').first().waitFor()
    await keep('request', asking)

    const boss = await open('老板', new URL(asking.url()).pathname)
    await boss.getByRole('button', { name: '同意', exact: true }).click()
    await boss.locator('.document:visible .stamp', { hasText: '已审核' }).waitFor()
    await keep('approved', boss)

    const buyer = await open('采购', new URL(asking.url()).pathname)
    await carryOn(buyer, '下推采购订单', 'purchase-order')
    await choose(buyer, /^供应商\*?$/, 'S1', '永康')
    await postSheet(buyer)
    await keep('order', buyer)

    const keeper = await open('仓管', new URL(buyer.url()).pathname)
    await carryOn(keeper, '下推入库单', 'purchase-receipt', false)
    await choose(keeper, '仓库', 'MAIN', '仓')
    await postSheet(keeper)
    await keep('receipt', keeper)

    const books = await open('会计', new URL(keeper.url()).pathname)
    await carryOn(books, '下推发票', 'purchase-invoice')
    await postSheet(books)
    await keep('purchase-invoice', books)
    await settle('/new/payment', '供应商', 'S1', '永康')
    await keep('payment', at('出纳'))
  }

  const sells = async (round: number): Promise<void> => {
    const keep = (name: string, page: Page) => (round === 0 ? keepScreen(page, `day-${name}`) : undefined)
    const seller = await open('销售', '/new/quotation')
    await choose(seller, '客户', 'hzbl', '杭州百联')
    await linesOf(seller, 15)
    await postSheet(seller)
    await keep('quotation', seller)
    await carryOn(seller, '下推订单', 'sales-order')
    await postSheet(seller)
    await keep('sales-order', seller)

    const keeper = await open('仓管', new URL(seller.url()).pathname)
    await carryOn(keeper, '下推出库单', 'sales-delivery')
    await choose(keeper, '仓库', 'MAIN', '仓')
    await postSheet(keeper)
    await keep('delivery', keeper)

    const books = await open('会计', new URL(keeper.url()).pathname)
    await carryOn(books, '下推发票', 'sales-invoice')
    await postSheet(books)
    await keep('sales-invoice', books)
    await settle('/new/collection', '客户', 'hzbl', '杭州百联')
    await keep('collection', at('出纳'))
  }

  const posted = async (address: string): Promise<number> => {
    const answer = await product.ask('GET', `/api/${address}?state=posted&limit=100`)
    return (JSON.parse(answer.text) as { rows: readonly unknown[] }).rows.length
  }

  test(
    'from the request to the cash, each at their own desk, ten documents a round',
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        await buys(round)
        await sells(round)
      }
      for (const address of ['purchase-request', 'purchase-order', 'purchase-receipt', 'purchase-invoice', 'payment'])
        expect(await posted(address), address).toBe(rounds)
      for (const address of ['quotation', 'sales-order', 'sales-delivery', 'sales-invoice', 'collection'])
        expect(await posted(address), address).toBe(rounds)
      const boss = at('老板')
      await boss.goto('/')
      await boss.locator('.home').first().waitFor()
      await keepScreen(boss, 'day-home')
      const checks = await product.ask('GET', '/api/checks')
      for (const check of JSON.parse(checks.text) as readonly { name: string; ok: boolean }[])
        expect(check, check.name).toMatchObject({ ok: true })
      expect(complaints.flat()).toEqual([])
    },
    120_000 * rounds + 60_000,
  )
})
