import type { Pool } from 'pg'
import { inTransaction } from '../database/transaction.ts'
import { notFound } from '../definition/problem.ts'

/** A session as its person sees it: from where and since when. */
export interface SessionView {
  readonly id: string
  readonly device: string | null
  readonly address: string | null
  readonly since: Date
  readonly until: Date
  readonly isThis: boolean
}

/** The sessions that someone has open, the newest first. */
export const listSessions = (pool: Pool, user: string, token: string | undefined): Promise<SessionView[]> =>
  inTransaction(pool, { readOnly: true }, (tx) =>
    tx.rows<SessionView>(
      `select id, "userAgent" as device, "ipAddress" as address, "createdAt" as since, "expiresAt" as until, token = $2 as "isThis"
       from access.session where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc`,
      [user, token ?? ''],
    ),
  )

/** Ends one of someone's sessions, or all but the one they act in. */
export const endSessions = async (
  pool: Pool,
  user: string,
  which: { readonly id: string } | { readonly butToken: string },
): Promise<number> =>
  inTransaction(pool, {}, async (tx) => {
    const { rowCount } =
      'id' in which
        ? await tx.query('delete from access.session where "userId" = $1 and id = $2', [user, which.id])
        : await tx.query('delete from access.session where "userId" = $1 and token <> $2', [user, which.butToken])
    if ('id' in which && rowCount === 0) throw notFound('没有这个会话', 'There is no such session')
    return rowCount
  })
