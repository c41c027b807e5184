import { constants, inflateRawSync } from 'node:zlib'
import { Problem } from '../../definition/problem.ts'

/** A workbook that unpacks to more than this is no table of a company's. */
const mostUnpackedBytes = 300 * 1024 * 1024
/** An entry that grows by more than this was made to exhaust whoever unpacks it; spreadsheets grow ten to fifty times. */
const mostGrowth = 1000

const entryHead = 46
const localHead = 30
const deflated = 8

const tooLarge = () =>
  new Problem('tooLarge', {
    zh: '文件解开后过大，疑似压缩炸弹，未读取；请拆成几个文件',
    en: 'The file is too large when unpacked and was not read; split it',
  })

interface Entry {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

const entriesOf = (bytes: Buffer): Entry[] => {
  const entries: Entry[] = []
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0 && at + entryHead <= bytes.length;
    at = bytes.indexOf('PK\u0001\u0002', at + entryHead, 'latin1')
  ) {
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
  }
  return entries
}

/** What an entry really comes to, whatever the directory says of it. */
const realSize = (bytes: Buffer, entry: Entry, left: number): number => {
  if (entry.method !== deflated || entry.at + localHead > bytes.length) return entry.packed
  const start = entry.at + localHead + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  try {
    const packed = bytes.subarray(start, start + entry.packed)
    return inflateRawSync(packed, { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH }).length
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge()
    // Not readable as what it claims to be; whoever reads the workbook says so.
    return entry.packed
  }
}

/**
 * Refuses a zip that unpacks to more than a table may: by what its directory says, by how it grows, and, since a directory may
 * lie, by unpacking each entry with what is left of the limit. Throws a Problem `tooLarge`.
 */
export const refuseBombs = (bytes: Buffer, most: number = mostUnpackedBytes): void => {
  const entries = entriesOf(bytes)
  const stated = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (
    stated > most ||
    entries.some((entry) => entry.unpacked > 1_000_000 && entry.unpacked > entry.packed * mostGrowth)
  )
    throw tooLarge()
  let left = most
  for (const entry of entries) {
    left -= realSize(bytes, entry, Math.max(left, 1))
    if (left <= 0) throw tooLarge()
  }
}
