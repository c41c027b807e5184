import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { findBrowser, openBrowser, signIn, typeSlowly, visit } from './kit/browser.ts'
import { settled } from './kit/desk.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { openProduct } from './kit/product.ts'
import type { RunningProduct } from './kit/product.ts'

const executable = findBrowser()

/** Where the keyboard stands. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? null)

const standsAt = (page: Page, place: string): Promise<void> => expect.poll(() => focused(page)).toBe(place)

/** Types what finds an account, sees it offered, and takes what is marked. */
const takeAccount = async (page: Page, typed: string, offered: RegExp): Promise<void> => {
  await typeSlowly(page, typed)
  await page.locator('[role=option].is-on').filter({ hasText: offered }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
}

const typeLine = async (page: Page, summary: string, account: string, offered: RegExp): Promise<void> => {
  await page.keyboard.type(summary)
  await page.keyboard.press('Enter')
  await takeAccount(page, account, offered)
  await page.keyboard.press('Enter')
}

describe.skipIf(executable === undefined)('an accountant at the voucher', () => {
  let product: RunningProduct
  let browser: Browser

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })

  test('[FIN-05] types a voucher of five lines without the mouse, and the next one stands ready', async () => {
    const { page, complaints } = await visit(browser, product.address)
    await signIn(page)
    await page.goto('/new/voucher')
    await page.locator('.voucher-table').waitFor()
    await settled(page)
    // The sheet is ready for the first summary.
    await standsAt(page, '摘要 1')
    await typeLine(page, '支付本月费用', '560204', /560204.*办公费.*管理费用/)
    await page.keyboard.type('300')
    await page.keyboard.press('Enter')
    await standsAt(page, '摘要 2')
    // By initials, with the summary above.
    // Another reading of its first character finds it too.
    await typeLine(page, '//', 'chailvfei', /560205.*差旅费/)
    await page.keyboard.type('1200.50')
    await page.keyboard.press('Enter')
    // A new line takes the summary of the last one with it.
    await standsAt(page, '摘要 3')
    await expect.poll(() => page.getByLabel('摘要 2', { exact: true }).inputValue()).toBe('支付本月费用')
    await page.keyboard.press('Enter')
    // By the code of an account above, which offers what is below it and not itself.
    await takeAccount(page, '5602', /560201.*开办费.*管理费用/)
    await page.keyboard.press('Enter')
    await page.keyboard.type('99.5')
    await page.keyboard.press('Enter')
    await standsAt(page, '摘要 4')
    await page.keyboard.press('Enter')
    // By the initials of an account above, and the arrow down to the second of its details: 财务费用 手续费.
    await typeSlowly(page, 'cwfy')
    await page.locator('[role=option].is-on').filter({ hasText: '560301' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await takeAccount(page, '', /560302.*手续费.*财务费用/)
    await page.keyboard.press('Enter')
    await page.keyboard.type('20')
    await page.keyboard.press('Enter')
    await standsAt(page, '摘要 5')
    // F7 opens the accounts from the summary; the cash account is asked for below the account.
    await page.keyboard.press('F7')
    await page.getByRole('listbox').waitFor()
    await takeAccount(page, '1002', /1002.*银行存款/)
    await page.keyboard.press('Enter')
    await standsAt(page, 'voucher-cashAccount-5')
    await takeAccount(page, 'BANK', /银行存款/)
    await page.keyboard.press('Enter')
    // What balances, first on the wrong side: a space carries it over, and the voucher still balances.
    await page.keyboard.press('=')
    await page.keyboard.press(' ')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.voucher-words').textContent()).toContain('壹仟陆佰贰拾元整')
    await keepScreen(page, 'voucher-five-lines')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Control+s')
    // The next one stands ready.
    await standsAt(page, '摘要 1')
    await expect.poll(() => page.getByLabel('摘要 1', { exact: true }).inputValue()).toBe('')
    const { body } = await product.ask('GET', '/api/voucher')
    expect(body).toMatchObject({ rows: [{ state: 'posted' }] })
    expect(complaints).toEqual([])
  })
})
