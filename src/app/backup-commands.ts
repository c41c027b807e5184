import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inTransaction } from '../kernel/database/transaction.ts'
import { openDatabase } from '../kernel/database/database.ts'
import type { Settings } from '../kernel/database/settings.ts'
import { readBackup, readBackupHead, verifyBackup } from '../kernel/backup/backup-file.ts'
import { ledgersOf } from '../kernel/backup/backup-watch.ts'
import { backupFolder, openPassphrase, readBackupSettings } from '../kernel/backup/backup-settings.ts'
import { ledgerSums } from '../kernel/backup/manifest.ts'
import type { Manifest } from '../kernel/backup/manifest.ts'
import { restoreArchive } from '../kernel/backup/restore-archive.ts'
import { backupName } from '../kernel/backup/rotation.ts'
import type { BackupKeys } from '../kernel/backup/sealed-stream.ts'
import { takeBackup } from '../kernel/backup/take-backup.ts'
import { parseKeys, readKeyFile } from '../kernel/secrets/key-file.ts'
import { openProduct } from './open-product.ts'
import { migrationsFolder, version } from './places.ts'
import { installed } from './product.ts'

type Log = (line: string) => void

const keysFor = (settings: Settings): BackupKeys => ({
  passphrase: settings.backupPassphrase,
  instance: settings.secretKey === undefined ? readKeyFile(settings.database.dataDir) : parseKeys(settings.secretKey),
})

const tell = (manifest: Manifest, log: Log): void => {
  log(
    `taken ${manifest.takenAt} by Suanpan ${manifest.program}: ${manifest.tables.length} tables, ${manifest.files} files`,
  )
  for (const [ledger, hash] of Object.entries(ledgerSums(manifest.tables, ledgersOf(installed))))
    log(`  ${ledger} ${hash}`)
}

/** `suanpan backup [FILE]`: takes a backup now, beside a running program or without one. */
export const backUp = async (settings: Settings, file: string | undefined, log: Log): Promise<void> => {
  const product = await openProduct(settings, log)
  try {
    const { dataDir } = settings.database
    const at = new Date()
    const { settings: kept, passphrase } = await inTransaction(
      product.database.pool,
      { readOnly: true },
      readBackupSettings,
    )
    const { secrets } = product.context
    const keys = {
      passphrase: settings.backupPassphrase ?? openPassphrase(secrets, passphrase),
      instance: secrets.keys(),
    }
    const target = file === undefined ? join(backupFolder(kept, dataDir), backupName(at)) : resolve(file)
    const source = { owner: product.database.owner, dataDir, migrationsFolder, program: version, keys }
    tell(await takeBackup(source, target, at), log)
    log(`the backup is ${target}`)
    if (keys.passphrase === undefined)
      log('it has no passphrase: it opens only with the secret.key of this installation. Set one in the settings')
  } finally {
    await product.close()
  }
}

/** `suanpan verify-backup FILE`: reads a backup to its end without restoring it. */
export const verify = async (settings: Settings, file: string, log: Log): Promise<void> => {
  tell(await verifyBackup(file, keysFor(settings)), log)
  log('the backup is whole')
}

const isUrl = (text: string): boolean => /^postgres(ql)?:\/\//.test(text)

/** `suanpan restore FILE --into DIR|postgres://…`: brings a backup back into an empty folder, or an empty database. */
export const restore = async (settings: Settings, file: string, into: string, log: Log): Promise<void> => {
  const head = await readBackupHead(file)
  if (!isUrl(into) && existsSync(into) && readdirSync(into).length > 0)
    throw new Error(`${into} is not empty: a backup is restored into a folder of its own`)
  const dataDir = isUrl(into) ? settings.database.dataDir : resolve(into)
  const database = await openDatabase(
    { dataDir, url: isUrl(into) ? into : undefined, prepare: settings.database.prepare, poolSize: 4 },
    log,
  )
  try {
    const { manifest } = await restoreArchive(readBackup(file, keysFor(settings)), {
      owner: database.owner,
      dataDir,
      log,
    })
    await database.close()
    tell(manifest, log)
    log(
      `every row is what it was; start Suanpan ${head.program} or newer with ${isUrl(into) ? 'DATABASE_URL' : 'DATA_DIR'}=${into}`,
    )
  } catch (error) {
    await database.close()
    if (!isUrl(into)) removeHalf(dataDir)
    throw error
  }
}

/** What was begun is taken away, so that nobody takes it for a restored installation. */
const removeHalf = (dataDir: string): void => {
  const pointer = join(dataDir, 'postgres.location')
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}
