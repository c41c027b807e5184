import { createReadStream } from 'node:fs'
import { createZstdDecompress } from 'node:zlib'
import { entryKey, readArchive } from './archive.ts'
import type { ArchivePart, EntryHead, EntrySum } from './archive.ts'
import { differences } from './manifest.ts'
import type { Manifest, TableSum } from './manifest.ts'
import { headOf, openSealed } from './sealed-stream.ts'
import type { BackupHead, BackupKeys } from './sealed-stream.ts'

const bytesOf = (file: string): AsyncIterable<Buffer> => createReadStream(file) as AsyncIterable<Buffer>

/** What can be read of a backup without its passphrase. */
export const readBackupHead = (file: string): Promise<BackupHead> => headOf(bytesOf(file))

/** Opens a backup file and reads its parts. Throws an Error in plain words where it cannot be opened or is damaged. */
export async function* readBackup(file: string, keys: BackupKeys): AsyncGenerator<ArchivePart> {
  const unpack = createZstdDecompress()
  const feed = async (): Promise<void> => {
    for await (const chunk of openSealed(bytesOf(file), keys)) {
      if (!unpack.write(chunk)) await new Promise((drained) => unpack.once('drain', drained))
    }
    unpack.end()
  }
  const fed = feed()
  // What stops the feeding is what is wrong with the file, and is said in place of what follows from it.
  fed.catch((error: Error) => unpack.destroy(error))
  yield* readArchive(unpack as AsyncIterable<Buffer>)
  await fed
}

/**
 * Reads a backup to its end: every chunk opens, every part is what its hash says, every table and file of the manifest is there.
 * Answers what it holds. Throws an Error that says what is damaged.
 */
export const verifyBackup = async (file: string, keys: BackupKeys): Promise<Manifest> => {
  const heads: EntryHead[] = []
  let manifest: Manifest | undefined
  let sums: ReadonlyMap<string, EntrySum> = new Map()
  for await (const part of readBackup(file, keys)) {
    if ('entry' in part) heads.push(part.entry.head)
    else {
      manifest = part.manifest as Manifest
      sums = part.sums
    }
  }
  const tables = heads.flatMap((head): TableSum[] => {
    const sum = sums.get(entryKey(head))
    return head.kind !== 'table' || sum === undefined
      ? []
      : [{ schema: head.schema, name: head.name, company: head.company, ...sum }]
  })
  const files = heads.filter((head) => head.kind === 'file').length
  if (manifest === undefined) throw new Error('the backup is damaged: it has no end')
  const wrong = differences(manifest.tables, tables)
  if (wrong.length > 0 || files !== manifest.files)
    throw new Error(`the backup is damaged: ${wrong.length > 0 ? wrong.slice(0, 5).join(', ') : 'files'} missing`)
  return manifest
}
