import type { Work } from '../posting/work.ts'
import { auditColumns } from './audit-chain.ts'
import type { AuditRow } from './audit-chain.ts'
import { signText } from './signing-key.ts'

const batch = 2000

interface ChainedRow extends AuditRow {
  readonly position: string
  readonly previous_hash: string
  readonly hash: string
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** A row as it is exported: `before` and `after` as the text that the hash is over. */
const rowLine = (row: ChainedRow): string =>
  line({
    position: Number(row.position),
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    type: row.type,
    record: row.record_id,
    label: row.label,
    before: row.before,
    after: row.after,
    previous: row.previous_hash,
    hash: row.hash,
  })

/**
 * The whole trail of a company as JSON lines: a head, every row with its place in the chain, and an end with the last hash,
 * signed by the installation. `scripts/verify-audit.mjs` reads it without the product and without a database.
 */
export async function* exportTrail(work: Work): AsyncGenerator<string> {
  const exportedAt = work.clock.now().toISOString()
  yield line({ format: 'suanpan-audit', version: 1, company: work.company, exportedAt })
  let position = '0'
  let hash = '0'.repeat(64)
  for (;;) {
    const rows = await work.tx.rows<ChainedRow>(
      `select c.position, c.previous_hash, c.hash, ${auditColumns} from audit_chain c
       join audit a on a.company_id = $1 and a.id = c.audit_id
       where c.company_id = $1 and c.position > $2 order by c.position limit ${batch}`,
      [work.company, position],
    )
    if (rows.length > 0) yield rows.map(rowLine).join('')
    const last = rows.at(-1)
    if (last !== undefined) {
      position = last.position
      hash = last.hash
    }
    if (rows.length < batch) break
  }
  const end = { end: true, company: work.company, exportedAt, position: Number(position), hash }
  const [key] = work.secrets.keys()
  if (key === undefined) throw new Error('the installation has no key')
  yield line({ ...end, ...signText(key, JSON.stringify(end)) })
}
