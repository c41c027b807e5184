import { decimal } from '../../base/decimal.ts'
import type { Json } from '../../base/json.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import { convertDocument } from './convert.ts'
import { isJsonObject } from './draft.ts'
import type { JsonObject } from './draft.ts'
import { hiddenFrom } from './keep-hidden.ts'

interface Source {
  readonly type: string
  readonly document: string
  readonly line: string
}

const sourceOf = (line: JsonObject): Source | undefined => {
  const { source } = line
  if (source === undefined || !isJsonObject(source)) return undefined
  const { type, document, line: from } = source
  return typeof type === 'string' && typeof document === 'string' && typeof from === 'string'
    ? { type, document, line: from }
    : undefined
}

/** What a flow carries into lines, by the line it comes from. */
const carriedBy = async (work: Work, target: AnyDocument, sources: readonly Source[]) => {
  const lines = new Map<string, Readonly<Record<string, unknown>>>()
  for (const [document, of] of Map.groupBy(sources, (source) => source.document)) {
    const type = work.installed.catalogue.documents.get(of[0]?.type ?? '')
    if (type === undefined) continue
    const { draft } = await convertDocument(work, type, document, target.name)
    const carried: unknown = draft['lines']
    for (const line of Array.isArray(carried) ? (carried as readonly Readonly<Record<string, unknown>>[]) : []) {
      const source = line['source'] as { readonly line?: string } | null | undefined
      if (typeof source?.line === 'string') lines.set(source.line, line)
    }
  }
  return lines
}

const sameQuantity = (given: Json | undefined, carried: unknown): boolean => {
  try {
    return typeof given === 'string' || typeof given === 'number' ? decimal(given).eq(String(carried)) : false
  } catch {
    return false
  }
}

/**
 * A new document of someone who may not see all of its fields: what a flow carries into the hidden ones, which their form
 * never had, is taken from the source. A keeper who receives an order without seeing its prices receives it at them.
 */
export const withHiddenOfSources = async (
  work: Work,
  definition: AnyDocument,
  input: JsonObject,
): Promise<JsonObject> => {
  const fields = definition.tables['lines']?.fields ?? {}
  const hidden = hiddenFrom(work, fields)
  const lines = Array.isArray(input['lines']) ? input['lines'].filter(isJsonObject) : []
  const sources = lines.flatMap((line) => sourceOf(line) ?? [])
  if (hidden.length === 0 || sources.length === 0) return input
  const carried = await carriedBy(work, definition, sources)
  const filled = lines.map((line): JsonObject => {
    const from = carried.get(sourceOf(line)?.line ?? '')
    if (from === undefined) return line
    const isWhole = sameQuantity(line['quantity'], from['quantity'])
    const values = hidden.flatMap((name) => {
      const field = fields[name]
      const value = from[name]
      if (field === undefined || value === undefined || value === null || (line[name] ?? null) !== null) return []
      return field.kind === 'money' && !isWhole ? [] : [[name, fieldKinds[field.kind].format(value)] as const]
    })
    return { ...line, ...Object.fromEntries(values) }
  })
  return { ...input, lines: filled }
}
