import { useMemo, useState } from 'react'
import type { Fields } from '../../../kernel/definition/field.ts'
import { seldomColumns } from './columns.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { warehouse as warehouses } from '../../../ledgers/dimensions/place.ts'
import { isReference, type Reference } from '../../../ui/field/field.ts'
import type { Id } from '../../../base/id.ts'
import type { DraftLine, RuleWorld } from './draft-state.ts'

export type Seldom = { readonly shown: ReadonlySet<string>; readonly toggle: (column: string) => void }

function kept(key: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Columns that are shown only where a line uses them or this person wants them. */
export function useSeldom(
  type: string,
  table: string,
  fields: Fields,
  lines: readonly DraftLine[],
  world: RuleWorld,
  places: { readonly warehouse: Reference | null; readonly into: Reference | null },
): Seldom {
  const key = `suanpan.columns/${type}/${table}`
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly string[]>>>({})
  const wanted = chosen[key] ?? kept(key)
  const keepsBins = (place: Reference | null) =>
    place !== null && world.lookup(warehouses, place.id as Id<'warehouse'>)?.keepsBins === true
  const [isPicked, isPutAway] = [keepsBins(places.warehouse), keepsBins(places.into)]
  const used = useMemo(
    () =>
      seldomColumns(fields)
        .filter(
          (name) =>
            name !== 'net' &&
            ((name === 'bin' && isPicked) ||
              (name === 'toBin' && isPutAway) ||
              lines.some((line) => isUsed(line, name) || isAsked(line, name, world))),
        )
        .join(','),
    [fields, lines, world, isPicked, isPutAway],
  )
  const shown = useMemo(() => new Set([...wanted, ...used.split(',').filter(Boolean)]), [wanted, used])
  const toggle = (column: string): void => {
    const next = wanted.includes(column) ? wanted.filter((one) => one !== column) : [...wanted, column]
    localStorage.setItem(key, JSON.stringify(next))
    setChosen((was) => ({ ...was, [key]: next }))
  }
  return { shown, toggle }
}

const isUsed = (line: DraftLine, name: string): boolean => {
  const value = line.typed[name]
  return value !== undefined && value !== null && value !== '' && value !== false
}

/** What the item of a line has to be told of: its lot and days, its units, its second quantity. */
function isAsked(line: DraftLine, name: string, world: RuleWorld): boolean {
  const value = line.typed['item']
  const record = isReference(value) ? world.lookup(item, value.id as Id<'item'>) : undefined
  if (record === undefined) return false
  if (name === 'lot') return record.tracksLots === true
  if (name === 'producedOn' || name === 'expiresOn') return record.tracksLots === true && record.shelfLifeDays !== null
  if (name === 'supplierLot') return record.tracksLots === true && record.lotNumbering === 'supplier'
  if (name === 'serials') return record.tracksSerials === true
  return name === 'secondQuantity' && record.secondUnit !== null
}
