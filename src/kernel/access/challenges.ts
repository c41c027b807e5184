import { randomBytes } from 'node:crypto'
import type { Transaction } from '../database/transaction.ts'
import { hashOf } from './caller.ts'

/** What the server waits for the answer to. */
export type ChallengePurpose = 'passkeyNew' | 'passkey' | 'provider'

/** How long an answer is waited for. */
const minutes = 10

/** Asks for something once: a random text that only the answer brings back. Its hash alone is kept. */
export const askChallenge = async (
  tx: Transaction,
  given: { readonly purpose: ChallengePurpose; readonly user?: string; readonly data?: object },
): Promise<string> => {
  const text = randomBytes(32).toString('base64url')
  tx.send('delete from sign_in_challenge where expires_at < now()')
  await tx.query(
    `insert into sign_in_challenge (hash, purpose, user_id, data, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
    [hashOf(text), given.purpose, given.user ?? null, JSON.stringify(given.data ?? {}), minutes],
  )
  return text
}

/** What was asked, the first time that its answer comes; undefined when it was answered already, too late or never asked. */
export const takeChallenge = async (
  tx: Transaction,
  purpose: ChallengePurpose,
  text: string,
): Promise<{ readonly user: string | null; readonly data: Readonly<Record<string, string>> } | undefined> =>
  (
    await tx.rows<{ user: string | null; data: Readonly<Record<string, string>> }>(
      `delete from sign_in_challenge where hash = $1 and purpose = $2 and expires_at > now() returning user_id as "user", data`,
      [hashOf(text), purpose],
    )
  )[0]
