import { createHash } from 'node:crypto'
import type { Transaction } from '../database/transaction.ts'

/** A row of the trail as its hash is over it. */
export interface AuditRow {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly type: string
  readonly record_id: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

// As jsonb writes itself: keys ordered, one spelling of every number, so that the text is the same whenever it is read.
export const auditColumns =
  'a.id, a.at, a.actor, a.action, a.type, a.record_id, a.label, a.before::text as before, a.after::text as after'

/** The hash before the first link. */
const origin = '0'.repeat(64)

const linkHash = (position: bigint, row: AuditRow, previous: string): string => {
  const content = [
    position.toString(),
    row.id,
    row.at.toISOString(),
    row.actor,
    row.action,
    row.type,
    row.record_id,
    row.label,
    row.before,
    row.after,
    previous,
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

interface Link {
  readonly position: string
  readonly hash: string
}

/** The last link of the chain; undefined before the first. */
export const chainHead = async (tx: Transaction, company: string): Promise<Link | undefined> => {
  const rows = await tx.rows<Link>(
    `select position, hash from audit_chain where company_id = $1 order by position desc limit 1`,
    [company],
  )
  return rows[0]
}

/**
 * Links audit rows to the chain: each hash is over the row, its position and the hash before. Called by the follow-up, one
 * process at a time for a company; a second one would break the uniqueness of positions and be rolled back.
 */
export const chainAudit = async (tx: Transaction, company: string, ids: readonly string[]): Promise<void> => {
  const [last, rows] = await Promise.all([
    chainHead(tx, company),
    tx.rows<AuditRow>(
      `select ${auditColumns} from audit a where a.company_id = $1 and a.id = any($2::uuid[])
       and not exists (select 1 from audit_chain c where c.company_id = $1 and c.audit_id = a.id) order by a.id`,
      [company, ids],
    ),
  ])
  let position = BigInt(last?.position ?? '0')
  let previous = last?.hash ?? origin
  const links = rows.map((row) => {
    position += 1n
    const hash = linkHash(position, row, previous)
    const link = { position: position.toString(), id: row.id, previous, hash }
    previous = hash
    return link
  })
  if (links.length === 0) return
  await tx.query(
    `insert into audit_chain (company_id, position, audit_id, previous_hash, hash)
     select $1, * from unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[])`,
    [
      company,
      links.map((l) => l.position),
      links.map((l) => l.id),
      links.map((l) => l.previous),
      links.map((l) => l.hash),
    ],
  )
}

const batch = 5000

/** Walks the chain from its beginning. Answers what is wrong first, or undefined when every row is as it was linked. */
export const verifyAuditChain = async (tx: Transaction, company: string): Promise<string | undefined> => {
  let position = 0n
  let previous = origin
  for (;;) {
    const rows = await tx.rows<AuditRow & { position: string; previous_hash: string; hash: string; audit_id: string }>(
      `select c.position, c.previous_hash, c.hash, c.audit_id, ${auditColumns} from audit_chain c
       left join audit a on a.company_id = $1 and a.id = c.audit_id
       where c.company_id = $1 and c.position > $2 order by c.position limit ${batch}`,
      [company, position.toString()],
    )
    for (const row of rows) {
      position += 1n
      if (BigInt(row.position) !== position) return `position ${position} is missing`
      if (row.id === null) return `audit row ${row.audit_id} at position ${position} is missing`
      if (row.previous_hash !== previous || linkHash(position, row, previous) !== row.hash) {
        return `audit row ${row.audit_id} at position ${position} (${row.label}) was changed`
      }
      previous = row.hash
    }
    if (rows.length < batch) return undefined
  }
}
