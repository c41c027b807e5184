import type { CalendarDate } from '../../../base/calendar-date.ts'
import { monthOf } from '../../../base/calendar-date.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Period } from '../../../base/period.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { AssetEntryKind } from '../../../ledgers/asset/asset.ts'
import { effectivePeriod } from '../../../ledgers/asset/asset-terms.ts'
import type { AssetTerms } from '../../../ledgers/asset/asset-terms.ts'
import type { AssetKind } from '../../../ledgers/dimensions/asset.ts'
import type { CardEvent, CardHistory } from '../rules/card-history.ts'

interface EntryRow {
  readonly asset: string
  readonly sort: AssetKind
  readonly date: CalendarDate
  readonly kind: AssetEntryKind
  readonly amount: string
  readonly quantity: string
  readonly period: Period | null
  readonly terms: AssetTerms | null
}

/** Which cards, of which kinds, and up to which day. */
export interface HistoryQuery {
  readonly assets?: readonly string[] | undefined
  readonly sorts?: readonly AssetKind[]
  readonly through?: CalendarDate | undefined
  /** A document that is looked at as if it were not there: the one that is being written. */
  readonly without?: string | undefined
}

const add = (sums: Map<Period, Decimal>, month: Period, amount: Decimal) => {
  const total = (sums.get(month) ?? zero).plus(amount)
  if (total.isZero()) sums.delete(month)
  else sums.set(month, total)
}

const historyOf = (asset: string, sort: AssetKind, rows: readonly EntryRow[]): CardHistory => {
  const events: CardEvent[] = []
  const charges = new Map<Period, Decimal>()
  const usage = new Map<Period, Decimal>()
  for (const row of rows) {
    const [amount, quantity] = [decimal(row.amount), decimal(row.quantity)]
    if (row.period !== null) add(charges, row.period, amount.neg())
    else if (row.kind === 'usage') add(usage, monthOf(row.date), quantity)
    else events.push({ felt: effectivePeriod(sort, row.date), kind: row.kind, amount, quantity, terms: row.terms })
  }
  return { asset, sort, events, charges, usage }
}

/** What the ledger says of cards, as if what was withdrawn had never been. In order of their codes. */
export const readHistories = async (work: Work, query: HistoryQuery = {}): Promise<CardHistory[]> => {
  const rows = await work.tx.rows<EntryRow>(
    `select e.asset, k.kind as sort, e.date, e.kind, e.amount, e.quantity, e.period, e.terms
     from asset_entry e
     join asset_card c on c.company_id = $1 and c.id = e.asset
     join asset_category k on k.company_id = $1 and k.id = c.category
     where e.company_id = $1 and ($2::uuid[] is null or e.asset = any($2::uuid[])) and ($3::text[] is null or k.kind = any($3::text[]))
       and ($4::date is null or e.date <= $4) and ($5::uuid is null or e.document_id <> $5) and e.negates is null
       and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = e.id)
     order by c.code, e.asset, e.date, e.id`,
    [work.company, query.assets ?? null, query.sorts ?? null, query.through ?? null, query.without ?? null],
  )
  return [...Map.groupBy(rows, (row) => row.asset)].map(([asset, own]) =>
    historyOf(asset, own[0]?.sort ?? 'fixed', own),
  )
}
