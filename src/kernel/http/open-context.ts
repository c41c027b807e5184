import type { Pool } from 'pg'
import type { Clock } from '../../base/clock.ts'
import { openAccounts } from '../access/accounts.ts'
import { openBackupWatch } from '../backup/backup-watch.ts'
import { recentLog } from '../diagnostics/recent-log.ts'
import { createPool, traitsOf } from '../database/pool.ts'
import type { Installed } from '../documents/installed.ts'
import { openDeliverer } from '../notices/deliverer.ts'
import { openWatcher } from '../watch/watcher.ts'
import { openWebhookSender } from '../webhooks/webhook-sender.ts'
import type { CompanyWorker } from '../jobs/company-worker.ts'
import { openEventHub } from '../jobs/event-hub.ts'
import type { EventHub, HubEvent } from '../jobs/event-hub.ts'
import { openFollowUps } from '../jobs/follow-ups.ts'
import type { FollowUps } from '../jobs/follow-ups.ts'
import { openJobRunner } from '../jobs/job-runner.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { openScheduler } from '../jobs/scheduler.ts'
import type { Scheduler } from '../jobs/scheduler.ts'
import { openSecretBox } from '../secrets/secret-box.ts'
import type { ServerContext } from './context.ts'
import type { WorkSource } from './work.ts'

export interface OpenContext extends ServerContext {
  readonly followUps: FollowUps
  /** What carries messages out of the product: notices, webhooks. Started only where the program serves. */
  readonly senders: Pick<CompanyWorker, 'start'>
  readonly scheduler: Scheduler
  /** What another process of the program has said: something was committed there, or is to be told to who listens here. */
  readonly hear: ProcessLink
  close(): Promise<void>
}

/** What the processes of one program tell each other, so that nobody waits for the next look into the database. */
export interface ProcessLink {
  committed(company: string): void
  told(company: string, event: HubEvent): void
}

export interface ContextOptions {
  readonly pool: Pool
  readonly installed: Installed
  readonly clock: Clock
  readonly dataDir: string
  /** The keys that secrets in the database are sealed by; unset, they lie in a file of the data folder. */
  readonly secretKey?: string | undefined
  readonly version: string
  readonly log: (line: string) => void
  readonly createCompany: ServerContext['createCompany']
  /** The owner of the tables and the migrations, for backups; without them none are taken. */
  readonly backup?: { readonly owner: Pool; readonly migrationsFolder: string } | undefined
  /** Where browsers find the product. */
  readonly publicUrl?: string | undefined
  /** Whether webhooks may reach addresses of private networks. */
  readonly allowPrivateWebhooks?: boolean | undefined
  /** The other processes of the program, where there are some. */
  readonly others?: ProcessLink | undefined
  /** A process that only answers leaves what follows commits, jobs and messages to the one that is linked. */
  readonly answersOnly?: boolean | undefined
}

/** Another small pool to the same database as the same role. */
const poolBeside = (pool: Pool, max: number): Pool => {
  const { role, prepare } = traitsOf(pool)
  return createPool({
    ...pool.options,
    password: pool.options.password,
    max,
    prepare,
    ...(role === undefined ? {} : { role }),
  })
}

/** The hub of this process, which passes on what is told here. */
const linkedHub = (own: EventHub, others: ProcessLink | undefined): EventHub => ({
  ...own,
  tell: (company, event) => {
    own.tell(company, event)
    others?.told(company, event)
  },
})

/** Jobs are run elsewhere: whoever looks after them wakes up by the commit that asks for one. */
const withoutRunning = (jobs: JobRunner): JobRunner => ({ ...jobs, start: () => {}, wake: () => {} })

/** Opens everything that routes work with, on a pool of the application's. */
export const openContext = (options: ContextOptions): OpenContext => {
  const writingPool = poolBeside(options.pool, Math.ceil((options.pool.options.max ?? 20) / 2))
  const apartPool = poolBeside(options.pool, 4)
  const elsewherePool = poolBeside(options.pool, 4)
  const accounts = openAccounts(options.pool)
  const recent = recentLog(options.log)
  const { others, answersOnly = false } = options
  const hub = openEventHub(options.pool)
  const events = linkedHub(hub, others)
  const woken: { followUps?: FollowUps; senders: readonly CompanyWorker[] } = { senders: [] }
  const wake = (company: string): void => {
    woken.followUps?.wake(company)
    hub.wake(company)
    for (const sender of woken.senders) sender.wake(company)
  }
  const source: WorkSource = {
    pool: options.pool,
    writingPool,
    apartPool,
    elsewherePool,
    installed: options.installed,
    clock: options.clock,
    dataDir: options.dataDir,
    secrets: openSecretBox(options.dataDir, options.secretKey),
    committed: (company) => {
      wake(company)
      others?.committed(company)
    },
  }
  const followUps = openFollowUps(source, recent.log)
  if (!answersOnly) woken.followUps = followUps
  const senders = [
    openDeliverer(source, recent.log),
    openWebhookSender(source, recent.log, options.allowPrivateWebhooks === true),
    openWatcher(source, options.publicUrl, recent.log),
  ]
  const backups =
    options.backup === undefined || answersOnly
      ? undefined
      : openBackupWatch({ source, ...options.backup, program: options.version, log: recent.log })
  const runner = openJobRunner(source, events, recent.log)
  const jobs = answersOnly ? withoutRunning(runner) : runner
  const scheduler = openScheduler(source, () => jobs.wake(), recent.log)
  return {
    ...source,
    accounts,
    backups,
    events,
    jobs,
    followUps,
    senders: {
      start: () => {
        // Only a program that serves sends; commands and tests that do not ask for it stay silent.
        woken.senders = senders
        for (const sender of senders) sender.start()
      },
    },
    scheduler,
    hear: {
      committed: (company) => {
        wake(company)
        jobs.wake()
      },
      told: (company, event) => hub.tell(company, event),
    },
    version: options.version,
    log: recent.log,
    recentLines: recent.lines,
    publicUrl: options.publicUrl,
    reachesInside: options.allowPrivateWebhooks === true,
    createCompany: options.createCompany,
    close: async () => {
      events.close()
      await scheduler.stop()
      await backups?.stop()
      await jobs.stop()
      await followUps.stop()
      await Promise.all(senders.map((sender) => sender.stop()))
      await Promise.all([writingPool.end(), apartPool.end(), elsewherePool.end(), accounts.close()])
    },
  }
}
