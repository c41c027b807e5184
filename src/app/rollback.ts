import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readBackup, readBackupHead } from '../kernel/backup/backup-file.ts'
import { restoreArchive } from '../kernel/backup/restore-archive.ts'
import { openDatabase } from '../kernel/database/database.ts'
import { claimFolder, releaseFolder } from '../kernel/database/folder-claim.ts'
import { chooseSystemUser, locateCluster } from '../kernel/database/postgres-cluster.ts'
import type { Settings } from '../kernel/database/settings.ts'
import { parseKeys, readKeyFile, writeKeyFile } from '../kernel/secrets/key-file.ts'
import { upgradeBackups } from './upgrade.ts'

type Log = (line: string) => void

const clusterOf = (dataDir: string, log: Log): string => locateCluster(dataDir, chooseSystemUser(dataDir), log).cluster

const refuseWhileRunning = (dataDir: string): void => {
  const claim = claimFolder(dataDir)
  if (!claim.mine) throw new Error('the program is running on this folder: stop it first')
  releaseFolder(dataDir)
}

/** The folder of a database that had to live elsewhere goes with it. */
const removeScratch = (folder: string): void => {
  const pointer = join(folder, 'postgres.location')
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/**
 * `suanpan rollback [FILE]`: puts the data back as it was before the last upgrade. It is restored beside, compared row for row,
 * and only then put in place; the database of the newer release is kept under another name.
 */
export const rollBack = async (settings: Settings, given: string | undefined, log: Log): Promise<void> => {
  const dataDir = resolve(settings.database.dataDir)
  if (settings.database.url !== undefined)
    throw new Error('a database of your own is rolled back by hand: restore the backup into another one, and name that')
  const file = given === undefined ? (await upgradeBackups(join(dataDir, 'backups')))[0] : resolve(given)
  if (file === undefined) throw new Error(`there is no backup from before an upgrade in ${join(dataDir, 'backups')}`)
  refuseWhileRunning(dataDir)
  const head = await readBackupHead(file)
  const own = settings.secretKey === undefined ? readKeyFile(dataDir) : parseKeys(settings.secretKey)
  const scratch = mkdtempSync(join(dataDir, 'rollback-'))
  // PostgreSQL, which works as another user where Suanpan works as root, reaches it as it reaches the data folder: then both databases
  // are on one disk, and one takes the place of the other by its name alone.
  chmodSync(scratch, 0o711)
  try {
    const database = await openDatabase({ ...settings.database, dataDir: scratch }, log)
    try {
      const target = { owner: database.owner, dataDir: scratch, log }
      await restoreArchive(readBackup(file, { passphrase: settings.backupPassphrase, instance: own }), target)
    } finally {
      await database.close()
    }
    const cluster = clusterOf(dataDir, log)
    const aside = `${cluster}.before-rollback-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
    renameSync(cluster, aside)
    renameSync(clusterOf(scratch, log), cluster)
    const brought = readKeyFile(scratch).filter((key) => !own.some((other) => other.id === key.id))
    if (settings.secretKey === undefined && brought.length > 0) writeKeyFile(dataDir, [...own, ...brought])
    log(
      `the data is as it was on ${head.takenAt}, row for row: start Suanpan ${head.program} as it was before the upgrade`,
    )
    log(`what was entered since is in ${aside}`)
  } finally {
    removeScratch(scratch)
  }
}
