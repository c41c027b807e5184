import { createHash } from 'node:crypto'
import type { Json } from '../../base/json.ts'
import type { Transaction } from '../database/transaction.ts'
import { Problem } from '../definition/problem.ts'

/** An answer as it is kept for whoever asks again. */
export interface KeptAnswer {
  readonly status: number
  readonly body: Json
  readonly version?: number
  readonly location?: string
}

/** A request that may be repeated: its key, who sent it, and what it asks. */
export interface Repeatable {
  readonly company: string
  readonly actor: string
  readonly key: string
  readonly hash: string
}

/** The hash of what is asked: another request under the same key is a mistake, not a repetition. */
export const requestHash = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body) ?? ''}`)
    .digest('hex')

/** Checks the header; undefined when the client did not ask for safety. */
export const readKey = (header: string | string[] | undefined): string | undefined => {
  if (header === undefined) return undefined
  const key = Array.isArray(header) ? (header[0] ?? '') : header
  if (key.length < 1 || key.length > 200 || !/^[\x21-\x7e]+$/.test(key)) {
    throw new Problem('malformed', {
      zh: 'Idempotency-Key 应为 1 至 200 个可见字符',
      en: 'Idempotency-Key must be 1 to 200 visible characters',
    })
  }
  return key
}

/**
 * Claims the key inside the transaction of its effect: true when the work is to be done. A request still under way under the
 * same key is waited for by the insert itself.
 */
export const claim = async (tx: Transaction, request: Repeatable): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `insert into idempotency (company_id, actor, key, request_hash, created_at) values ($1, $2, $3, $4, now()) on conflict do nothing`,
    [request.company, request.actor, request.key, request.hash],
  )
  return rowCount === 1
}

/** The answer kept under a key. Throws when another request was sent under it. */
export const keptAnswer = async (tx: Transaction, request: Repeatable): Promise<KeptAnswer> => {
  const rows = await tx.rows<{ request_hash: string; answer: KeptAnswer }>(
    `select request_hash, answer from idempotency where company_id = $1 and actor = $2 and key = $3`,
    [request.company, request.actor, request.key],
  )
  const row = rows[0]
  if (row?.request_hash !== request.hash) {
    throw new Problem('invalid', {
      zh: '这个 Idempotency-Key 已用于另一个请求',
      en: 'This Idempotency-Key was used for another request',
    })
  }
  return row.answer
}

/** Keeps the answer; it travels with the commit. */
export const keep = (tx: Transaction, request: Repeatable, answer: KeptAnswer): void => {
  tx.send(`update idempotency set status = $4, answer = $5 where company_id = $1 and actor = $2 and key = $3`, [
    request.company,
    request.actor,
    request.key,
    answer.status,
    JSON.stringify(answer),
  ])
}
