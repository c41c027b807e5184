export type PaletteGroup = 'document' | 'item' | 'party' | 'record' | 'report' | 'action' | 'help'

export const paletteGroups: readonly PaletteGroup[] = [
  'document',
  'item',
  'party',
  'record',
  'report',
  'action',
  'help',
]

export type PaletteEntry = {
  readonly id: string
  readonly group: PaletteGroup
  readonly title: string
  /** A code, a number, a customer: shown quietly behind the title and searched too. */
  readonly detail?: string
  /** Pinyin initials and other words it answers to, lower case. */
  readonly keywords?: readonly string[]
  readonly path?: string
  readonly run?: () => void
}

/** How well a text answers a query: 0 not at all, 100 exactly. */
function scoreText(text: string, query: string): number {
  const lower = text.toLowerCase()
  if (lower === query) return 100
  if (lower.startsWith(query)) return 80
  const at = lower.indexOf(query)
  if (at < 0) return 0
  return /[\s\-/._]/.test(lower[at - 1] ?? '') ? 70 : 60
}

/** The letters of the query in order, with gaps: `xsck` in `xiao shou chu ku`. Weak, so it comes last. */
function scoreScattered(text: string, query: string): number {
  let at = 0
  for (const letter of query) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return 0
  }
  return 20
}

/** The score of an entry for a query: every word of the query must be answered somewhere. */
export function scoreEntry(entry: PaletteEntry, query: string): number {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  let total = 0
  for (const word of words) {
    const title = scoreText(entry.title, word)
    const detail = scoreText(entry.detail ?? '', word) * 0.8
    const keyword = Math.max(
      0,
      ...(entry.keywords ?? []).map((one) =>
        Math.max(scoreText(one, word) * 0.9, word.length > 2 ? scoreScattered(one, word) : 0),
      ),
    )
    const best = Math.max(title, detail, keyword)
    if (best === 0) return 0
    total += best
  }
  return total / words.length
}

/**
 * The entries that answer the query, the best first, within their groups; groups stand in the order of their best entry.
 * Help comes last. Entries from the server come ranked already and are kept (they may have matched by barcode or phone, unseen here), but
 * behind what matches in the open.
 */
export function rankPalette(
  known: readonly PaletteEntry[],
  found: readonly PaletteEntry[],
  query: string,
  perGroup = 6,
): readonly PaletteEntry[] {
  const scored = new Map<string, { entry: PaletteEntry; score: number }>()
  for (const entry of known) {
    const score = scoreEntry(entry, query)
    if (score > 0) scored.set(entry.id, { entry, score })
  }
  for (const [place, entry] of found.entries()) {
    const score = Math.max(scoreEntry(entry, query), 15 - place * 0.01)
    if (!scored.has(entry.id)) scored.set(entry.id, { entry, score })
  }
  const groups = Map.groupBy(
    [...scored.values()].sort((a, b) => b.score - a.score),
    (one) => one.entry.group,
  )
  // Whoever types a number or a name wants the record; what is written about it comes last.
  const best = (group: PaletteGroup): number => (group === 'help' ? 0 : (groups.get(group)?.[0]?.score ?? 0))
  const order = paletteGroups.filter((group) => groups.has(group)).sort((a, b) => best(b) - best(a))
  return order.flatMap((group) => (groups.get(group) ?? []).slice(0, perGroup).map((one) => one.entry))
}
