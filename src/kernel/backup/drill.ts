import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { verifyAuditChain } from '../audit/audit-chain.ts'
import { openDatabase } from '../database/database.ts'
import { inTransaction } from '../database/transaction.ts'
import { readBackup } from './backup-file.ts'
import { ledgerSums } from './manifest.ts'
import type { NamedTables } from './manifest.ts'
import { restoreArchive } from './restore-archive.ts'
import type { Restored } from './restore-archive.ts'
import type { BackupKeys } from './sealed-stream.ts'

/** What a drill found: of each ledger whether its hash is the one that was recorded as the backup was taken. */
export interface DrillOutcome {
  readonly [name: string]: string | number | boolean | { readonly [ledger: string]: boolean }
  readonly file: string
  readonly tables: number
  readonly milliseconds: number
  readonly ledgers: { readonly [ledger: string]: boolean }
  readonly trail: boolean
}

/** Nothing of a drill has to outlive it, and it must leave room for the work of the day. */
const scratchServer = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '20',
  max_locks_per_transaction: '256',
}

/** Runs something with an empty database of its own, which is gone afterwards. */
const withScratch = async <Result>(
  dataDir: string,
  step: (database: Awaited<ReturnType<typeof openDatabase>>, folder: string) => Promise<Result>,
): Promise<Result> => {
  const folder = await mkdtemp(join(resolve(dataDir), 'drill-'))
  try {
    const database = await openDatabase(
      { dataDir: folder, url: undefined, prepare: true, poolSize: 4 },
      () => {},
      scratchServer,
    )
    try {
      return await step(database, folder)
    } finally {
      await database.close()
    }
  } finally {
    // Started as root, the database may have had to live elsewhere.
    const pointer = join(folder, 'postgres.location')
    const elsewhere = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
    if (elsewhere !== undefined) await rm(elsewhere, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  }
}

const trailOf = async (pool: Parameters<typeof inTransaction>[0], restored: Restored): Promise<boolean> => {
  const companies = new Set(restored.manifest.tables.flatMap(({ company }) => (company === null ? [] : [company])))
  for (const company of companies) {
    const broken = await inTransaction(pool, { company, readOnly: true }, (tx) => verifyAuditChain(tx, company))
    if (broken !== undefined) return false
  }
  return true
}

/** Throws an Error where the disk has not several times the room of the backup. */
const refuseWithoutRoom = async (dataDir: string, bytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize < bytes * 4 + 300_000_000) throw new Error('there is too little room on the disk for a drill')
}

/**
 * Restores a backup into a database of its own, compares every table with what the backup says, every ledger with what was
 * recorded as it was taken, and walks the trail's chain. Throws an Error where it cannot be brought back.
 */
export const runDrill = async (
  dataDir: string,
  backup: {
    readonly file: string
    readonly bytes: number
    readonly recorded: { readonly [ledger: string]: string }
  },
  keys: BackupKeys,
  ledgers: readonly NamedTables[],
): Promise<DrillOutcome> => {
  const started = Date.now()
  await refuseWithoutRoom(dataDir, backup.bytes)
  return withScratch(dataDir, async (database, folder) => {
    const target = { owner: database.owner, dataDir: folder, log: () => {} }
    const restored = await restoreArchive(readBackup(backup.file, keys), target)
    const found = ledgerSums(restored.sums, ledgers)
    const same = Object.fromEntries(ledgers.map(({ name }) => [name, found[name] === backup.recorded[name]]))
    return {
      file: backup.file,
      tables: restored.sums.length,
      milliseconds: Date.now() - started,
      ledgers: same,
      trail: await trailOf(database.pool, restored),
    }
  })
}
