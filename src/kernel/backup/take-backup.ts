import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type { Pool } from 'pg'
import { readMigrations } from '../database/migrate.ts'
import { keyFile } from '../secrets/key-file.ts'
import { writeEntry, writeManifest } from './archive.ts'
import type { EntryHead, EntrySum } from './archive.ts'
import type { Manifest, TableSum } from './manifest.ts'
import { openOwnerClient } from './owner-client.ts'
import { sealStream } from './sealed-stream.ts'
import type { BackupKeys } from './sealed-stream.ts'
import { beginSnapshot, walkTables } from './table-sums.ts'

/** What a backup is taken of, and how it is locked. */
export interface BackupSource {
  readonly owner: Pool
  readonly dataDir: string
  readonly migrationsFolder: string
  readonly program: string
  readonly keys: BackupKeys
}

/** The files that are kept beside the database: attachments under their hashes, and the keys of the installation. */
const listFiles = async (dataDir: string): Promise<string[]> => {
  const root = join(dataDir, 'files')
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const stored = found
    .filter((one) => one.isFile() && /^[0-9a-f]{64}$/.test(one.name))
    .map((one) => join('files', one.parentPath.slice(root.length + 1), one.name))
    .sort()
  const hasKey = await stat(keyFile(dataDir)).then(
    () => true,
    () => false,
  )
  return hasKey ? ['secret.key', ...stored] : stored
}

const asBuffers = (stream: Readable): AsyncIterable<Buffer> => stream as AsyncIterable<Buffer>

/** Everything, as an archive: how the tables were made, their rows in one snapshot, the files. */
async function* archiveOf(source: BackupSource, takenAt: string, done: (manifest: Manifest) => void) {
  const sums: TableSum[] = []
  let files = 0
  let fileBytes = 0
  const client = await openOwnerClient(source.owner)
  try {
    await beginSnapshot(client)
    const { rows } = await client.query<{ name: string }>('select name from public.schema_migration order by name')
    const texts = new Map(readMigrations(source.migrationsFolder).map((one) => [one.name, one.text]))
    const migrations = rows.map((row) => row.name)
    for (const name of migrations) {
      const text = texts.get(name)
      if (text === undefined) throw new Error(`migration ${name} is in the database and not in the program`)
      yield* writeEntry({ kind: 'migration', name }, [Buffer.from(text)], () => {})
    }
    for await (const { table, company, content } of walkTables(client)) {
      const { schema, name, columns } = table
      const head: EntryHead = { kind: 'table', schema, name, columns, company }
      const note = (sum: EntrySum) => sums.push({ schema, name, company, ...sum })
      yield* writeEntry(head, asBuffers(content), note)
    }
    await client.query('commit')
    // What the snapshot names was stored before it was committed, so it is there by now.
    for (const path of await listFiles(source.dataDir)) {
      yield* writeEntry(
        { kind: 'file', path: path.replaceAll('\\', '/') },
        asBuffers(createReadStream(join(source.dataDir, path))),
        ({ bytes }) => {
          files += 1
          fileBytes += bytes
        },
      )
    }
    const manifest: Manifest = { program: source.program, takenAt, migrations, tables: sums, files, fileBytes }
    yield writeManifest(manifest)
    done(manifest)
  } finally {
    await client.end()
  }
}

/**
 * Takes a backup into a file while the product is used: the rows of one moment, the files, all sealed. The file appears under
 * its name when it is complete and on the disk. Answers what it holds.
 */
export const takeBackup = async (
  source: BackupSource,
  file: string,
  at: Date,
): Promise<Manifest & { size: number }> => {
  const takenAt = at.toISOString()
  let manifest: Manifest | undefined
  const draft = `${file}.part`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    await pipeline(
      Readable.from(
        archiveOf(source, takenAt, (written) => (manifest = written)),
        { objectMode: false },
      ),
      createZstdCompress(),
      sealStream({ program: source.program, takenAt }, source.keys),
      createWriteStream(draft, { mode: 0o600, flush: true }),
    )
    const handle = await open(draft)
    const { size } = await handle.stat()
    await handle.close()
    if (manifest === undefined) throw new Error('the backup came to no end')
    await rename(draft, file)
    return { ...manifest, size }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
