import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { backupFolder } from './backup-settings.ts'
import type { BackupSettings } from './backup-settings.ts'
import { ledgerSums } from './manifest.ts'
import type { Manifest, NamedTables } from './manifest.ts'
import { backupName, expired } from './rotation.ts'
import type { RotationRule } from './rotation.ts'
import { takeBackup } from './take-backup.ts'
import type { BackupSource } from './take-backup.ts'

/** What is remembered of a backup beside its file. */
export interface BackupOutcome {
  readonly [name: string]: number | string | { readonly [ledger: string]: string }
  readonly tables: number
  readonly files: number
  readonly bytes: number
  readonly program: string
  readonly ledgers: { readonly [ledger: string]: string }
}

export const outcomeOf = (manifest: Manifest, ledgers: readonly NamedTables[]): BackupOutcome => ({
  tables: manifest.tables.length,
  files: manifest.files,
  bytes: manifest.tables.reduce((sum, table) => sum + table.bytes, manifest.fileBytes),
  program: manifest.program,
  ledgers: ledgerSums(manifest.tables, ledgers),
})

const rotate = async (folder: string, rule: RotationRule): Promise<void> => {
  for (const name of expired(await readdir(folder), rule)) await rm(join(folder, name), { force: true })
}

const copyTo = async (file: string, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const target = join(folder, basename(file))
  await copyFile(file, `${target}.part`)
  if ((await stat(`${target}.part`)).size !== (await stat(file)).size) throw new Error('the copy is not complete')
  await rename(`${target}.part`, target)
}

/** A backup that was made: its file, what it holds, and what went wrong with the second folder. */
export interface MadeBackup {
  readonly file: string
  readonly size: number
  readonly outcome: BackupOutcome
  readonly trouble: string | undefined
}

/** Takes a backup by the settings: into the folder, a copy into the second one, and lets go what the rule keeps no longer. */
export const makeBackup = async (
  source: BackupSource,
  settings: BackupSettings,
  ledgers: readonly NamedTables[],
  at: Date,
): Promise<MadeBackup> => {
  const folder = backupFolder(settings, source.dataDir)
  const file = join(folder, backupName(at))
  const manifest = await takeBackup(source, file, at)
  const rule = { daily: settings.keepDaily, weekly: settings.keepWeekly, monthly: settings.keepMonthly }
  await rotate(folder, rule)
  let trouble: string | undefined
  if (settings.second !== '') {
    try {
      await copyTo(file, settings.second)
      await rotate(settings.second, rule)
    } catch (error) {
      trouble = `${settings.second}: ${error instanceof Error ? error.message : String(error)}`
    }
  }
  return { file, size: manifest.size, outcome: outcomeOf(manifest, ledgers), trouble }
}
