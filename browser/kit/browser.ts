import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { administrator } from './product.ts'

const places = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A browser of this machine, or undefined where there is none; journeys say aloud that they are left out then. */
export const findBrowser = (): string | undefined => {
  const found = places.find((place) => place !== '' && existsSync(place))
  if (found === undefined) console.warn('no Chromium is installed (CHROMIUM_PATH names one): journeys are left out')
  return found
}

export const openBrowser = async (executablePath: string): Promise<Browser> =>
  chromium.launch({
    // Without a UTF-8 locale Chromium cannot write Chinese file names, and calls a download "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    executablePath,
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  })

export interface PageOptions {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  readonly language?: 'zh-CN' | 'en'
}

/** A page of the product, and what it complained about. */
export interface Visit {
  readonly page: Page
  /** Errors of scripts and of the console, refused requests left out: a refusal is told on the page. */
  readonly complaints: readonly string[]
}

/** Opens the product in a window of its own, with this device's choices made. */
export const visit = async (browser: Browser, address: string, options: PageOptions = {}): Promise<Visit> => {
  const { width = 1366, height = 768, theme = 'light', language = 'zh-CN' } = options
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    hasTouch: width < 768,
    baseURL: address,
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await context.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem('suanpan.theme', chosenTheme)
      localStorage.setItem('suanpan.language', chosenLanguage)
    },
    [theme, language] as const,
  )
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) complaints.push(line.text())
  })
  return { page, complaints }
}

/** Signs in as a person does. */
export const signIn = async (
  page: Page,
  person: { readonly username: string; readonly password: string } = administrator,
): Promise<void> => {
  await page.goto('/')
  await page.getByLabel(/用户名|User name/).fill(person.username)
  await page.getByLabel(/密码|Password/).fill(person.password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
}

/** Types as fast as a person, so that it is not taken for a scanner. */
export const typeSlowly = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: 45 })
