import { snake } from '../kernel/definition/define.ts'
import type { AnyLedger } from '../kernel/definition/ledger.ts'
import { insertJsonSql, jsonRow } from '../kernel/database/json-rows.ts'
import type { PostingRecord } from '../kernel/posting/book.ts'
import type { EffectLine } from '../kernel/posting/proposal.ts'
import type { Work } from '../kernel/posting/work.ts'
import { storedAgainst } from './general/accounts.ts'

/** What every row of a simple ledger says, beside its own dimensions and measures. */
export interface EntryRow {
  readonly id: string
  readonly lineId: string | null
  readonly lineNo: number
  readonly date: string
  readonly negates: string | null
  readonly role: string
  readonly accountId: string | null
  readonly against: readonly EffectLine[]
  readonly values: Readonly<Record<string, unknown>>
}

const shared = ['company_id', 'posting_id', 'document_type', 'document_id', 'recorded_at']
const fixed = ['id', 'line_id', 'line_no', 'date', 'negates', 'role', 'account_id', 'against']

/** How a ledger's rows go in: the statement, and the column of each of its own values. */
interface Appending {
  readonly sql: string
  readonly own: readonly (readonly [name: string, column: string])[]
}

const appendings = new WeakMap<AnyLedger, Appending>()

const appendingOf = (ledger: AnyLedger): Appending => {
  const known = appendings.get(ledger)
  if (known !== undefined) return known
  const own = Object.keys(ledger.entry).map((name) => [name, snake(name)] as const)
  const columns = [...fixed, ...own.map(([, column]) => column)]
  const made = { sql: insertJsonSql(`${snake(ledger.name)}_entry`, shared, columns), own }
  appendings.set(ledger, made)
  return made
}

const jsonOf = (row: EntryRow, own: Appending['own']) =>
  jsonRow([
    ['id', row.id],
    ['line_id', row.lineId],
    ['line_no', row.lineNo],
    ['date', row.date],
    ['negates', row.negates],
    ['role', row.role],
    ['account_id', row.accountId],
    ['against', storedAgainst(row.against)],
    ...own.map(([name, column]) => [column, row.values[name]] as const),
  ])

/** Appends rows to a ledger's table: one statement, whatever their number. */
export const appendEntries = (
  work: Work,
  ledger: AnyLedger,
  posting: PostingRecord,
  rows: readonly EntryRow[],
): void => {
  if (rows.length === 0) return
  const { sql, own } = appendingOf(ledger)
  work.tx.send(sql, [
    work.company,
    posting.id,
    posting.documentType,
    posting.documentId,
    posting.recordedAt,
    JSON.stringify(rows.map((row) => jsonOf(row, own))),
  ])
}
