import { Decimal } from '../../base/decimal.ts'
import type { Json } from '../../base/json.ts'
import type { AnyDocument } from '../definition/record.ts'
import { headerFields } from '../documents/draft.ts'
import { isSeen, referencesIn } from '../documents/record-json.ts'
import type { Row } from '../documents/storage.ts'
import type { Fields } from '../definition/field.ts'
import type { Proposed, Work } from '../posting/work.ts'

const valueJson = (value: unknown): Json => {
  if (Decimal.isDecimal(value)) return value.toString()
  if (value instanceof Date) return value.toISOString()
  return value === undefined ? null : (value as Json)
}

const valuesJson = (work: Work, fields: Fields, values: Row): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => fields[name] === undefined || isSeen(fields[name], work))
      .map(([name, value]) => [name, valueJson(value)]),
  )

/** A draft that is not saved, as JSON that a form can begin with. */
export const draftJson = async (work: Work, definition: AnyDocument, draft: Row): Promise<Record<string, Json>> => {
  const fields = headerFields(definition)
  const tables = Object.entries(definition.tables).map(([name, table]) => ({
    name,
    fields: table.fields,
    lines: Array.isArray(draft[name]) ? (draft[name] as readonly Row[]) : [],
  }))
  const header = Object.fromEntries(Object.entries(draft).filter(([name]) => !(name in definition.tables)))
  const references = await referencesIn(work, [
    { fields, values: header },
    ...tables.flatMap(({ fields: own, lines }) => lines.map((values) => ({ fields: own, values }))),
  ])
  return {
    type: definition.name,
    ...valuesJson(work, fields, header),
    ...Object.fromEntries(
      tables.map(({ name, fields: own, lines }) => [name, lines.map((line) => valuesJson(work, own, line))]),
    ),
    references,
  }
}

/** What is proposed for a draft's lines, as JSON: values by line, further lines, and what would be refused. */
export const proposedJson = async (
  work: Work,
  definition: AnyDocument,
  proposed: Proposed,
): Promise<Record<string, Json>> => {
  const fields = definition.tables['lines']?.fields ?? {}
  const more = proposed.more ?? []
  return {
    lines: proposed.lines.map((values) => (values === null ? null : valuesJson(work, fields, values))),
    more: more.map((values) => valuesJson(work, fields, values)),
    references: await referencesIn(
      work,
      more.map((values) => ({ fields, values })),
    ),
  }
}
