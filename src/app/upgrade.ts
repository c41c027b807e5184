import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { migrateAccess } from '../kernel/access/accounts.ts'
import { backupFolder, openPassphrase, readBackupSettings } from '../kernel/backup/backup-settings.ts'
import type { BackupSettings } from '../kernel/backup/backup-settings.ts'
import { takeBackup } from '../kernel/backup/take-backup.ts'
import type { Database } from '../kernel/database/database.ts'
import { migrate, migrationState } from '../kernel/database/migrate.ts'
import type { Settings } from '../kernel/database/settings.ts'
import { inTransaction } from '../kernel/database/transaction.ts'
import { openSecretBox } from '../kernel/secrets/secret-box.ts'
import { version } from './places.ts'

const pattern = /^before-upgrade-\d{8}T\d{6}Z\.suanpan$/
const kept = 3

/** The backups that were taken before upgrades, the newest first. */
export const upgradeBackups = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => []))
    .filter((name) => pattern.test(name))
    .toSorted()
    .toReversed()
    .map((name) => join(folder, name))

/** The settings for backups; a release before there were any has none. */
const settingsOf = async (
  database: Database,
): Promise<{ settings: BackupSettings | undefined; passphrase: string | undefined }> => {
  const { rows } = await database.owner.query<{ there: boolean }>(
    `select to_regclass('backup_setting') is not null as there`,
  )
  if (rows[0]?.there !== true) return { settings: undefined, passphrase: undefined }
  return inTransaction(database.pool, { readOnly: true }, readBackupSettings)
}

const backUpFirst = async (database: Database, settings: Settings, folder: string): Promise<string> => {
  const { dataDir } = settings.database
  const secrets = openSecretBox(dataDir, settings.secretKey)
  const known = await settingsOf(database)
  const target =
    known.settings === undefined ? join(resolve(dataDir), 'backups') : backupFolder(known.settings, dataDir)
  const at = new Date()
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const file = join(target, `before-upgrade-${stamp}.suanpan`)
  const keys = {
    passphrase: settings.backupPassphrase ?? openPassphrase(secrets, known.passphrase),
    instance: secrets.keys(),
  }
  const source = { owner: database.owner, dataDir, migrationsFolder: folder, program: version, keys }
  await takeBackup(source, file, at)
  for (const old of (await upgradeBackups(target)).slice(kept)) await rm(old, { force: true })
  return file
}

/**
 * Brings the data up to this release: where there is data of an earlier one, a backup comes first, and all that is new runs in
 * one transaction. Throws an Error where it fails; the data is as the earlier release left it then.
 */
export const upgrade = async (
  database: Database,
  settings: Settings,
  folder: string,
  log: (line: string) => void,
): Promise<void> => {
  const { run, pending } = await migrationState(database.owner, folder)
  const isUpgrade = run.length > 0 && pending.length > 0
  const file = isUpgrade ? await backUpFirst(database, settings, folder) : undefined
  if (file !== undefined) log(`upgrade: ${pending.length} migrations; the backup before them is ${file}`)
  try {
    await migrate(database.owner, folder, log)
  } catch (error) {
    if (file === undefined) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `the upgrade was not done, and the data is as it was: start the earlier release. ${why}. The backup is ${file}`,
      { cause: error },
    )
  }
  await migrateAccess(database.owner)
}
