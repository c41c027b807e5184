import { inTransaction } from '../database/transaction.ts'
import type { Pool } from 'pg'
import type { Json } from '../../base/json.ts'

/** Something listeners of a company are told. */
export interface HubEvent {
  readonly name: 'changed' | 'job' | 'notice'
  readonly data: { readonly [key: string]: Json }
}

type Listener = (event: HubEvent) => void

interface Channel {
  readonly listeners: Set<Listener>
  /** Rows told of lately; those of the last moments are looked at again, because commits come out of order. */
  told: Set<string>
  /** When the newest of them was made, by the time in its id: the clock of the machine, whatever day the product has. */
  since: number
}

interface ChangedRow {
  readonly id: string
  readonly action: string
  readonly type: string
  readonly record_id: string
  readonly label: string
}

interface NoticeRow {
  readonly id: string
  readonly user: string
}

const overlapMilliseconds = 5000
const pauseMilliseconds = 2000

const timeIn = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

/** The least id of a moment. */
const idAt = (milliseconds: number): string => {
  const time = Math.max(milliseconds, 0).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}

/** Tells the browsers of a company what happened in it, whichever process it happened in. */
export interface EventHub {
  listen(company: string, listener: Listener): () => void
  tell(company: string, event: HubEvent): void
  /** Something was committed here: look now, not at the next turn. */
  wake(company: string): void
  close(): void
}

/** Opens the hub. It asks the audit trail only for companies somebody listens to. */
export const openEventHub = (pool: Pool): EventHub => {
  const channels = new Map<string, Channel>()
  const looking = new Set<string>()
  /** Woken while they were looked at: what was committed meanwhile may have been missed. */
  const again = new Set<string>()

  const look = async (company: string): Promise<void> => {
    const channel = channels.get(company)
    if (channel === undefined) return
    if (looking.has(company)) {
      again.add(company)
      return
    }
    looking.add(company)
    try {
      const from = idAt(channel.since - overlapMilliseconds)
      const [rows, notices] = await inTransaction(pool, { company, readOnly: true }, (tx) =>
        Promise.all([
          tx.rows<ChangedRow>(
            `select id, action, type, record_id, label from audit where company_id = $1 and id >= $2 order by id limit 500`,
            [company, from],
          ),
          tx.rows<NoticeRow>(
            `select id, user_id as user from notice where company_id = $1 and id >= $2 order by id limit 500`,
            [company, from],
          ),
        ]),
      )
      const tell = (id: string, event: HubEvent) => {
        if (!channel.told.has(id)) for (const listener of channel.listeners) listener(event)
      }
      for (const { id, type, record_id, action, label } of rows)
        tell(id, { name: 'changed', data: { type, id: record_id, action, label } })
      for (const { id, user } of notices) tell(id, { name: 'notice', data: { id, user } })
      const all = [...rows, ...notices].map((row) => row.id)
      channel.told = new Set(all)
      channel.since = Math.max(channel.since, ...all.map(timeIn))
    } catch {
      // The database is away; the next turn looks again from where this one began.
    } finally {
      looking.delete(company)
      if (again.delete(company)) void look(company)
    }
  }

  const timer = setInterval(() => {
    for (const company of channels.keys()) void look(company)
  }, pauseMilliseconds)
  timer.unref()

  return {
    listen: (company, listener) => {
      const channel = channels.get(company) ?? {
        listeners: new Set<Listener>(),
        told: new Set<string>(),
        since: Date.now(),
      }
      channels.set(company, channel)
      channel.listeners.add(listener)
      return () => {
        channel.listeners.delete(listener)
        if (channel.listeners.size === 0) channels.delete(company)
      }
    },
    tell: (company, event) => {
      for (const listener of channels.get(company)?.listeners ?? []) listener(event)
    },
    wake: (company) => {
      if (channels.has(company)) setTimeout(() => void look(company), 20).unref()
    },
    close: () => clearInterval(timer),
  }
}
