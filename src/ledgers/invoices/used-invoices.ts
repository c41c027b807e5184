import type { TableSpec } from '../../kernel/database/table-spec.ts'
import { snake } from '../../kernel/definition/define.ts'
import { fieldProblem } from '../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../kernel/definition/problem.ts'
import type { Work } from '../../kernel/posting/work.ts'

/** Which document an invoice was entered by, by the invoice's key. A row holds as long as its document stands. */
export const usedInvoices: TableSpec = {
  name: 'used_invoice',
  access: 'change',
  byCompany: true,
  columns: [
    { name: 'company_id', type: 'uuid', notNull: true },
    { name: 'key', type: 'text', notNull: true },
    { name: 'type', type: 'text', notNull: true },
    { name: 'document_id', type: 'uuid', notNull: true },
    { name: 'number', type: 'text', notNull: true },
    { name: 'at', type: 'timestamptz', notNull: true },
  ],
  primaryKey: ['company_id', 'key'],
  indexes: [{ columns: ['company_id', 'document_id'] }],
  foreignKeys: [],
}

/** An invoice as whoever enters it knows it. `party` is who issued it, by id or tax number. */
export interface KnownInvoice {
  readonly code?: string | null
  readonly number: string
  readonly party?: string | null
}

const plain = (text: string): string => text.replace(/\s/g, '').toUpperCase()

/**
 * What tells invoices apart: a 数电票 by its 20 digits alone, an older one by code and number, and one whose code nobody typed by
 * who issued it.
 */
export const invoiceKey = ({ code, number, party }: KnownInvoice): string => {
  const whole = /^(\d{10}|\d{12})[\s-]+(\d{8})$/.exec(number.trim())
  if (whole !== null) return `${whole[1]}-${whole[2]}`
  const own = plain(number)
  const written = plain(code ?? '')
  if (written !== '') return `${written}-${own}`
  return /^\d{20}$/.test(own) ? own : `${party ?? ''}/${own}`
}

/** One invoice that a document enters, with the field it stands in. */
export interface InvoiceClaim extends KnownInvoice {
  readonly path: string
}

interface Claimant {
  readonly type: string
  readonly id: string
  readonly number: string
}

interface UsedRow extends Claimant {
  readonly key: string
}

/** Whether a document still stands: it is posted, and nobody has reversed it. */
const stands = async (work: Work, { type, id }: Claimant): Promise<boolean> => {
  if (!work.installed.catalogue.documents.has(type)) return false
  const table = snake(type)
  const rows = await work.tx.rows(
    `select 1 from ${table} d where d.company_id = $1 and d.id = $2 and d.state in ('posted', 'closed') and d.reverses is null
       and not exists (select 1 from ${table} r where r.company_id = $1 and r.reverses = d.id and r.state <> 'void')`,
    [work.company, id],
  )
  return rows.length > 0
}

/**
 * Takes invoices for a document that is about to post, so that none is booked twice, whichever kind of document enters it first:
 * a purchase invoice, a charge, an asset, an expense claim. Called in the document's check; answers the field of each that
 * another standing document has. What is unposted or reversed is free again.
 */
export const claimInvoices = async (
  work: Work,
  claimant: Claimant,
  claims: readonly InvoiceClaim[],
): Promise<FieldProblem[]> => {
  const byKey = new Map(claims.map((claim) => [invoiceKey(claim), claim]))
  const keys = [...byKey.keys()].toSorted()
  await work.tx.query(`delete from used_invoice where company_id = $1 and document_id = $2 and not key = any($3)`, [
    work.company,
    claimant.id,
    keys,
  ])
  if (keys.length === 0) return []
  await work.tx.query(
    `insert into used_invoice (company_id, key, type, document_id, number, at)
     select $1, key, $3, $4, $5, $6 from unnest($2::text[]) as k(key) order by key on conflict do nothing`,
    [work.company, keys, claimant.type, claimant.id, claimant.number, work.clock.now()],
  )
  const rows = await work.tx.rows<UsedRow>(
    `select key, type, document_id as id, number from used_invoice where company_id = $1 and key = any($2) order by key for update`,
    [work.company, keys],
  )
  const problems: FieldProblem[] = []
  for (const row of rows) {
    if (row.id === claimant.id) continue
    if (await stands(work, row)) {
      const label = work.installed.catalogue.documents.get(row.type)?.label ?? row.type
      const { path = 'invoiceNumber', number = '' } = byKey.get(row.key) ?? {}
      problems.push(
        fieldProblem(
          path,
          `发票 ${number} 已由${label} ${row.number} 入账，不能重复报销或入账`,
          `invoice ${number} was entered already by ${row.number}`,
        ),
      )
    } else {
      work.tx.send(
        `update used_invoice set type = $3, document_id = $4, number = $5, at = $6 where company_id = $1 and key = $2`,
        [work.company, row.key, claimant.type, claimant.id, claimant.number, work.clock.now()],
      )
    }
  }
  return problems
}
