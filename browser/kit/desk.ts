import type { Locator, Page } from 'playwright-core'
import { typeSlowly } from './browser.ts'

/** Takes the first of what is offered under a name. */
const take = async (page: Page, name: string): Promise<void> => {
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
}

/** Picks in a field of the header by what is typed. */
export const choose = async (page: Page, label: string | RegExp, typed: string, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click()
  await typeSlowly(page, typed)
  await take(page, name)
}

/** The one input of the grid, wherever its cursor stands. */
export const cell = (page: Page, label: string, row: number): Locator =>
  page.getByLabel(new RegExp(`^${label}，第 ${row} 行`)).first()

/** Picks where the cursor stands, by what is typed. */
export const pick = async (page: Page, typed: string, name: string): Promise<void> => {
  await typeSlowly(page, typed)
  await take(page, name)
}

export const settled = (page: Page): Promise<void> => page.waitForLoadState('networkidle')

/** 审核 by the keyboard, until the stamp says so; who pressed too early presses again. */
export const postSheet = async (page: Page): Promise<void> => {
  const stamp = page.locator('.document:visible .stamp', { hasText: '已审核' })
  for (let turn = 0; turn < 3 && (await stamp.count()) === 0; turn += 1) {
    await settled(page)
    await page.keyboard.press('F9')
    await stamp.waitFor({ timeout: 7000 }).catch(() => undefined)
  }
  await stamp.waitFor()
}

/** 下推: carries the document on to a draft of the next; of one whose amounts may not be seen only the goods are waited for. */
export const carryOn = async (page: Page, label: string, address: string, seesAmounts = true): Promise<void> => {
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.waitForURL(new RegExp(`new/${address}`))
  await page.locator('.document:visible .lines-row .lines-reference', { hasText: /\S/ }).first().waitFor()
  // The draft is there when its lines are reckoned up.
  if (seesAmounts) await page.locator('.document:visible .document-due', { hasText: /[1-9]/ }).waitFor()
  else await settled(page)
}
