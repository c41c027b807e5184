import type { DecimalInput } from '../base/decimal.ts'
import { formatMixedUnits } from '../base/unit-ratio.ts'
import type { RatedUnit } from '../base/unit-ratio.ts'
import type { Work } from '../kernel/posting/work.ts'

/** Says a quantity in base units as people do, 3箱5瓶; null for an item that is counted in one unit only. */
export type SayMixed = (item: string, base: DecimalInput) => string | null

interface UnitRow {
  readonly item: string
  readonly label: string
  readonly numerator: number
  readonly denominator: number | null
}

/** The units of items, read once for a whole list; of all that have several units where no items are named. */
export const mixedQuantities = async (work: Work, items: readonly string[] | null): Promise<SayMixed> => {
  const rows = await work.tx.rows<UnitRow>(
    `select a.owner_id as item, u.name as label, a.numerator, a.denominator from item_units a
     join unit u on u.company_id = $1 and u.id = a.unit where a.company_id = $1 and ($2::uuid[] is null or a.owner_id = any($2))
     union all
     select i.id, u.name, 1, 1 from item i join unit u on u.company_id = $1 and u.id = i.unit
     where i.company_id = $1 and i.id in (select a.owner_id from item_units a where a.company_id = $1 and ($2::uuid[] is null or a.owner_id = any($2)))`,
    [work.company, items === null ? null : [...new Set(items)]],
    { named: false },
  )
  const units = new Map<string, RatedUnit[]>()
  for (const { item, label, numerator, denominator } of rows) {
    const ratio = { numerator: String(numerator), denominator: String(denominator ?? 1) }
    units.set(item, [...(units.get(item) ?? []), { label, ratio }])
  }
  return (item, base) => {
    const known = units.get(item) ?? []
    return known.length < 2 ? null : formatMixedUnits(base, known)
  }
}
