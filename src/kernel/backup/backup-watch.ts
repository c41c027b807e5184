import { existsSync } from 'node:fs'
import type { Pool } from 'pg'
import type { Id } from '../../base/id.ts'
import { daysBetween } from '../../base/calendar-date.ts'
import { dateIn, defaultZone } from '../../base/clock.ts'
import { systemActor } from '../access/system-actor.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'
import { snake } from '../definition/define.ts'
import type { Message } from '../definition/problem.ts'
import type { Installed } from '../documents/installed.ts'
import { inWork } from '../http/work.ts'
import type { WorkSource } from '../http/work.ts'
import { dueDay } from '../jobs/due-day.ts'
import { notify } from '../notices/notify.ts'
import { beat, endRun, enqueueRun, failedAt, isUnderWay, lastDone, takeRun } from './backup-runs.ts'
import type { RunEnd, RunView } from './backup-runs.ts'
import { openPassphrase, readBackupSettings } from './backup-settings.ts'
import type { BackupSettings } from './backup-settings.ts'
import { runDrill } from './drill.ts'
import { makeBackup } from './make-backup.ts'
import type { BackupOutcome } from './make-backup.ts'
import type { NamedTables } from './manifest.ts'
import type { BackupKeys } from './sealed-stream.ts'

/** Takes backups and drills as they are due or asked for. Any number of processes may watch. */
export interface BackupWatch {
  start(): void
  wake(): void
  /** Puts into the queue what is due, and carries out all that waits; for commands and tests. */
  look(): Promise<void>
  stop(): Promise<void>
}

export interface BackupWatchOptions {
  readonly source: WorkSource
  /** As the owner of the tables. */
  readonly owner: Pool
  readonly migrationsFolder: string
  readonly program: string
  readonly log: (line: string) => void
}

/** How soon a backup is begun that was asked for in another process. */
const pauseMilliseconds = 10_000
const beatMilliseconds = 20_000
const retryAfterMilliseconds = 3_600_000

/** The ledgers of the product and the trail, by their tables. */
export const ledgersOf = (installed: Installed): readonly NamedTables[] => [
  ...[...installed.catalogue.ledgers.values()].map(({ name, label }) => ({
    name,
    label,
    tables: [`${snake(name)}_entry`],
  })),
  { name: 'audit', label: '操作日志', tables: ['audit', 'audit_chain'] },
]

const zoneOf = async (tx: Transaction): Promise<string> => {
  const [row] = await tx.rows<{ zone: string }>('select zone from company_directory order by code limit 1')
  return row?.zone ?? defaultZone
}

const failureText: Readonly<Record<RunView['kind'], (why: string) => Message>> = {
  backup: (why) => ({ zh: `备份失败：${why}`, en: `The backup failed: ${why}` }),
  drill: (why) => ({ zh: `恢复演练未通过：${why}`, en: `The restore drill failed: ${why}` }),
}

/** Opens the watch over backups and drills. */
export const openBackupWatch = ({ source, owner, migrationsFolder, program, log }: BackupWatchOptions): BackupWatch => {
  const ledgers = ledgersOf(source.installed)
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let stopping = false

  const read = () => inTransaction(source.pool, { readOnly: true }, readBackupSettings)

  const keysOf = (sealed: string | undefined): BackupKeys => ({
    passphrase: openPassphrase(source.secrets, sealed),
    instance: source.secrets.keys(),
  })

  const enqueueDue = async (settings: BackupSettings): Promise<void> => {
    const now = source.clock.now()
    await inTransaction(source.pool, {}, async (tx) => {
      const zone = await zoneOf(tx)
      const dueOn = dueDay(now, zone, settings.daily)
      const failed = await failedAt(tx, 'backup', dueOn)
      const rests = failed !== undefined && Date.now() - failed.getTime() < retryAfterMilliseconds
      if (settings.enabled && !rests && !(await isUnderWay(tx, 'backup')))
        await enqueueRun(tx, { kind: 'backup', reason: 'schedule', actor: systemActor.name, dueOn }, now)
      const [backup, drill] = [await lastDone(tx, 'backup'), await lastDone(tx, 'drill')]
      if (settings.drillEvery === 0 || backup === undefined || (await isUnderWay(tx, 'drill'))) return
      const since = drill === undefined ? undefined : daysBetween(dateIn(drill.createdAt, zone), dueOn)
      if (since !== undefined && since < settings.drillEvery) return
      if ((await failedAt(tx, 'drill', dueOn)) === undefined)
        await enqueueRun(tx, { kind: 'drill', reason: 'schedule', actor: systemActor.name, dueOn }, now)
    })
  }

  /** Everyone who looks after backups is told, in every company. */
  const tell = async (run: Pick<RunView, 'id' | 'kind'>, why: string): Promise<void> => {
    const companies = await inTransaction(source.pool, { readOnly: true }, (tx) =>
      tx.rows<{ company_id: Id<'company'> }>('select company_id from company_directory'),
    )
    for (const { company_id: company } of companies) {
      await inWork(source, { company, actor: systemActor }, async (work) => {
        const text = failureText[run.kind](why)
        notify(work, { to: { right: 'backup.read' }, key: `backupFailed/${run.id}`, text })
      })
    }
  }

  const backUp = async (): Promise<RunEnd> => {
    const { settings, passphrase } = await read()
    const from = { owner, dataDir: source.dataDir, migrationsFolder, program, keys: keysOf(passphrase) }
    const { file, size, outcome, trouble } = await makeBackup(from, settings, ledgers, new Date())
    return { file, size, outcome, ...(trouble === undefined ? {} : { error: trouble }) }
  }

  const drill = async (): Promise<RunEnd> => {
    const [{ passphrase }, backup] = await Promise.all([
      read(),
      inTransaction(source.pool, { readOnly: true }, (tx) => lastDone(tx, 'backup')),
    ])
    const file = backup?.file ?? ''
    if (backup === undefined || !existsSync(file)) throw new Error('there is no backup to bring back')
    const recorded = backup.outcome as BackupOutcome
    const known = { file, bytes: recorded.bytes, recorded: recorded.ledgers }
    const outcome = await runDrill(source.dataDir, known, keysOf(passphrase), ledgers)
    const wrong = ledgers.filter(({ name }) => outcome.ledgers[name] !== true).map(({ label }) => label)
    if (!outcome.trail) wrong.push('操作日志的哈希链')
    return {
      file,
      outcome,
      ...(wrong.length === 0 ? {} : { error: `与备份时不一致：${wrong.join('、')}` }),
    }
  }

  const carryOut = async (run: Pick<RunView, 'id' | 'kind'>): Promise<void> => {
    const beating = setInterval(() => void beat(source.pool, run.id).catch(() => {}), beatMilliseconds)
    try {
      const end = await (run.kind === 'backup' ? backUp() : drill())
      const state = run.kind === 'drill' && end.error !== undefined ? 'failed' : 'done'
      await endRun(source.pool, run.id, state, end)
      if (end.error !== undefined) await tell(run, end.error)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      log(`${run.kind} failed: ${why}`)
      await endRun(source.pool, run.id, 'failed', { error: why })
      await tell(run, why)
    } finally {
      clearInterval(beating)
    }
  }

  const lookOnce = async (): Promise<void> => {
    for (;;) {
      // Asked anew after each: a backup that was made may be due to be brought back.
      await enqueueDue((await read()).settings)
      const run = stopping ? undefined : await takeRun(source.pool)
      if (run === undefined) return
      await carryOut(run)
    }
  }

  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = undefined
    })
    return looking
  }
  const wake = () => void look().catch((error: unknown) => log(`backups cannot be looked at: ${String(error)}`))

  return {
    start: () => {
      timer = setInterval(wake, pauseMilliseconds)
      timer.unref()
      wake()
    },
    wake,
    look,
    stop: async () => {
      stopping = true
      clearInterval(timer)
      await looking?.catch(() => {})
    },
  }
}
