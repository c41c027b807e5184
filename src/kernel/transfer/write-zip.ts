import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive; its text comes piece by piece. */
export interface ZipEntry {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

interface Written {
  readonly name: Buffer
  readonly at: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** Sizes follow the content, and names are UTF-8. */
const flags = 0x0808
const deflated = 8
/** 1980-01-01, the first day that the format knows: an archive of the same content is the same archive. */
const dosDate = 0x0021

const localHead = (name: Buffer): Buffer => {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(deflated, 8)
  head.writeUInt16LE(dosDate, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

const sizesAfter = ({ crc, packed, size }: Written): Buffer => {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

const listed = ({ name, at, crc, packed, size }: Written): Buffer => {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(deflated, 10)
  head.writeUInt16LE(dosDate, 14)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(at, 42)
  return Buffer.concat([head, name])
}

const end = (count: number, at: number, length: number): Buffer => {
  const tail = Buffer.alloc(22)
  tail.writeUInt32LE(0x06054b50, 0)
  tail.writeUInt16LE(count, 8)
  tail.writeUInt16LE(count, 10)
  tail.writeUInt32LE(length, 12)
  tail.writeUInt32LE(at, 16)
  return tail
}

/**
 * A ZIP archive front to back, so that it is sent while it is made and never held whole. Packing goes on outside the
 * program's own thread. Up to 4 GB, beyond which Buffer refuses the size.
 */
async function* chunksOf(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for (const { name: text, content } of entries) {
    const name = Buffer.from(text)
    const head = localHead(name)
    yield head
    let crc = 0
    let size = 0
    let packed = 0
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const piece of content) {
        const bytes = Buffer.from(piece)
        crc = crc32(bytes, crc)
        size += bytes.length
        yield bytes
      }
    }
    const packing = createDeflateRaw({ level: 4 })
    // An error of the content comes out where the packed bytes are read.
    pipeline(Readable.from(counted(), { objectMode: false }), packing, () => undefined)
    for await (const chunk of packing) {
      packed += (chunk as Buffer).length
      yield chunk as Buffer
    }
    const one = { name, at, crc, packed, size }
    written.push(one)
    yield sizesAfter(one)
    at += head.length + packed + 16
  }
  const list = Buffer.concat(written.map(listed))
  yield list
  yield end(written.length, at, list.length)
}

export const writeZip = (entries: Iterable<ZipEntry>): Readable =>
  Readable.from(chunksOf(entries), { objectMode: false })
