import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'

const screens = resolve(import.meta.dirname, '../../.cache/screens')

/** Keeps what is on the screen, to be looked at. */
export const keepScreen = async (page: Page, name: string): Promise<void> => {
  mkdirSync(screens, { recursive: true })
  await page.screenshot({ path: join(screens, `${name}.png`) })
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}

declare global {
  // The rules' own entry, put on the page by the script above.
  var axe: { run(options: object): Promise<{ violations: readonly Finding[] }> }
}

/** What the accessibility rules (WCAG A and AA) find on the page, a line each. */
export const accessibilityFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
    })
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => String(target[0])) }))
  })
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node}`))
}
