import type { PendingEntry } from './count-state.ts'

const place = (count: string): string => `suanpan.count.${count}`

function isEntry(value: unknown): value is PendingEntry {
  return typeof value === 'object' && value !== null && 'id' in value && 'item' in value && 'at' in value
}

/** What was counted on this device and has not arrived: it outlives a reload and a flat battery. */
export function keptEntries(count: string): readonly PendingEntry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(count)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isEntry).map((one) => ({ ...one, bin: one.bin ?? null })) : []
  } catch {
    return []
  }
}

export function keepEntries(count: string, entries: readonly PendingEntry[]): void {
  if (entries.length === 0) localStorage.removeItem(place(count))
  else localStorage.setItem(place(count), JSON.stringify(entries))
}
