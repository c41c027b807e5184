import type { Json } from '../../base/json.ts'
import type { Id } from '../../base/id.ts'
import { actorOf, callerInCompany } from '../access/caller.ts'
import { inTransaction } from '../database/transaction.ts'
import { kebab } from '../definition/define.ts'
import { loadRecords } from '../documents/load.ts'
import { recordJson } from '../documents/record-json.ts'
import { inWork } from '../http/work.ts'
import type { WorkSource } from '../http/work.ts'
import { openCompanyWorker } from '../jobs/company-worker.ts'
import type { CompanyWorker } from '../jobs/company-worker.ts'
import type { Actor } from '../posting/work.ts'
import { askOutside } from './ask-outside.ts'
import { openSecret, signatureOf } from './signature.ts'

interface Due {
  readonly id: string
  readonly webhook: string
  readonly event: string
  readonly attempts: number
  readonly body: string | null
  readonly url: string
  readonly secret: string
  readonly enabled: boolean
  readonly user_id: string
  readonly type: string
  readonly action: string
  readonly record_id: string
  readonly label: string
  readonly actor: string
  readonly at: Date
}

const batchSize = 20
/** Whoever takes a message and dies leaves it to others after so long. */
const leaseSeconds = 120
/** Seconds until the next try after each failed one, about two days in all; then the message waits for someone to send it again. */
const pauses = [5, 60, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000] as const
/** A webhook that has failed for so long without one success is switched off. */
const toleranceDays = 5

const take = (source: WorkSource, company: string): Promise<Due[]> =>
  inTransaction(source.pool, { company }, (tx) =>
    tx.rows<Due>(
      `with due as (
         update webhook_delivery set state = 'sending', attempts = attempts + 1, next_at = now() + make_interval(secs => $2)
         where company_id = $1 and id in (
           select id from webhook_delivery where company_id = $1 and state in ('waiting', 'sending') and next_at <= now()
           order by next_at, id limit ${batchSize} for update skip locked)
         returning id, webhook_id, audit_id, event, attempts, body)
       select d.id, d.webhook_id as webhook, d.event, d.attempts, d.body, w.url, w.secret, w.enabled, w.user_id,
         a.type, a.action, a.record_id, a.label, a.actor, a.at
       from due d join webhook w on w.company_id = $1 and w.id = d.webhook_id
       join audit a on a.company_id = $1 and a.id = d.audit_id order by d.id`,
      [company, leaseSeconds],
    ),
  )

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

/** The record as whoever made the webhook may see it now; null where it is gone or they may not. */
const recordOf = async (source: WorkSource, company: Id<'company'>, actor: Actor, due: Due): Promise<Json> => {
  if (!actor.may(`${due.type}.read`)) return null
  return inWork(
    source,
    { company, actor },
    async (work) => {
      const { documents, entities } = work.installed.catalogue
      const definition = documents.get(due.type) ?? entities.get(due.type)
      if (definition === undefined) return null
      const found = await loadRecords(work.tx, company, definition, [due.record_id])
      const record = found.get(due.record_id)
      return record === undefined ? null : recordJson(definition, record, work)
    },
    { readOnly: true },
  )
}

const bodyOf = async (source: WorkSource, company: Id<'company'>, due: Due): Promise<string> => {
  const caller = await callerInCompany(source.pool, due.user_id, company)
  if (caller?.company !== company) throw new Error('whoever made this webhook is no user of the company any more')
  const data = {
    type: kebab(due.type),
    id: due.record_id,
    label: due.label,
    action: due.action,
    by: due.actor,
    record: await recordOf(source, company, actorOf(caller), due),
  }
  return JSON.stringify({ type: due.event, timestamp: due.at.toISOString(), data })
}

/**
 * Opens the sender of webhooks: signed, repeated with growing pauses until the other side answers 2xx, and switched off where
 * it has not answered for days. The id of a message stays the same, so that whoever has it twice can tell.
 */
export const openWebhookSender = (
  source: WorkSource,
  log: (line: string) => void,
  allowPrivate: boolean,
): CompanyWorker => {
  const note = (company: string, id: string, set: string, values: readonly unknown[]) =>
    inTransaction(source.pool, { company }, (tx) =>
      tx.query(`update webhook_delivery set ${set} where company_id = $1 and id = $2`, [company, id, ...values]),
    )

  const succeeded = async (company: string, due: Due, status: number, answer: string) => {
    const set = `state = 'sent', sent_at = now(), status = $3, answer = $4, error = null`
    await note(company, due.id, set, [status, answer])
    await inTransaction(source.pool, { company }, (tx) =>
      tx.query(
        `update webhook set failing_since = null where company_id = $1 and id = $2 and failing_since is not null`,
        [company, due.webhook],
      ),
    )
  }

  const failed = async (company: string, due: Due, error: string, status: number | null) => {
    const pause = pauses[due.attempts - 1]
    const set = `state = $3, status = $4, error = $5, next_at = now() + make_interval(secs => $6)`
    await note(company, due.id, set, [pause === undefined ? 'failed' : 'waiting', status, error, pause ?? 0])
    await inTransaction(source.pool, { company }, (tx) =>
      tx.query(
        `update webhook set failing_since = coalesce(failing_since, now()),
           enabled = enabled and coalesce(failing_since, now()) > now() - make_interval(days => $3),
           stopped_because = case when coalesce(failing_since, now()) > now() - make_interval(days => $3) then stopped_because else $4 end
         where company_id = $1 and id = $2`,
        [company, due.webhook, toleranceDays, error],
      ),
    )
  }

  const sendOne = async (company: Id<'company'>, due: Due): Promise<void> => {
    try {
      if (!due.enabled) throw new Error('the webhook is switched off')
      const body = due.body ?? (await bodyOf(source, company, due))
      if (due.body === null) await note(company, due.id, 'body = $3', [body])
      const seconds = Math.floor(Date.now() / 1000)
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Suanpan-Webhooks',
        'webhook-id': due.id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signatureOf(openSecret(source.secrets, due.secret), due.id, seconds, body),
      }
      const { status, text } = await askOutside(due.url, { method: 'POST', body, headers }, allowPrivate)
      if (status >= 200 && status < 300) await succeeded(company, due, status, text.slice(0, 500))
      else await failed(company, due, `${status} ${text.slice(0, 400)}`, status)
    } catch (error) {
      await failed(company, due, wordsOf(error), null)
    }
  }

  return openCompanyWorker(source, log, {
    failure: 'webhooks cannot be sent',
    isDue: async (tx, company) => {
      const due = await tx.rows(
        `select 1 from webhook_delivery where company_id = $1 and state in ('waiting', 'sending') and next_at <= now() limit 1`,
        [company],
      )
      return due.length > 0
    },
    step: async (company) => {
      const due = await take(source, company)
      await Promise.all(due.map((one) => sendOne(company as Id<'company'>, one)))
      return due.length > 0
    },
  })
}
