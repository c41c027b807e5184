import { Writable } from 'node:stream'
import type { PoolClient } from 'pg'
import { openBatch, type Answer, type Batch, type Statement } from './batch.ts'

let waitsOfAll = 0

/** How often this process has waited for the server in transactions; for measuring and for the gates in tests. */
export function countWaits(): number {
  return waitsOfAll
}

/** Counts a wait. */
export function noteWait(): void {
  waitsOfAll += 1
}

/** The SQLSTATE of an error from the server, found through its causes; there is a digit in each, unlike in EPIPE. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(at.code)) return at.code
  }
  return undefined
}

/** One connection for the time of one transaction: sends, counts waits, remembers what failed first. */
export type Wire = {
  /** Sends a statement; it counts as a wait unless it goes together with others, or nobody will wait for it. */
  issue(statement: Statement, how?: { waitedFor?: boolean; wantsRows?: boolean }): Promise<Answer>
  /** Sends the statements that open the transaction, which go as one text. */
  open(text: string): void
  /** The first statement that failed on the server; what follows it fails only because of it. */
  firstError(): Error | undefined
  /** A statement that failed here, before it reached the server, which therefore knows nothing of it. */
  localError(): Error | undefined
  waiting(): boolean
  waits(): number
  close(): void
}

/** The socket below a connection, as far as it is known; statements go without it too, one by one. */
function socketOf(client: PoolClient): Writable | undefined {
  const connection: unknown = Reflect.get(client, 'connection')
  const stream: unknown =
    typeof connection === 'object' && connection !== null ? Reflect.get(connection, 'stream') : undefined
  return stream instanceof Writable ? stream : undefined
}

/** What is sent in one turn goes to the server as one packet: a system call for all of it instead of one each. */
function packetsOn(socket: Writable | undefined, send: () => void): () => void {
  let isHeld = false
  return () => {
    if (isHeld) return
    isHeld = true
    socket?.cork()
    process.nextTick(() => {
      isHeld = false
      send()
      socket?.uncork()
    })
  }
}

/** Opens a connection's wire for a transaction. */
export function openWire(client: PoolClient): Wire {
  let batch: Batch | undefined
  const send = (): void => {
    if (batch !== undefined) void client.query(batch.query)
    batch = undefined
  }
  const hold = packetsOn(socketOf(client), send)
  let outstanding = 0
  let waits = 0
  let isOpen = true
  let first: Error | undefined
  let local: Error | undefined

  const remember = (error: unknown): void => {
    const failure = error instanceof Error ? error : new Error(String(error))
    if (sqlState(failure) === undefined) local ??= failure
    first ??= failure
  }
  const follow = (answered: Promise<Answer>): Promise<Answer> => {
    outstanding += 1
    const answer = answered.finally(() => (outstanding -= 1))
    // Remembered here, so that an answer nobody awaits neither goes unnoticed nor ends the process.
    answer.catch(remember)
    return answer
  }
  const countWait = (): void => {
    if (outstanding > 0) return
    waits += 1
    noteWait()
  }
  const issue: Wire['issue'] = (statement, { waitedFor = true, wantsRows = true } = {}) => {
    if (!isOpen) return Promise.reject(new Error('this transaction is over'))
    if (waitedFor) countWait()
    hold()
    batch ??= openBatch()
    return follow(batch.add(statement, wantsRows))
  }
  return {
    issue,
    open: (text) => {
      countWait()
      hold()
      void follow(client.query(text))
    },
    firstError: () => first,
    localError: () => local,
    waiting: () => outstanding > 0,
    waits: () => waits,
    close: () => {
      send()
      isOpen = false
    },
  }
}
