import type { Json } from '../../base/json.ts'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import { actorOf, callerInCompany } from '../access/caller.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'
import { systemActor } from '../access/system-actor.ts'
import { englishOf } from '../definition/define.ts'
import { notFound, Problem } from '../definition/problem.ts'
import type { Progress } from '../documents/installed.ts'
import { bodyOf, problemOf } from '../http/problem-body.ts'
import { inWork } from '../http/work.ts'
import type { Acting, WorkSource } from '../http/work.ts'
import { notify } from '../notices/notify.ts'
import type { Actor, Work } from '../posting/work.ts'
import type { EventHub } from './event-hub.ts'

/** A job as it is answered. */
export interface JobView {
  readonly id: string
  readonly process: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress: number
  readonly total: number
  readonly note: string | null
  readonly result: Json
  readonly error: Json
  readonly createdAt: Date
  readonly endedAt: Date | null
}

interface TakenJob {
  readonly company_id: Id<'company'>
  readonly id: string
  readonly process: string
  readonly parameters: Json
  readonly actor: string
}

/** Runs one kind of job: `inWork` opens a transaction a step. */
export type JobRun = (
  parameters: Json,
  inSteps: <T>(step: (work: Work) => Promise<T>) => Promise<T>,
  progress: Progress,
) => Promise<Json>

export interface JobRunner {
  /** Adds a kind of job beside the processes. */
  register(name: string, run: JobRun): void
  start(): void
  wake(): void
  stop(): Promise<void>
  /** Runs what waits until nothing does; for commands and tests. */
  drain(): Promise<void>
}

const beatMilliseconds = 5000
/** A running job that has not been heard of for so long belongs to a process that is gone, and is taken over. */
const deadAfterSeconds = 30

const columns = `id, process, state, progress, total, note, result, error, created_at as "createdAt", ended_at as "endedAt"`

/** Puts a job in the queue, in the transaction that asks for it. */
export const enqueue = async (tx: Transaction, acting: Acting, process: string, parameters: Json): Promise<string> => {
  const id = newId<'job'>()
  await tx.query(
    `insert into job (company_id, id, process, parameters, actor, created_at) values ($1, $2, $3, $4, $5, now())`,
    [acting.company, id, process, JSON.stringify(parameters), acting.actor.id],
  )
  return id
}

/** One job of a company. */
export const readJob = async (tx: Transaction, company: string, id: string): Promise<JobView> => {
  const rows = await tx.rows<JobView>(`select ${columns} from job where company_id = $1 and id::text = $2`, [
    company,
    id,
  ])
  if (rows[0] === undefined) throw notFound('没有这个任务', 'There is no such job')
  return rows[0]
}

/** The newest jobs of a company. */
export const listJobs = (tx: Transaction, company: string): Promise<JobView[]> =>
  tx.rows<JobView>(`select ${columns} from job where company_id = $1 order by id desc limit 50`, [company])

/** Asks a job to stop; it does at its next step. */
export const cancelJob = async (tx: Transaction, company: string, id: string): Promise<void> => {
  await readJob(tx, company, id)
  await tx.query(
    `update job set cancelled = true, state = case when state = 'waiting' then 'cancelled' else state end,
       ended_at = case when state = 'waiting' then now() end
     where company_id = $1 and id::text = $2 and state in ('waiting', 'running')`,
    [company, id],
  )
}

const take = (source: WorkSource): Promise<TakenJob | undefined> =>
  inTransaction(source.pool, {}, async (tx) => {
    const rows = await tx.rows<TakenJob>(
      `update job set state = 'running', started_at = coalesce(started_at, now()), beat_at = now()
       where (company_id, id) in (
         select company_id, id from job where (state = 'waiting' or (state = 'running' and beat_at < now() - make_interval(secs => $1)))
         order by created_at limit 1 for update skip locked)
       returning company_id, id, process, parameters, actor`,
      [deadAfterSeconds],
    )
    return rows[0]
  })

/** Opens the queue of long work. Any number of processes may take from it; one that dies is replaced by another. */
export const openJobRunner = (source: WorkSource, events: EventHub, log: (line: string) => void): JobRunner => {
  const others = new Map<string, JobRun>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let stopping = false

  const write = (job: TakenJob, set: string, values: readonly unknown[]) =>
    inTransaction(source.pool, {}, (tx) =>
      tx.query(`update job set ${set} where company_id = $1 and id = $2`, [job.company_id, job.id, ...values]),
    )

  const tell = (job: TakenJob, state: string, more: Readonly<Record<string, Json>> = {}) =>
    events.tell(job.company_id, { name: 'job', data: { id: job.id, process: job.process, state, ...more } })

  const isCancelled = (job: TakenJob): Promise<boolean> =>
    inTransaction(source.pool, { readOnly: true }, async (tx) => {
      const rows = await tx.rows<{ cancelled: boolean }>(
        `select cancelled from job where company_id = $1 and id = $2`,
        [job.company_id, job.id],
      )
      return rows[0]?.cancelled !== false
    })

  const progressOf = (job: TakenJob): Progress => {
    let toldAt = 0
    return {
      report: async (done, total, note) => {
        if (Date.now() - toldAt < 200 && done < total) return
        toldAt = Date.now()
        await write(job, 'progress = $3, total = $4, note = $5, beat_at = now()', [done, total, note ?? null])
        tell(job, 'running', { progress: done, total, note: note ?? null })
      },
      cancelled: () => isCancelled(job),
    }
  }

  const runOf = (job: TakenJob): JobRun => {
    const other = others.get(job.process)
    if (other !== undefined) return other
    const process = source.installed.processes.get(job.process)
    if (process === undefined) throw notFound(`没有处理“${job.process}”`, `There is no process ${job.process}`)
    return (parameters, inSteps, progress) =>
      process.run(parameters as Parameters<typeof process.run>[0], inSteps, progress)
  }

  const actorFor = async (job: TakenJob): Promise<Actor> => {
    if (job.actor === systemActor.id) return systemActor
    const caller = await callerInCompany(source.pool, job.actor, job.company_id)
    if (caller === undefined) throw new Problem('forbidden', { zh: '发起人已不存在', en: 'Whoever started it is gone' })
    return actorOf(caller)
  }

  const execute = async (job: TakenJob): Promise<Json> => {
    const acting = { company: job.company_id, actor: await actorFor(job) }
    const steps = async <T>(step: (work: Work) => Promise<T>): Promise<T> => {
      if (stopping) throw new Error('the program is stopping')
      return inWork(source, acting, step)
    }
    return runOf(job)(job.parameters, steps, progressOf(job))
  }

  /** Nobody waits for what runs by itself, so whoever may run it is told. */
  const tellOfFailure = (job: TakenJob, problem: Problem): Promise<void> =>
    inWork(source, { company: job.company_id, actor: systemActor }, async (work) => {
      const process = source.installed.catalogue.processes.get(job.process)
      notify(work, {
        to: { right: `process.${job.process}` },
        key: `jobFailed/${job.id}`,
        text: {
          zh: `定时任务“${process?.label ?? job.process}”未完成：${problem.text.zh}`,
          en: `${process === undefined ? job.process : englishOf(process)} did not finish: ${problem.text.en}`,
        },
      })
    })

  const runOne = async (job: TakenJob): Promise<void> => {
    const beat = setInterval(() => void write(job, 'beat_at = now()', []).catch(() => {}), beatMilliseconds)
    tell(job, 'running')
    try {
      const result = await execute(job)
      const state = (await isCancelled(job)) ? 'cancelled' : 'done'
      await write(job, `state = $3, result = $4, ended_at = now()`, [state, JSON.stringify(result ?? null)])
      tell(job, state)
    } catch (error) {
      // What stops with the program is taken up again by the next one.
      if (stopping) return
      const problem = problemOf(error, source.installed.catalogue)
      if (problem === undefined)
        log(
          `job ${job.process} ${job.id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        )
      const told = problem ?? new Problem('unavailable', { zh: '处理出错，已记录', en: 'It failed; see the log' })
      await write(job, `state = 'failed', error = $3, ended_at = now()`, [
        JSON.stringify({ zh: bodyOf(told, 'zh'), en: bodyOf(told, 'en') }),
      ])
      if (job.actor === systemActor.id) await tellOfFailure(job, told)
      tell(job, 'failed')
    } finally {
      clearInterval(beat)
    }
  }

  const drain = async (): Promise<void> => {
    for (;;) {
      const job = stopping ? undefined : await take(source)
      if (job === undefined) return
      await runOne(job)
    }
  }

  const wake = () => {
    running ??= drain()
      .catch((error: unknown) => log(`the job queue cannot be read: ${String(error)}`))
      .finally(() => {
        running = undefined
      })
  }

  return {
    register: (name, run) => void others.set(name, run),
    start: () => {
      timer = setInterval(wake, 2000)
      timer.unref()
      wake()
    },
    wake,
    stop: async () => {
      stopping = true
      clearInterval(timer)
      await running
    },
    drain: async () => {
      await running
      await drain()
    },
  }
}
