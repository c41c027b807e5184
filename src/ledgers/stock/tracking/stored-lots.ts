import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Id } from '../../../base/id.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { lotStates } from '../../dimensions/lot.ts'

/** A lot as movements ask for it: by item and number. */
export interface StoredLot {
  readonly id: Id<'lot'>
  readonly item: string
  readonly number: string
  readonly state: keyof typeof lotStates
  readonly reason: string | null
  readonly producedOn: CalendarDate | null
  readonly expiresOn: CalendarDate | null
  readonly supplierLot: string | null
}

export interface LotName {
  readonly item: string
  readonly number: string
}

export const lotName = (lot: LotName): string => `${lot.item}/${lot.number}`

/** Lots by item and number, in one wait whatever their number; what is not there is left out. */
export const readLots = async (work: Work, names: readonly LotName[]): Promise<Map<string, StoredLot>> => {
  if (names.length === 0) return new Map()
  const rows = await work.tx.rows<StoredLot>(
    `select id, item, number, state, reason, produced_on as "producedOn", expires_on as "expiresOn", supplier_lot as "supplierLot"
     from lot where company_id = $1 and number = any($2::text[]) and item = any($3::uuid[])`,
    [work.company, [...new Set(names.map((one) => one.number))], [...new Set(names.map((one) => one.item))]],
  )
  return new Map(rows.map((row) => [lotName(row), row]))
}
