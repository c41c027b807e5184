import type { Draft, DraftLine } from './draft-state.ts'

/** What was typed and not saved yet, as it is kept in the browser. */
export type KeptDraft = {
  readonly savedAt: string
  /** The version of the document that was changed; null for a new one. */
  readonly version: number | null
  readonly draft: Draft
}

/** The part of the browser's storage that is used; tests give a map. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type DraftPlace = {
  readonly company: string
  readonly user: string
  readonly type: string
  /** The document's id, or `new` with what it was drawn from. */
  readonly id: string
}

const keyOf = ({ company, user, type, id }: DraftPlace): string => `suanpan.draft/${company}/${user}/${type}/${id}`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isLine = (value: unknown): value is DraftLine =>
  isObject(value) && typeof value.key === 'string' && isObject(value.typed)

const isDraft = (value: unknown): value is Draft =>
  isObject(value) &&
  isObject(value.header) &&
  isObject(value.tables) &&
  Object.values(value.tables).every((lines) => Array.isArray(lines) && lines.every(isLine))

/** Keeps a draft; a storage that is full or forbidden loses the copy, never what is on the page. */
export function keepDraft(storage: DraftStorage, place: DraftPlace, kept: KeptDraft): boolean {
  try {
    storage.setItem(keyOf(place), JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(storage: DraftStorage, place: DraftPlace): void {
  try {
    storage.removeItem(keyOf(place))
  } catch {
    // There is nothing to forget where nothing can be kept.
  }
}

/** New lines get keys that the lines added from now on cannot have; stored ones are known by their id. */
const withFreshKeys = (draft: Draft): Draft => ({
  ...draft,
  tables: Object.fromEntries(
    Object.entries(draft.tables).map(([name, lines]) => [
      name,
      lines.map((line, index) => (line.id === undefined ? { ...line, key: `kept-${index}` } : line)),
    ]),
  ),
})

/** What was kept, or null where there is none or it cannot be read any more. */
export function keptDraft(storage: DraftStorage, place: DraftPlace): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(place)) ?? 'null')
    if (!isObject(kept) || typeof kept.savedAt !== 'string' || !isDraft(kept.draft)) return null
    return {
      savedAt: kept.savedAt,
      version: typeof kept.version === 'number' ? kept.version : null,
      draft: withFreshKeys(kept.draft),
    }
  } catch {
    return null
  }
}
