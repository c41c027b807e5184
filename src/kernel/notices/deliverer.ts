import { inTransaction } from '../database/transaction.ts'
import type { WorkSource } from '../http/work.ts'
import { channelNamed } from './channels/channels.ts'
import type { ChannelSettings } from './channels/channels.ts'

/** Carries notices to where people chose to have them: mail, SMS, robots. Nothing waits for it. */
export interface Deliverer {
  start(): void
  wake(company: string): void
  /** Sends what is due in a company now; for tests and commands. */
  deliver(company: string): Promise<void>
  stop(): Promise<void>
}

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
const pollMilliseconds = 2000
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

/** Opens the carrier. Any number of processes may carry; each message is taken by one of them. */
export const openDeliverer = (source: WorkSource, log: (line: string) => void): Deliverer => {
  const busy = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let stopping = false

  const note = (company: string, id: string, set: string, values: readonly unknown[]) =>
    inTransaction(source.pool, { company }, (tx) =>
      tx.query(`update notice_delivery set ${set} where company_id = $1 and id = $2`, [company, id, ...values]),
    )

  const sendOne = async (company: string, message: Taken): Promise<void> => {
    const channel = channelNamed(message.channel)
    const { id, address, text, attempts } = message
    try {
      if (channel === undefined || message.enabled !== true) throw new Error('the channel is switched off')
      const answer = await channel.send(message.settings ?? {}, { id, address, title: text.slice(0, 80), text })
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

  const deliver = async (company: string): Promise<void> => {
    for (;;) {
      const due = stopping ? [] : await take(source, company)
      if (due.length === 0) return
      await Promise.all(due.map((message) => sendOne(company, message)))
    }
  }

  const wake = (company: string): void => {
    if (stopping || busy.has(company)) return
    const running = deliver(company)
      .catch((error: unknown) => log(`notices cannot be delivered: ${wordsOf(error)}`))
      .finally(() => busy.delete(company))
    busy.set(company, running)
  }

  const poll = async (): Promise<void> => {
    const companies = await inTransaction(source.pool, { readOnly: true }, (tx) =>
      tx.rows<{ company_id: string }>('select company_id from company_directory'),
    )
    for (const { company_id: company } of companies) {
      const due = await inTransaction(source.pool, { company, readOnly: true }, (tx) =>
        tx.rows(
          `select 1 from notice_delivery where company_id = $1 and state in ('waiting', 'sending') and next_at <= now() limit 1`,
          [company],
        ),
      )
      if (due.length > 0) wake(company)
    }
  }

  return {
    start: () => {
      timer = setInterval(() => void poll().catch(() => {}), pollMilliseconds)
      timer.unref()
    },
    wake,
    deliver: async (company) => {
      await busy.get(company)
      await deliver(company)
    },
    stop: async () => {
      stopping = true
      clearInterval(timer)
      await Promise.all(busy.values())
    },
  }
}
