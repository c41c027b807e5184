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
export const audit = (work: Work, change: Change): void => {
  const id = newId<'audit'>()
  const at = work.clock.now()
  work.tx.send(
    `insert into audit (company_id, id, at, actor, action, type, record_id, label, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      work.company,
      id,
      at,
      work.actor.name,
      change.action,
      change.type,
      change.record,
      change.label,
      asJson(change.before),
      asJson(change.after),
    ],
  )
  work.tx.send(`insert into follow_up (company_id, id, kind, subject, at) values ($1, $2, 'audit', $3, $4)`, [
    work.company,
    newId<'followUp'>(),
    id,
    at,
  ])
}
