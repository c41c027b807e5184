import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

/** Turns a WOFF 1 font into the plain font in it: a table of contents and its tables, inflated. */
export const woffToTtf = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20
    const offset = woff.readUInt32BE(at + 4)
    const packed = woff.readUInt32BE(at + 8)
    const length = woff.readUInt32BE(at + 12)
    const raw = woff.subarray(offset, offset + packed)
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      data: packed === length ? raw : inflateSync(raw),
      length,
    }
  })
  const power = 2 ** Math.floor(Math.log2(count))
  const header = Buffer.alloc(12 + count * 16)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(power * 16, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE((count - power) * 16, 10)
  const parts: Buffer[] = [header]
  let offset = header.length
  for (const [index, table] of tables.entries()) {
    const at = 12 + index * 16
    table.tag.copy(header, at)
    header.writeUInt32BE(table.checksum, at + 4)
    header.writeUInt32BE(offset, at + 8)
    header.writeUInt32BE(table.length, at + 12)
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4)
    table.data.copy(padded)
    parts.push(padded)
    offset += padded.length
  }
  return Buffer.concat(parts)
}

const sources = {
  400: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
  700: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff',
} as const

/** The Chinese font as a file that PDF writers read fast; made once in the data folder. */
export const chineseFont = (dataDir: string, weight: keyof typeof sources = 400): string => {
  const file = join(dataDir, 'fonts', weight === 400 ? 'noto-sans-sc.ttf' : 'noto-sans-sc-bold.ttf')
  if (existsSync(file)) return file
  const woff = readFileSync(createRequire(import.meta.url).resolve(sources[weight]))
  mkdirSync(join(dataDir, 'fonts'), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, woffToTtf(woff))
  renameSync(`${file}.${process.pid}`, file)
  return file
}
