import { newId } from '../../base/id.ts'
import { Decimal } from '../../base/decimal.ts'
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

const plain = (_key: string, value: unknown) => (Decimal.isDecimal(value) ? value.toString() : value)

const asJson = (value: unknown) => (value === undefined ? null : JSON.stringify(value, plain))

/** Writes who changed what, before and after. Rows are chained by hash in commit order by the follow-up. */
export const auditAll = (work: Work, changes: readonly Change[]): void => {
  if (changes.length === 0) return
  const ids = changes.map(() => newId<'audit'>())
  const at = work.clock.now()
  work.tx.send(
    `insert into audit (company_id, id, at, actor, action, type, record_id, label, before, after)
     select $1, r.id, $2, $3, r.action, r.type, r.record, r.label, r.before, r.after
     from unnest($4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::jsonb[], $10::jsonb[])
       as r(id, action, type, record, label, before, after)`,
    [
      work.company,
      at,
      work.actor.name,
      ids,
      changes.map((change) => change.action),
      changes.map((change) => change.type),
      changes.map((change) => change.record),
      changes.map((change) => change.label),
      changes.map((change) => asJson(change.before)),
      changes.map((change) => asJson(change.after)),
    ],
  )
  work.tx.send(
    `insert into follow_up (company_id, id, kind, subject, at)
     select $1, r.id, 'audit', r.subject, $2 from unnest($3::uuid[], $4::uuid[]) as r(id, subject)`,
    [work.company, at, changes.map(() => newId<'followUp'>()), ids],
  )
}

export const audit = (work: Work, change: Change): void => auditAll(work, [change])
