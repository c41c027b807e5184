import type { Pool } from 'pg'
import type { Clock } from '../../base/clock.ts'
import { openAccounts } from '../access/accounts.ts'
import { createPool, traitsOf } from '../database/pool.ts'
import type { Installed } from '../documents/installed.ts'
import { openDeliverer } from '../notices/deliverer.ts'
import type { Deliverer } from '../notices/deliverer.ts'
import { openEventHub } from '../jobs/event-hub.ts'
import { openFollowUps } from '../jobs/follow-ups.ts'
import type { FollowUps } from '../jobs/follow-ups.ts'
import { openJobRunner } from '../jobs/job-runner.ts'
import { openScheduler } from '../jobs/scheduler.ts'
import type { Scheduler } from '../jobs/scheduler.ts'
import type { ServerContext } from './context.ts'
import type { WorkSource } from './work.ts'

export interface OpenContext extends ServerContext {
  readonly followUps: FollowUps
  readonly deliverer: Deliverer
  readonly scheduler: Scheduler
  close(): Promise<void>
}

export interface ContextOptions {
  readonly pool: Pool
  readonly installed: Installed
  readonly clock: Clock
  readonly dataDir: string
  readonly version: string
  readonly log: (line: string) => void
  readonly createCompany: ServerContext['createCompany']
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

/** Opens everything that routes work with, on a pool of the application's. */
export const openContext = (options: ContextOptions): OpenContext => {
  const apartPool = poolBeside(options.pool, 4)
  const elsewherePool = poolBeside(options.pool, 4)
  const accounts = openAccounts(options.pool)
  const events = openEventHub(options.pool)
  const woken: { followUps?: FollowUps; deliverer?: Deliverer } = {}
  const source: WorkSource = {
    pool: options.pool,
    apartPool,
    elsewherePool,
    installed: options.installed,
    clock: options.clock,
    dataDir: options.dataDir,
    committed: (company) => {
      woken.followUps?.wake(company)
      events.wake(company)
      woken.deliverer?.wake(company)
    },
  }
  const followUps = openFollowUps(source, options.log)
  woken.followUps = followUps
  const deliverer = openDeliverer(source, options.log)
  const jobs = openJobRunner(source, events, options.log)
  const scheduler = openScheduler(source, () => jobs.wake(), options.log)
  return {
    ...source,
    accounts,
    events,
    jobs,
    followUps,
    deliverer: {
      ...deliverer,
      start: () => {
        // Only a program that serves sends; commands and tests that do not ask for it stay silent.
        woken.deliverer = deliverer
        deliverer.start()
      },
    },
    scheduler,
    version: options.version,
    createCompany: options.createCompany,
    close: async () => {
      events.close()
      await scheduler.stop()
      await jobs.stop()
      await followUps.stop()
      await deliverer.stop()
      await Promise.all([apartPool.end(), elsewherePool.end(), accounts.close()])
    },
  }
}
