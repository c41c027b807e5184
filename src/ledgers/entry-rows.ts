import { snake } from '../kernel/definition/define.ts'
import type { AnyLedger } from '../kernel/definition/ledger.ts'
import { columnOf } from '../kernel/database/table-spec.ts'
import type { PostingRecord } from '../kernel/posting/book.ts'
import type { EffectLine } from '../kernel/posting/proposal.ts'
import type { Work } from '../kernel/posting/work.ts'
import { toStored } from '../kernel/definition/field-kinds.ts'
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

const fixed = ['id', 'line_id', 'line_no', 'date', 'negates', 'role', 'account_id', 'against'] as const
const fixedTypes = ['uuid', 'uuid', 'integer', 'date', 'uuid', 'text', 'uuid', 'jsonb'] as const

/** Appends rows to a ledger's table: one statement, whatever their number. */
export const appendEntries = (
  work: Work,
  ledger: AnyLedger,
  posting: PostingRecord,
  rows: readonly EntryRow[],
): void => {
  if (rows.length === 0) return
  const own = Object.entries(ledger.entry)
  const names = [...fixed, ...own.map(([name]) => snake(name))].join(', ')
  const types = [...fixedTypes, ...own.map(([name, field]) => columnOf(name, field).type.replace(/ collate .*/, ''))]
  work.tx.send(
    `insert into ${snake(ledger.name)}_entry (company_id, posting_id, document_type, document_id, recorded_at, ${names})
     select $1, $2, $3, $4, $5, ${names} from unnest(${types.map((type, i) => `$${i + 6}::${type}[]`).join(', ')}) as r(${names})`,
    [
      work.company,
      posting.id,
      posting.documentType,
      posting.documentId,
      posting.recordedAt,
      rows.map((r) => r.id),
      rows.map((r) => r.lineId),
      rows.map((r) => r.lineNo),
      rows.map((r) => r.date),
      rows.map((r) => r.negates),
      rows.map((r) => r.role),
      rows.map((r) => r.accountId),
      rows.map((r) => JSON.stringify(storedAgainst(r.against))),
      ...own.map(([name, field]) => rows.map((r) => toStored(field, r.values[name]))),
    ],
  )
}
