import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { webFolder } from '../src/app/places.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const budget = 300 * 1024

/** A chunk and everything it needs before it can run. */
const filesOf = (manifest: Readonly<Record<string, Chunk>>, key: string, seen = new Set<string>()): Set<string> => {
  const chunk = manifest[key]
  if (chunk === undefined || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const one of chunk.imports ?? []) filesOf(manifest, one, seen)
  return seen
}

test('the first screen needs at most 300 KB of script, compressed', () => {
  const manifest = JSON.parse(readFileSync(join(webFolder, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const pages = Object.keys(manifest).filter((key) => key.endsWith('-page.tsx'))
  expect(pages.length).toBeGreaterThan(8)
  const sizes = pages.map((page) => {
    const files = new Set([...filesOf(manifest, 'index.html'), ...filesOf(manifest, page)])
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(webFolder, file))).length, 0)
    return { page, bytes }
  })
  expect(sizes.filter(({ bytes }) => bytes > budget)).toEqual([])
})
