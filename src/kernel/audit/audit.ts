import { newId } from '../../base/id.ts'
import type { Work } from '../posting/work.ts'

export interface Change {
  readonly action: string
  readonly type: string
  readonly record: string
  /** The number or code and name, so that the trail can be read when the record is gone. */
  readonly label: string
  readonly before?: unknown
  readonly after?: unknown
}

// Decimals and moments write themselves as text.
const asJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

type AuditRow = readonly [id: string, ...values: (string | null)[]]

/** What a unit of work has changed so far; it is written in one go when it commits, or when there is much of it. */
const gathered = new WeakMap<Work, AuditRow[]>()

const write = (work: Work, rows: readonly AuditRow[]): void => {
  const at = work.clock.now()
  const column = (index: number) => rows.map((row) => row[index] ?? null)
  work.tx.send(
    `with noted as (
       insert into audit (company_id, id, at, actor, action, type, record_id, label, before, after)
       select $1, r.id, $2, $3, r.action, r.type, r.record, r.label, r.before, r.after
       from unnest($4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::jsonb[], $10::jsonb[])
         as r(id, action, type, record, label, before, after))
     insert into follow_up (company_id, id, kind, subject, at)
     select $1, r.id, 'audit', r.subject, $2 from unnest($11::uuid[], $4::uuid[]) as r(id, subject)`,
    [work.company, at, work.actor.name, ...[0, 1, 2, 3, 4, 5, 6].map(column), rows.map(() => newId<'followUp'>())],
  )
}

const gatheredOf = (work: Work): AuditRow[] => {
  const known = gathered.get(work)
  if (known !== undefined) return known
  const rows: AuditRow[] = []
  gathered.set(work, rows)
  work.tx.beforeCommit(() => {
    if (rows.length > 0) write(work, rows.splice(0))
  })
  return rows
}

/** So many are written while more is done: at the end of long work the database would have to do all of it at once. */
const much = 1000

/**
 * Notes who changed what, before and after; written as the work commits, and chained by hash in commit order by the
 * follow-up.
 */
export const auditAll = (work: Work, changes: readonly Change[]): void => {
  if (changes.length === 0) return
  const rows = gatheredOf(work)
  rows.push(
    ...changes.map((change): AuditRow => [
      newId<'audit'>(),
      change.action,
      change.type,
      change.record,
      change.label,
      asJson(change.before),
      asJson(change.after),
    ]),
  )
  if (rows.length >= much) write(work, rows.splice(0))
}

export const audit = (work: Work, change: Change): void => auditAll(work, [change])
