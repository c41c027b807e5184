import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'
import type { WorkSource } from '../http/work.ts'

/** Carries out what waits in a table of every company, such as messages to send. Nothing waits for it. */
export interface CompanyWorker {
  start(): void
  wake(company: string): void
  /** Does what is due in a company now; for tests and commands. */
  drain(company: string): Promise<void>
  stop(): Promise<void>
}

export interface CompanyWork {
  /** What the log says when it fails. */
  readonly failure: string
  isDue(tx: Transaction, company: string): Promise<boolean>
  /** Does one batch; false when nothing was due. */
  step(company: string): Promise<boolean>
}

const pollMilliseconds = 2000
/** Commits that come together are followed together. */
const gatherMilliseconds = 200

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

/** Opens a worker: woken after commits, and polling for what other processes left or what had to wait. */
export const openCompanyWorker = (
  source: WorkSource,
  log: (line: string) => void,
  work: CompanyWork,
): CompanyWorker => {
  const busy = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let stopping = false

  const drain = async (company: string): Promise<void> => {
    for (;;) if (stopping || !(await work.step(company))) return
  }

  const wakes = new Map<string, NodeJS.Timeout>()
  const wake = (company: string): void => {
    if (stopping || wakes.has(company)) return
    const pending = setTimeout(() => {
      wakes.delete(company)
      run(company)
    }, gatherMilliseconds)
    pending.unref()
    wakes.set(company, pending)
  }

  const run = (company: string): void => {
    if (stopping || busy.has(company)) return
    const running = drain(company)
      .catch((error: unknown) => log(`${work.failure}: ${wordsOf(error)}`))
      .finally(() => busy.delete(company))
    busy.set(company, running)
  }

  const poll = async (): Promise<void> => {
    const companies = await inTransaction(source.pool, { readOnly: true }, (tx) =>
      tx.rows<{ company_id: string }>('select company_id from company_directory'),
    )
    for (const { company_id: company } of companies) {
      if (await inTransaction(source.pool, { company, readOnly: true }, (tx) => work.isDue(tx, company))) run(company)
    }
  }

  return {
    start: () => {
      timer = setInterval(() => void poll().catch(() => {}), pollMilliseconds)
      timer.unref()
    },
    wake,
    drain: async (company) => {
      await busy.get(company)
      await drain(company)
    },
    stop: async () => {
      stopping = true
      clearInterval(timer)
      for (const pending of wakes.values()) clearTimeout(pending)
      await Promise.all(busy.values())
    },
  }
}
