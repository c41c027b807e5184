import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { conflict } from '../definition/problem.ts'
import type { Work } from '../posting/work.ts'

/** What an agent is given to print; the content is base64. */
export interface TakenJob {
  readonly id: string
  readonly printer: string
  readonly title: string
  readonly content: string
}

/** Leaves something for a printer, to be taken by the agent beside it. Answers the job's id. */
export const leaveJob = (work: Work, printer: string, title: string, content: Uint8Array): string => {
  const id = newId<'printJob'>()
  work.tx.send(
    `insert into print_job (company_id, id, printer, title, content, state, created_at, created_by)
     values ($1, $2, $3, $4, $5, 'waiting', $6, $7)`,
    [work.company, id, printer, title, Buffer.from(content).toString('base64'), work.clock.now(), work.actor.name],
  )
  return id
}

/** An agent that has said nothing for so many minutes is gone, and its job is given once more. */
const minutesHeld = 2
const mostAttempts = 3

/** Gives the oldest job of some printers to who asks; two who ask at once are given different ones. */
export const takeJob = async (work: Work, printers: readonly string[]): Promise<TakenJob | null> => {
  const now = work.clock.now()
  const rows = await work.tx.rows<TakenJob>(
    `update print_job set state = 'taken', taken_at = $3, attempts = attempts + 1
     where company_id = $1 and id = (
       select id from print_job where company_id = $1 and printer = any($2::text[]) and attempts < $5
         and (state = 'waiting' or (state = 'taken' and taken_at < $4))
       order by id limit 1 for update skip locked)
     returning id, printer, title, content`,
    [work.company, printers, now, new Date(now.getTime() - minutesHeld * 60_000), mostAttempts],
  )
  return rows[0] ?? null
}

/** Says what became of a job. One that failed waits again until it was tried often enough. */
export const finishJob = async (work: Work, id: string, error: string | null): Promise<void> => {
  const rows = await work.tx.rows<{ id: string }>(
    `update print_job set state = case when $3::text is null then 'done' when attempts < $5 then 'waiting' else 'failed' end,
       error = $3, done_at = $4, content = case when $3::text is null then '' else content end
     where company_id = $1 and id::text = $2 and state = 'taken' returning id`,
    [work.company, id, error, work.clock.now(), mostAttempts],
  )
  if (rows.length === 0) throw conflict('任务不存在，或已经结束', 'There is no such job under way')
}

/** The last jobs with what became of them. */
export const jobsJson = async (work: Work): Promise<Json> => {
  const rows = await work.tx.rows<{
    id: string
    printer: string
    title: string
    state: string
    error: string | null
    created_at: Date
    created_by: string
  }>(
    `select id, printer, title, state, error, created_at, created_by from print_job where company_id = $1 order by id desc limit 100`,
    [work.company],
  )
  return {
    rows: rows.map(({ created_at, created_by, ...row }) => ({ ...row, at: created_at.toISOString(), by: created_by })),
  }
}
