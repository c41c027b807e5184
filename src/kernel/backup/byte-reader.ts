/** Reads a stream by exact numbers of bytes, and by lines at its head. */
export interface ByteReader {
  /** So many bytes; undefined where the stream ends before. */
  exactly(length: number): Promise<Buffer | undefined>
  /** Up to and with the next line feed; undefined where there is none within so many bytes. */
  line(longest: number): Promise<Buffer | undefined>
}

export const byteReader = (source: AsyncIterable<Buffer>): ByteReader => {
  const iterator = source[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let size = 0

  const more = async (): Promise<boolean> => {
    const next = await iterator.next()
    if (next.done === true) return false
    held.push(next.value)
    size += next.value.length
    return true
  }

  const take = (length: number): Buffer => {
    const all = held.length === 1 ? (held[0] ?? Buffer.alloc(0)) : Buffer.concat(held, size)
    held = [all.subarray(length)]
    size -= length
    return all.subarray(0, length)
  }

  const exactly = async (length: number): Promise<Buffer | undefined> => {
    for (;;) {
      if (size >= length) return take(length)
      if (!(await more())) return undefined
    }
  }

  const line = async (longest: number): Promise<Buffer | undefined> => {
    for (;;) {
      held = [Buffer.concat(held, size)]
      const end = held[0]?.indexOf(0x0a) ?? -1
      if (end >= 0) return end < longest ? take(end + 1) : undefined
      if (size >= longest || !(await more())) return undefined
    }
  }

  return { exactly, line }
}
