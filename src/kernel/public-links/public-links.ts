import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Id } from '../../base/id.ts'
import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { hashOf } from '../access/caller.ts'
import { audit } from '../audit/audit.ts'
import { inTransaction } from '../database/transaction.ts'
import { fieldProblem, invalid, notFound } from '../definition/problem.ts'
import type { AnyPublicLink } from '../definition/public-link.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { LoadedRecord } from '../documents/load.ts'
import type { Work } from '../posting/work.ts'

/** A link that someone came by: where it leads and for what. */
export interface OpenedLink {
  readonly id: string
  readonly company: Id<'company'>
  readonly purpose: string
  readonly record: string
  readonly parameters: JsonObject
}

/** A link as its makers see it; the token itself is shown once. */
export interface PublicLinkView {
  readonly id: string
  readonly purpose: string
  readonly createdAt: Date
  readonly createdBy: string
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly openedAt: Date | null
}

const longestDays = 366

/** The links of a record, the newest first. */
export const linksOf = (work: Work, record: string): Promise<PublicLinkView[]> =>
  work.tx.rows<PublicLinkView>(
    `select id, purpose, created_at as "createdAt", created_by as "createdBy", expires_at as "expiresAt",
       revoked_at as "revokedAt", opened_at as "openedAt"
     from public_link where company_id = $1 and record_id = $2 order by created_at desc, id desc`,
    [work.company, record],
  )

/** Makes a link to a record. Its token, 256 random bits, is answered this once and kept as a hash. */
export const makeLink = async (
  work: Work,
  definition: AnyPublicLink,
  record: LoadedRecord,
  asked: { readonly days?: number | undefined; readonly parameters: Readonly<Record<string, Json>> },
): Promise<{ id: string; token: string; expiresAt: Date }> => {
  const days = asked.days ?? definition.days
  if (!Number.isInteger(days) || days < 1 || days > longestDays) {
    throw invalid('链接未生成', 'The link was not made', [
      fieldProblem('days', `有效天数应为 1 到 ${longestDays}`, `must be from 1 to ${longestDays} days`),
    ])
  }
  const token = randomBytes(32).toString('base64url')
  const id = newId<'publicLink'>()
  const now = work.clock.now()
  const expiresAt = new Date(now.getTime() + days * 86_400_000)
  const subject = String(record.header['id'])
  await work.tx.query(
    `insert into public_link (company_id, id, purpose, record_id, hash, parameters, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      work.company,
      id,
      definition.name,
      subject,
      hashOf(token),
      JSON.stringify(asked.parameters),
      now,
      work.actor.name,
      expiresAt,
    ],
  )
  audit(work, {
    action: 'share',
    type: definition.subject.name,
    record: subject,
    label: String(record.header['number'] ?? record.header['code']),
    after: { purpose: definition.name, expiresAt: expiresAt.toISOString() },
  })
  return { id, token, expiresAt }
}

/** Ends a link; it stays in the list. */
export const revokeLink = async (work: Work, record: string, link: string): Promise<void> => {
  const { rowCount } = await work.tx.query(
    `update public_link set revoked_at = coalesce(revoked_at, $4) where company_id = $1 and record_id = $2 and id::text = $3`,
    [work.company, record, link, work.clock.now()],
  )
  if (rowCount === 0) throw notFound('没有这个链接', 'There is no such link')
}

/** The link of a token, while it works. Expired, revoked and unknown ones are alike to whoever asks. */
export const linkByToken = async (pool: Pool, token: string, now: Date): Promise<OpenedLink | undefined> =>
  inTransaction(pool, { readOnly: true }, async (tx) => {
    const rows = await tx.rows<OpenedLink>(
      `select id, company_id as company, purpose, record_id as record, parameters from public_link
       where hash = $1 and revoked_at is null and expires_at > $2`,
      [hashOf(token), now],
    )
    return rows[0]
  })

/** Remembers that a link was opened for the first time. */
export const markOpened = (work: Work, link: OpenedLink): void =>
  work.tx.send(`update public_link set opened_at = $3 where company_id = $1 and id = $2 and opened_at is null`, [
    work.company,
    link.id,
    work.clock.now(),
  ])
