import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { isReference, type FieldValue } from '../../../ui/field/field.ts'

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>
type Who = { readonly user: { readonly id: string }; readonly company: { readonly id: string } | null }

const keyOf = (who: Who): string => `suanpan.usual/${who.company?.id ?? ''}/${who.user.id}`

const isPlace = (name: string, definition: AnyDocument): boolean =>
  definition.header[name]?.target?.name === 'warehouse'

function kept(storage: Storage, who: Who): Readonly<Record<string, FieldValue>> {
  try {
    const found: unknown = JSON.parse(storage.getItem(keyOf(who)) ?? '{}')
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    return {}
  }
}

/** The warehouse this person used last on this device: a shop's documents are nearly always of one place. */
export function usualPlaces(storage: Storage, who: Who, definition: AnyDocument): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    Object.entries(kept(storage, who)).filter(([name, value]) => isPlace(name, definition) && isReference(value)),
  )
}

export function rememberPlaces(
  storage: Storage,
  who: Who,
  definition: AnyDocument,
  header: Readonly<Record<string, FieldValue>>,
): void {
  const places = Object.entries(header).filter(([name, value]) => isPlace(name, definition) && isReference(value))
  if (places.length === 0) return
  try {
    storage.setItem(keyOf(who), JSON.stringify({ ...kept(storage, who), ...Object.fromEntries(places) }))
  } catch {
    // A convenience only; without room there is none.
  }
}
