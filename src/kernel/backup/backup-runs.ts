import type { Pool } from 'pg'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'

export type RunKind = 'backup' | 'drill'

/** A backup or a drill as it is answered. */
export interface RunView {
  readonly id: string
  readonly kind: RunKind
  readonly reason: 'schedule' | 'asked' | 'upgrade' | 'command'
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly actor: string
  readonly createdAt: Date
  readonly endedAt: Date | null
  readonly file: string | null
  readonly size: string | null
  readonly outcome: { readonly [name: string]: Json } | null
  readonly error: string | null
}

const columns = `id, kind, reason, state, actor, created_at as "createdAt", ended_at as "endedAt", file, size, outcome, error`

/** A run that has not been heard of for so long belongs to a process that is gone. */
const deadAfterSeconds = 120

/** The newest runs. */
export const listRuns = (tx: Transaction, limit = 60): Promise<RunView[]> =>
  tx.rows<RunView>(`select ${columns} from backup_run order by created_at desc, id desc limit $1`, [limit])

/** The newest run of a kind that came to a good end. */
export const lastDone = async (tx: Transaction, kind: RunKind): Promise<RunView | undefined> => {
  const rows = await tx.rows<RunView>(
    `select ${columns} from backup_run where kind = $1 and state = 'done' order by created_at desc, id desc limit 1`,
    [kind],
  )
  return rows[0]
}

export interface NewRun {
  readonly kind: RunKind
  readonly reason: RunView['reason']
  readonly actor: string
  /** The day it is for, so that a schedule starts one a day, whichever process looks first. */
  readonly dueOn?: CalendarDate
}

/** Puts a run in the queue. Answers its id, or undefined when the day has one already. */
export const enqueueRun = async (tx: Transaction, run: NewRun, at: Date): Promise<string | undefined> => {
  const id = newId<'backupRun'>()
  const { rowCount } = await tx.query(
    `insert into backup_run (id, kind, reason, due_on, state, actor, created_at) values ($1, $2, $3, $4, 'waiting', $5, $6)
     on conflict do nothing`,
    [id, run.kind, run.reason, run.dueOn ?? null, run.actor, at],
  )
  return rowCount === 1 ? id : undefined
}

/** Whether one of a kind waits or runs. */
export const isUnderWay = async (tx: Transaction, kind: RunKind): Promise<boolean> =>
  (await tx.rows(`select 1 from backup_run where kind = $1 and state in ('waiting', 'running') limit 1`, [kind]))
    .length > 0

/** Gives up runs whose process died, and takes the next that waits. One runs at a time, whichever process has it. */
export const takeRun = (pool: Pool): Promise<Pick<RunView, 'id' | 'kind' | 'actor' | 'reason'> | undefined> =>
  inTransaction(pool, {}, async (tx) => {
    await tx.query(
      `update backup_run set state = 'failed', ended_at = now(), error = '中途停止 interrupted'
       where state = 'running' and beat_at < now() - make_interval(secs => $1)`,
      [deadAfterSeconds],
    )
    const rows = await tx.rows<Pick<RunView, 'id' | 'kind' | 'actor' | 'reason'>>(
      `update backup_run set state = 'running', beat_at = now() where id = (
         select id from backup_run w where state = 'waiting'
           and not exists (select 1 from backup_run r where r.state = 'running')
         order by created_at, id limit 1 for update skip locked)
       returning id, kind, actor, reason`,
    )
    return rows[0]
  })

/** Shows that whoever runs it is alive. */
export const beat = (pool: Pool, id: string): Promise<unknown> =>
  inTransaction(pool, {}, (tx) => tx.query('update backup_run set beat_at = now() where id = $1', [id]))

/** What came of a run. */
export interface RunEnd {
  readonly file?: string
  readonly size?: number
  readonly outcome?: Json
  /** What went wrong; of a run that is done, what went wrong beside it. */
  readonly error?: string
}

export const endRun = (pool: Pool, id: string, state: 'done' | 'failed', end: RunEnd): Promise<unknown> =>
  inTransaction(pool, {}, (tx) =>
    tx.query(
      'update backup_run set state = $2, ended_at = now(), file = $3, size = $4, outcome = $5, error = $6 where id = $1',
      [
        id,
        state,
        end.file ?? null,
        end.size ?? null,
        JSON.stringify(end.outcome ?? null),
        end.error?.slice(0, 1000) ?? null,
      ],
    ),
  )

/** When the schedule's last try for a day failed; undefined when none did. */
export const failedAt = async (tx: Transaction, kind: RunKind, dueOn: CalendarDate): Promise<Date | undefined> => {
  const [row] = await tx.rows<{ at: Date }>(
    `select ended_at as at from backup_run where kind = $1 and due_on = $2 and state = 'failed' order by ended_at desc limit 1`,
    [kind, dueOn],
  )
  return row?.at
}
