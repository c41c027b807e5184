import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin, Rolldown } from 'vite'

/** The files that the first screen needs: the entry, what it imports before it runs, and their styles. */
const shellOf = (bundle: Rolldown.OutputBundle): string[] => {
  const kept = new Set<string>()
  const keep = (fileName: string): void => {
    const output = bundle[fileName]
    if (output?.type !== 'chunk' || kept.has(fileName)) return
    kept.add(fileName)
    for (const style of output.viteMetadata?.importedCss ?? []) kept.add(style)
    for (const imported of output.imports) keep(imported)
  }
  const entry = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.facadeModuleId?.endsWith('/index.html'),
  )
  if (entry !== undefined) keep(entry.fileName)
  return [...kept].map((fileName) => `/${fileName}`).toSorted()
}

/** A part of the build: writes service-worker.js with the names of the files that the device keeps, and a version made of them. */
export const keepShell = (): Plugin => ({
  name: 'keep-shell',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = shellOf(bundle)
    const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
    const source = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8')
      .replace('/* global FILES */\n', '')
      .replaceAll('VERSION', version)
      .replace('FILES', JSON.stringify(['/', ...files], null, 2))
    this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
  },
})
