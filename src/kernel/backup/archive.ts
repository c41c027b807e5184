import { createHash } from 'node:crypto'
import { byteReader } from './byte-reader.ts'

/** One part of a backup: a table of a company, a file, a migration. */
export type EntryHead =
  | {
      readonly kind: 'table'
      readonly schema: string
      readonly name: string
      readonly columns: readonly string[]
      readonly company: string | null
    }
  | { readonly kind: 'migration'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }

/** What was counted of an entry's content. */
export interface EntrySum {
  readonly bytes: number
  readonly sha256: string
}

const frameKinds = { head: 1, data: 2, end: 3, manifest: 4 } as const
type FrameKind = (typeof frameKinds)[keyof typeof frameKinds]

const largestFrame = 16 * 1024 * 1024

const frame = (kind: FrameKind, payload: Buffer): Buffer => {
  const front = Buffer.alloc(5)
  front.writeUInt8(kind)
  front.writeUInt32BE(payload.length, 1)
  return Buffer.concat([front, payload])
}

const jsonFrame = (kind: FrameKind, value: unknown): Buffer => frame(kind, Buffer.from(JSON.stringify(value)))

/** The frames of one entry; `ended` is told what was counted. */
export async function* writeEntry(
  head: EntryHead,
  content: AsyncIterable<Buffer> | Iterable<Buffer>,
  ended: (sum: EntrySum) => void,
): AsyncGenerator<Buffer> {
  yield jsonFrame(frameKinds.head, head)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of content) {
    hash.update(chunk)
    bytes += chunk.length
    yield frame(frameKinds.data, chunk)
  }
  const sum = { bytes, sha256: hash.digest('hex') }
  ended(sum)
  yield jsonFrame(frameKinds.end, sum)
}

/** The last frame: what all of it should have been. */
export const writeManifest = (manifest: unknown): Buffer => jsonFrame(frameKinds.manifest, manifest)

export interface ArchiveEntry {
  readonly head: EntryHead
  /** The content; checked against its hash as it is read. */
  readonly content: AsyncIterable<Buffer>
}

/** What a reader of archives is told: entry after entry, and at last the manifest. */
export type ArchivePart =
  | { readonly entry: ArchiveEntry }
  | { readonly manifest: unknown; readonly sums: ReadonlyMap<string, EntrySum> }

/** A name for an entry that no other has. */
export const entryKey = (head: EntryHead): string => {
  if (head.kind === 'table') return `table/${head.schema}.${head.name}/${head.company ?? ''}`
  return head.kind === 'file' ? `file/${head.path}` : `migration/${head.name}`
}

const broken = () => new Error('the backup is damaged: its parts do not follow each other')

/** Reads an archive. What of an entry nobody reads is read over, and checked all the same. */
export async function* readArchive(source: AsyncIterable<Buffer>): AsyncGenerator<ArchivePart> {
  const reader = byteReader(source)
  const sums = new Map<string, EntrySum>()

  const next = async (): Promise<{ kind: number; payload: Buffer }> => {
    const front = await reader.exactly(5)
    const length = front?.readUInt32BE(1) ?? 0
    if (front === undefined || length > largestFrame) throw broken()
    const payload = await reader.exactly(length)
    if (payload === undefined) throw broken()
    return { kind: front.readUInt8(), payload }
  }

  const contentOf = async function* contentOf(head: EntryHead): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    let bytes = 0
    for (;;) {
      const { kind, payload } = await next()
      if (kind === frameKinds.data) {
        hash.update(payload)
        bytes += payload.length
        yield payload
        continue
      }
      if (kind !== frameKinds.end) throw broken()
      const sum: EntrySum = JSON.parse(payload.toString('utf8'))
      if (sum.bytes !== bytes || sum.sha256 !== hash.digest('hex'))
        throw new Error(`the backup is damaged: ${entryKey(head)} is not what was written`)
      sums.set(entryKey(head), sum)
      return
    }
  }

  for (;;) {
    const { kind, payload } = await next()
    if (kind === frameKinds.manifest) {
      yield { manifest: JSON.parse(payload.toString('utf8')), sums }
      return
    }
    if (kind !== frameKinds.head) throw broken()
    const head: EntryHead = JSON.parse(payload.toString('utf8'))
    const content = contentOf(head)
    yield { entry: { head, content } }
    for await (const _ of content);
  }
}
