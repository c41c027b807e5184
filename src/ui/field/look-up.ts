import type { Reference, ReferenceSource } from './field.ts'

async function byCode(source: ReferenceSource, text: string): Promise<Reference | null> {
  const { rows } = await source.search(text, new AbortController().signal)
  const exact = rows.find((row) => row.code === text || row.name === text)
  return exact ?? (rows.length === 1 ? (rows[0] ?? null) : null)
}

/** Finds records for texts that were pasted, scanned, or left by someone who types faster than the search. */
export async function lookUpReferences(
  source: ReferenceSource,
  texts: readonly string[],
): Promise<readonly (Reference | null)[]> {
  if (source.resolve) return source.resolve(texts)
  const found = new Map<string, Reference | null>()
  for (const text of new Set(texts)) found.set(text, await byCode(source, text))
  return texts.map((text) => found.get(text) ?? null)
}
