import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Id } from '../../base/id.ts'
import { escalateOverdue } from '../approvals/escalate.ts'
import { systemActor } from '../access/system-actor.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'
import type { AnyProcess } from '../definition/report.ts'
import { readParameters } from '../http/parameters.ts'
import { inWork } from '../http/work.ts'
import type { WorkSource } from '../http/work.ts'
import type { Work } from '../posting/work.ts'
import { remindOfTasks } from '../talk/tasks.ts'
import { queueSubscriptions } from '../watch/subscriptions.ts'
import { dueDay } from './due-day.ts'
import { enqueue } from './job-runner.ts'

/** Starts what runs by itself. Any number of processes may watch; each day of a process is started by one of them. */
export interface Scheduler {
  start(): void
  /** Looks now; answers how many jobs it put into the queue. */
  look(): Promise<number>
  stop(): Promise<void>
}

/** A scheduled process as it is answered: when it ran last, what came of it. */
export interface ScheduleView {
  readonly process: string
  readonly daily: string
  readonly last: {
    readonly dueOn: CalendarDate
    readonly job: string
    readonly state: string | null
    readonly startedAt: Date | null
    readonly endedAt: Date | null
  } | null
}

interface DirectoryRow {
  readonly company_id: Id<'company'>
  readonly zone: string
}

const pauseMilliseconds = 20_000

/**
 * Puts one job in the queue for a day, unless this day or a later one has been started, or the process still runs: then the
 * next look does. Days that were missed are made up for by this one job.
 */
const startFor = async (work: Work, process: AnyProcess, day: CalendarDate): Promise<'started' | 'done' | 'later'> => {
  const [runs, running] = await Promise.all([
    work.tx.rows(`select 1 from schedule_run where company_id = $1 and process = $2 and due_on >= $3 limit 1`, [
      work.company,
      process.name,
      day,
    ]),
    work.tx.rows(
      `select 1 from job where company_id = $1 and process = $2 and state in ('waiting', 'running') limit 1`,
      [work.company, process.name],
    ),
  ])
  if (runs.length > 0) return 'done'
  if (running.length > 0) return 'later'
  const parameters = await readParameters(work, process.parameters, {})
  const acting = { company: work.company, actor: systemActor }
  const job = await enqueue(work.tx, acting, process.name, JSON.parse(JSON.stringify(parameters)))
  const { rowCount } = await work.tx.query(
    `insert into schedule_run (company_id, process, due_on, job_id, at) values ($1, $2, $3, $4, now()) on conflict do nothing`,
    [work.company, process.name, day, job],
  )
  if (rowCount === 1) return 'started'
  // Another process was first; its job stands, this one never was.
  await work.tx.query(`delete from job where company_id = $1 and id = $2`, [work.company, job])
  return 'done'
}

/** Every scheduled process of the product with its last run in a company. */
export const listSchedules = async (
  tx: Transaction,
  company: string,
  processes: readonly AnyProcess[],
): Promise<ScheduleView[]> => {
  const rows = await tx.rows<{
    process: string
    due_on: CalendarDate
    job_id: string
    state: string | null
    started_at: Date | null
    ended_at: Date | null
  }>(
    `select distinct on (s.process) s.process, s.due_on, s.job_id, j.state, j.started_at, j.ended_at
     from schedule_run s left join job j on j.company_id = $1 and j.id = s.job_id
     where s.company_id = $1 order by s.process, s.due_on desc`,
    [company],
  )
  return processes.flatMap((process) => {
    if (process.schedule === undefined) return []
    const row = rows.find((one) => one.process === process.name)
    const last =
      row === undefined
        ? null
        : { dueOn: row.due_on, job: row.job_id, state: row.state, startedAt: row.started_at, endedAt: row.ended_at }
    return [{ process: process.name, daily: process.schedule.daily, last }]
  })
}

/** Opens the watch over what runs by itself; `wake` tells the queue that there is something in it. */
export const openScheduler = (source: WorkSource, wake: () => void, log: (line: string) => void): Scheduler => {
  const scheduled = [...source.installed.catalogue.processes.values()].filter((one) => one.schedule !== undefined)
  /** Days known to be started, so that a look at rest asks nothing of the companies. */
  const known = new Map<string, CalendarDate>()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<number> | undefined

  const lookAt = async ({ company_id: company, zone }: DirectoryRow): Promise<number> => {
    let started = 0
    for (const process of scheduled) {
      const day = dueDay(source.clock.now(), zone, process.schedule?.daily ?? '00:00')
      const key = `${company}/${process.name}`
      if (known.get(key) === day) continue
      const outcome = await inWork(source, { company, actor: systemActor }, (work) => startFor(work, process, day))
      if (outcome !== 'later') known.set(key, day)
      if (outcome === 'started') started += 1
    }
    return started
  }

  const lookAtAll = async (): Promise<number> => {
    if (scheduled.length === 0) return 0
    const companies = await inTransaction(source.pool, { readOnly: true }, (tx) =>
      tx.rows<DirectoryRow>('select company_id, zone from company_directory order by company_id'),
    )
    let started = 0
    for (const company of companies) {
      await inWork(source, { company: company.company_id, actor: systemActor }, async (work) => {
        await escalateOverdue(work)
        await remindOfTasks(work, work.clock.today(company.zone))
        await queueSubscriptions(work)
      }).catch((error: unknown) =>
        log(`what is overdue in company ${company.company_id} was not looked at: ${String(error)}`),
      )
      started += await lookAt(company).catch((error: unknown) => {
        log(`the schedule of company ${company.company_id} failed: ${String(error)}`)
        return 0
      })
    }
    if (started > 0) wake()
    return started
  }

  const look = (): Promise<number> => {
    looking ??= lookAtAll().finally(() => {
      looking = undefined
    })
    return looking
  }
  const lookQuietly = () => void look().catch((error: unknown) => log(`the schedule cannot be read: ${String(error)}`))

  return {
    start: () => {
      timer = setInterval(lookQuietly, pauseMilliseconds)
      timer.unref()
      lookQuietly()
    },
    look,
    stop: async () => {
      clearInterval(timer)
      await looking?.catch(() => {})
    },
  }
}
