import { isAbsolute, join, resolve } from 'node:path'
import { audit } from '../audit/audit.ts'
import { fieldProblem, invalid } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { Transaction } from '../database/transaction.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { Work } from '../posting/work.ts'
import type { SecretBox } from '../secrets/secret-box.ts'

/** How the installation is backed up. Folders that are not said are `backups` in the data folder, and none. */
export interface BackupSettings {
  readonly enabled: boolean
  /** Time of day in the zone of the first company. */
  readonly daily: string
  readonly folder: string
  /** A second folder, on another disk or a share of another house. */
  readonly second: string
  readonly keepDaily: number
  readonly keepWeekly: number
  readonly keepMonthly: number
  /** Days between drills; 0 for none. */
  readonly drillEvery: number
}

const place = 'backup_setting.passphrase'
const row = 'installation'

const usual: BackupSettings = {
  enabled: true,
  daily: '02:30',
  folder: '',
  second: '',
  keepDaily: 7,
  keepWeekly: 5,
  keepMonthly: 12,
  drillEvery: 7,
}

/** The settings in force, with the passphrase as it is sealed. */
export const readBackupSettings = async (
  tx: Transaction,
): Promise<{ readonly settings: BackupSettings; readonly passphrase: string | undefined }> => {
  const [found] = await tx.rows<{ settings: Partial<BackupSettings>; passphrase: string | null }>(
    'select settings, passphrase from backup_setting where name = $1',
    [row],
  )
  return { settings: { ...usual, ...found?.settings }, passphrase: found?.passphrase ?? undefined }
}

/** The passphrase itself, for taking and opening backups on this installation. */
export const openPassphrase = (secrets: SecretBox, sealed: string | undefined): string | undefined =>
  sealed === undefined ? undefined : secrets.open(place, sealed)

/** Where backups lie. */
export const backupFolder = (settings: BackupSettings, dataDir: string): string =>
  settings.folder === '' ? join(resolve(dataDir), 'backups') : settings.folder

const counts = ['keepDaily', 'keepWeekly', 'keepMonthly', 'drillEvery'] as const
const folders = ['folder', 'second'] as const

const problemsOf = (input: JsonObject): FieldProblem[] => {
  const { daily, enabled, passphrase } = input
  const problems: FieldProblem[] = []
  if (enabled !== undefined && typeof enabled !== 'boolean')
    problems.push(fieldProblem('enabled', '应为是或否', 'must be true or false'))
  if (daily !== undefined && (typeof daily !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(daily)))
    problems.push(fieldProblem('daily', '请填写时间，如 02:30', 'must be a time of day such as 02:30'))
  for (const name of folders) {
    const value = input[name]
    if (value === undefined || value === '') continue
    if (typeof value !== 'string' || value.length > 500 || !isAbsolute(value) || value.includes('\u0000'))
      problems.push(fieldProblem(name, '请填写服务器上的完整路径', 'must be a full path on the server'))
  }
  for (const name of counts) {
    const value = input[name]
    if (value !== undefined && !(typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 366))
      problems.push(fieldProblem(name, '应为 0 到 366 的整数', 'must be a whole number from 0 to 366'))
  }
  if (
    passphrase !== undefined &&
    passphrase !== '' &&
    !(typeof passphrase === 'string' && passphrase.length >= 12 && passphrase.length <= 200)
  )
    problems.push(fieldProblem('passphrase', '备份口令至少 12 个字符', 'needs at least 12 characters'))
  return problems
}

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value)

/** Changes the settings; a passphrase that is not given stays. It is noted that they were changed, never to which passphrase. */
export const saveBackupSettings = async (work: Work, input: JsonObject): Promise<void> => {
  const problems = problemsOf(input)
  if (problems.length > 0) throw invalid('备份设置有误，未保存', 'The settings were not saved', problems)
  const before = await readBackupSettings(work.tx)
  const given = Object.fromEntries(
    Object.keys(usual).flatMap((name) => (input[name] === undefined ? [] : [[name, trimmed(input[name])]])),
  )
  const settings = { ...before.settings, ...given }
  const passphrase =
    typeof input['passphrase'] === 'string' && input['passphrase'] !== ''
      ? work.secrets.seal(place, input['passphrase'])
      : before.passphrase
  await work.tx.query(
    `insert into backup_setting (name, settings, passphrase, updated_at, updated_by) values ($1, $2, $3, $4, $5)
     on conflict (name) do update set settings = excluded.settings, passphrase = excluded.passphrase,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [row, JSON.stringify(settings), passphrase ?? null, work.clock.now(), work.actor.name],
  )
  audit(work, {
    action: 'update',
    type: 'backupSettings',
    record: work.company,
    label: '备份设置',
    before: before.settings,
    after: { ...settings, passphraseChanged: passphrase !== before.passphrase },
  })
}
