import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { fromBase32, hotp, stepAt } from '../src/kernel/access/totp.ts'
import { findBrowser, openBrowser, signIn, visit } from './kit/browser.ts'
import { accessibilityFaults, keepScreen } from './kit/look.ts'
import { administrator, openProduct } from './kit/product.ts'
import type { RunningProduct } from './kit/product.ts'

const executable = findBrowser()

/** A device with a fingerprint reader, as the browser pretends to have one. */
const withFingerprint = async (page: Page): Promise<void> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
}

describe.skipIf(executable === undefined)('signing in', () => {
  let product: RunningProduct
  let browser: Browser
  let page: Page
  let complaints: readonly string[]

  beforeAll(async () => {
    product = await openProduct()
    browser = await openBrowser(executable ?? '')
    // Passkeys are bound to a name; an address in figures has none.
    ;({ page, complaints } = await visit(browser, product.address.replace('127.0.0.1', 'localhost')))
    await withFingerprint(page)
  })
  afterAll(async () => {
    await browser.close()
    await product.close()
  })

  const leave = async (): Promise<void> => {
    await page.goto('/me')
    await page.locator('.settings-links').getByRole('button', { name: '退出登录' }).click()
    await page.getByLabel('用户名').waitFor()
  }

  test('a passkey is added with the password again, and opens the door by a touch [SYS-04]', async () => {
    await signIn(page)
    await page.goto('/me')
    await page.getByRole('button', { name: '添加通行密钥' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill('办公电脑')
    await dialog.getByLabel('密码').fill('wrong')
    await dialog.getByRole('button', { name: '添加通行密钥' }).click()
    await dialog.getByText('密码不正确').waitFor()
    await dialog.getByLabel('密码').fill(administrator.password)
    await dialog.getByRole('button', { name: '添加通行密钥' }).click()
    await page.getByText('办公电脑').waitFor()
    await page.getByText('办公电脑').scrollIntoViewIfNeeded()
    await keepScreen(page, 'passkeys')
    expect(await accessibilityFaults(page)).toEqual([])
    await leave()
    await keepScreen(page, 'door')
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await page.getByRole('navigation').first().waitFor()
    await page.goto('/me')
    await page.getByText('最近登录').click()
    await page.locator('.sign-in-log').getByText('通行密钥').waitFor()
  })

  test('the company asks for a second factor: nothing opens before it is there [SYS-04]', async () => {
    const anna = { username: 'anna', name: '安娜', password: 'a better phrase', roles: ['seller'] }
    expect((await product.ask('POST', '/api/users', anna)).status).toBe(201)
    await page.goto('/settings?part=signIn')
    await page.locator('.sign-in-rules').getByText('销售', { exact: true }).click()
    await page.getByLabel('宽限天数').fill('x')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('应为 0 至 90 天的整数').waitFor()
    await page.getByLabel('宽限天数').fill('0')
    await keepScreen(page, 'sign-in-rules')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('登录规则已保存').waitFor()
    await leave()
    await page.getByLabel('用户名').fill('anna')
    await page.getByLabel('密码').fill('a better phrase')
    await page.keyboard.press('Enter')
    await page.getByText('要求两步验证').waitFor()
    await keepScreen(page, 'factor-duty')
    await page.reload()
    await page.getByText('要求两步验证').waitFor()
    const before = page.locator('.factor-duty form').first()
    await before.getByLabel('密码').fill('a better phrase')
    await before.getByRole('button', { name: '开启' }).click()
    await page.getByRole('img', { name: '验证器扫描的二维码' }).waitFor()
    await keepScreen(page, 'qr-code')
    const secret = (await page.locator('a.secret').textContent()) ?? ''
    const code = (ahead: number) => hotp(fromBase32(secret), stepAt(new Date()) + ahead)
    await page.getByLabel('动态码').fill(code(0))
    await page.getByRole('button', { name: '确认' }).click()
    await page.getByRole('button', { name: '我已保管' }).click()
    await page.getByRole('navigation').first().waitFor()
    await leave()
    await page.getByLabel('用户名').fill('anna')
    await page.getByLabel('密码').fill('a better phrase')
    await page.keyboard.press('Enter')
    await page.getByLabel('动态码').fill(code(1))
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor()
    expect(complaints).toEqual([])
  })

  test('an administrator resets the second factor of who lost the phone', async () => {
    await leave()
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await page.getByRole('navigation').first().waitFor()
    await page.goto('/settings?part=users')
    const anna = page.getByRole('row', { name: /anna/ })
    await anna.getByText('两步验证').waitFor()
    await anna.getByRole('button', { name: '编辑' }).click()
    await page.getByRole('button', { name: '重置两步验证' }).click()
    await page.getByText('已重置 安娜 的两步验证').waitFor()
    await expect.poll(() => anna.getByText('两步验证').count()).toBe(0)
    await keepScreen(page, 'users')
  })
})
