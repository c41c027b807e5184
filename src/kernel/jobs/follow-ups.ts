import { inTransaction } from '../database/transaction.ts'
import { systemActor } from '../access/system-actor.ts'
import { chainAudit } from '../audit/audit-chain.ts'
import { inWork } from '../http/work.ts'
import type { WorkSource } from '../http/work.ts'
import type { Work } from '../posting/work.ts'
import { queueWebhooks } from '../webhooks/queue-webhooks.ts'

/** Work that follows a commit: chaining the audit, numbering vouchers, folding day totals. */
export interface FollowUps {
  start(): void
  /** Something was committed in a company. */
  wake(company: string): void
  /** Does everything that is left to do in a company; for commands and tests. */
  settle(company: string): Promise<void>
  stop(): Promise<void>
}

const batchSize = 1000
const pollMilliseconds = 1000
type Handler = (work: Work, subjects: readonly string[]) => Promise<void>

const take = (work: Work, kind: string) =>
  work.tx.rows<{ id: string; subject: string }>(
    `delete from follow_up where company_id = $1 and id in (
       select id from follow_up where company_id = $1 and kind = $2 order by id limit ${batchSize} for update skip locked)
     returning id, subject`,
    [work.company, kind],
  )

/** One worker a company and kind at a time, whatever the number of processes; the row is the lock. */
const isAlone = async (work: Work, kind: string): Promise<boolean> => {
  const key = `follow-up/${kind}`
  await work.tx.query(
    `insert into number_series (company_id, series, last) values ($1, $2, 0) on conflict do nothing`,
    [work.company, key],
  )
  const rows = await work.tx.rows(
    `select 1 from number_series where company_id = $1 and series = $2 for update skip locked`,
    [work.company, key],
  )
  return rows.length === 1
}

/** Opens what follows commits. Woken after each commit here, and by polling for what other processes left. */
export const openFollowUps = (source: WorkSource, log: (line: string) => void): FollowUps => {
  const handlers = new Map<string, Handler>([
    [
      'audit',
      async (work, subjects) => {
        await chainAudit(work.tx, work.company, subjects)
        await queueWebhooks(work, subjects)
      },
    ],
    ...source.installed.followUps,
  ])
  const busy = new Map<string, Promise<void>>()
  const again = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let stopping = false

  const step = (company: string, kind: string, handler: Handler): Promise<boolean> =>
    inWork(
      { ...source, committed: () => {} },
      { company: company as Work['company'], actor: systemActor },
      async (work) => {
        if (!(await isAlone(work, kind))) return false
        const rows = await take(work, kind)
        if (rows.length === 0) return false
        const ordered = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
        await handler(
          work,
          ordered.map((row) => row.subject),
        )
        return rows.length === batchSize
      },
    )

  const unknownKinds = (company: string) =>
    inTransaction(source.pool, { company }, (tx) =>
      // What no installed domain follows is not kept for ever.
      tx.query(`delete from follow_up where company_id = $1 and not kind = any($2)`, [company, [...handlers.keys()]]),
    )

  const settle = async (company: string): Promise<void> => {
    for (const [kind, handler] of handlers) {
      let more = true
      while (more) more = !stopping && (await step(company, kind, handler))
    }
    await unknownKinds(company)
  }

  const run = (company: string): void => {
    if (busy.has(company)) {
      again.add(company)
      return
    }
    const running = settle(company)
      .catch((error: unknown) =>
        log(`what follows a commit failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      )
      .finally(() => {
        busy.delete(company)
        if (again.delete(company) && !stopping) wake(company)
      })
    busy.set(company, running)
  }

  const wakes = new Map<string, NodeJS.Timeout>()
  const wake = (company: string): void => {
    if (stopping || wakes.has(company)) return
    // Commits that come together are followed together.
    const pending = setTimeout(() => {
      wakes.delete(company)
      run(company)
    }, 200)
    pending.unref()
    wakes.set(company, pending)
  }

  const poll = async (): Promise<void> => {
    const companies = await inTransaction(source.pool, { readOnly: true }, (tx) =>
      tx.rows<{ company_id: string }>('select company_id from company_directory'),
    )
    for (const { company_id: company } of companies) {
      const left = await inTransaction(source.pool, { company, readOnly: true }, (tx) =>
        tx.rows(`select 1 from follow_up where company_id = $1 limit 1`, [company]),
      )
      if (left.length > 0) run(company)
    }
  }

  return {
    start: () => {
      timer = setInterval(() => void poll().catch(() => {}), pollMilliseconds)
      timer.unref()
    },
    wake,
    settle: async (company) => {
      await busy.get(company)
      await settle(company)
    },
    stop: async () => {
      stopping = true
      clearInterval(timer)
      for (const pending of wakes.values()) clearTimeout(pending)
      await Promise.all(busy.values())
    },
  }
}
