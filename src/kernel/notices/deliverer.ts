import { inTransaction } from '../database/transaction.ts'
import type { WorkSource } from '../http/work.ts'
import { openCompanyWorker } from '../jobs/company-worker.ts'
import type { CompanyWorker } from '../jobs/company-worker.ts'
import { openSettings } from './channels/channel-secrets.ts'
import { channelNamed } from './channels/channels.ts'
import type { ChannelSettings } from './channels/channels.ts'

interface Taken {
  readonly id: string
  readonly channel: string
  readonly address: string | null
  readonly text: string
  readonly attempts: number
  readonly enabled: boolean | null
  readonly settings: ChannelSettings | null
}

const batchSize = 20
/** Whoever takes a message and dies leaves it to others after so long. */
const leaseSeconds = 120
/** Seconds until the next try, after each failed one; then it is given up, and the log says so. */
const pauses = [30, 120, 600, 3600, 14_400] as const

const take = (source: WorkSource, company: string): Promise<Taken[]> =>
  inTransaction(source.pool, { company }, (tx) =>
    tx.rows<Taken>(
      `with due as (
         update notice_delivery set state = 'sending', attempts = attempts + 1, next_at = now() + make_interval(secs => $2)
         where company_id = $1 and id in (
           select id from notice_delivery where company_id = $1 and state in ('waiting', 'sending') and next_at <= now()
           order by next_at limit ${batchSize} for update skip locked)
         returning id, channel, address, text, attempts)
       select d.*, c.enabled, c.settings from due d
       left join message_channel c on c.company_id = $1 and c.name = d.channel`,
      [company, leaseSeconds],
    ),
  )

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

/**
 * Opens the carrier of notices to where people chose to have them: mail, SMS, robots. Any number of processes may carry; each
 * message is taken by one of them.
 */
export const openDeliverer = (source: WorkSource, log: (line: string) => void): CompanyWorker => {
  const note = (company: string, id: string, set: string, values: readonly unknown[]) =>
    inTransaction(source.pool, { company }, (tx) =>
      tx.query(`update notice_delivery set ${set} where company_id = $1 and id = $2`, [company, id, ...values]),
    )

  const sendOne = async (company: string, message: Taken): Promise<void> => {
    const channel = channelNamed(message.channel)
    const { id, address, text, attempts } = message
    try {
      if (channel === undefined || message.enabled !== true) throw new Error('the channel is switched off')
      const answer = await channel.send(openSettings(source.secrets, message.settings ?? {}), {
        id,
        address,
        title: text.slice(0, 80),
        text,
      })
      await note(company, id, `state = 'sent', sent_at = now(), answer = $3, error = null`, [answer.slice(0, 500)])
    } catch (error) {
      const pause = pauses[attempts - 1]
      const state = pause === undefined ? 'failed' : 'waiting'
      await note(company, id, `state = $3, error = $4, next_at = now() + make_interval(secs => $5)`, [
        state,
        wordsOf(error),
        pause ?? 0,
      ])
    }
  }

  return openCompanyWorker(source, log, {
    failure: 'notices cannot be delivered',
    isDue: async (tx, company) => {
      const due = await tx.rows(
        `select 1 from notice_delivery where company_id = $1 and state in ('waiting', 'sending') and next_at <= now() limit 1`,
        [company],
      )
      return due.length > 0
    },
    step: async (company) => {
      const due = await take(source, company)
      await Promise.all(due.map((message) => sendOne(company, message)))
      return due.length > 0
    },
  })
}
