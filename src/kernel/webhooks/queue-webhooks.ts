import { newId } from '../../base/id.ts'
import { rightsOf } from '../access/rights.ts'
import type { Work } from '../posting/work.ts'

interface Listening {
  readonly id: string
  readonly events: readonly string[]
}

interface Changed {
  readonly id: string
  readonly event: string
  readonly type: string
  readonly label: string
}

/**
 * Puts the changes of committed audit rows before the webhooks that listen to them. Called by the follow-up of the trail, in
 * its transaction: each change is put once, however often a process dies in between.
 */
export const queueWebhooks = async (work: Work, auditIds: readonly string[]): Promise<void> => {
  const [listening, changes] = await Promise.all([
    work.tx.rows<Listening>(`select id, events from webhook where company_id = $1 and enabled`, [work.company]),
    work.tx.rows<Changed>(
      `select id, type || '.' || action as event, type, label from audit where company_id = $1 and id = any($2::uuid[]) order by id`,
      [work.company, auditIds],
    ),
  ])
  const { documents, entities } = work.installed.catalogue
  const due = listening.flatMap(({ id: webhook, events }) => {
    const wants = rightsOf(events)
    return changes
      .filter(({ type, event }) => (documents.has(type) || entities.has(type)) && wants(event))
      .map((change) => ({ webhook, ...change }))
  })
  if (due.length === 0) return
  await work.tx.query(
    `insert into webhook_delivery (company_id, id, webhook_id, audit_id, event, label, state, next_at, at)
     select $1, r.id, r.webhook, r.audit, r.event, r.label, 'waiting', now(), $2
     from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[]) as r(id, webhook, audit, event, label)`,
    [
      work.company,
      work.clock.now(),
      due.map(() => newId<'webhookDelivery'>()),
      due.map((one) => one.webhook),
      due.map((one) => one.id),
      due.map((one) => one.event),
      due.map((one) => one.label),
    ],
  )
}
