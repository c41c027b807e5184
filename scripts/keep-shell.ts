import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The files that the first screen needs, as its page names them: scripts, what they import before they run, and styles. */
const shellOf = (page: string): string[] =>
  [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].flatMap(([, path]) => path ?? []).toSorted()

/** A part of the build: writes service-worker.js with the names of the files that the device keeps, and a version made of them. */
export const keepShell = (): Plugin => ({
  name: 'keep-shell',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const files = shellOf(readFileSync(join(dir, 'index.html'), 'utf8'))
    const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
    const source = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8')
      .replace('/* global FILES */\n', '')
      .replaceAll('VERSION', version)
      .replace('FILES', JSON.stringify(['/', ...files], null, 2))
    writeFileSync(join(dir, 'service-worker.js'), source)
  },
})
