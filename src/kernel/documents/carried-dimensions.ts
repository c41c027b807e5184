import type { Fields } from '../definition/field.ts'
import type { AnyDocument } from '../definition/record.ts'
import { dimensionNames } from '../posting/proposal.ts'
import type { CarriedDimensions, Dimensions } from '../posting/proposal.ts'
import { inCompany } from '../own/installed-in.ts'
import type { Work } from '../posting/work.ts'
import type { LoadedRecord } from './load.ts'

/** The references to an entity of a dimension's name; a field called as the dimension comes first. */
const fieldsFor = (fields: Fields, name: string): string[] =>
  Object.entries(fields)
    .filter(([, field]) => field.kind === 'ref' && field.target?.name === name)
    .map(([field]) => field)
    .toSorted((a, b) => Number(b === name) - Number(a === name))

/** The first filled reference of each dimension. */
const dimensionsIn = (fields: Fields, values: Readonly<Record<string, unknown>>): Dimensions =>
  Object.fromEntries(
    dimensionNames.flatMap((name) => {
      const found = fieldsFor(fields, name)
        .map((field) => values[field])
        .find((value) => typeof value === 'string')
      return typeof found === 'string' ? [[name, found]] : []
    }),
  )

/** The field that somebody may fill to say a dimension. */
const fillable = (fields: Fields, name: string): string | undefined =>
  fieldsFor(fields, name).find((field) => fields[field]?.computed !== true && fields[field]?.hidden !== true)

/**
 * What a document says of its entries beside what they say themselves: its department, who handled it, its project. A line's own
 * come before the head's.
 */
export const carriedDimensions = (work: Work, bare: AnyDocument, record: LoadedRecord): CarriedDimensions => {
  // By whatever name it was called, the company's view of it has the fields that every document has.
  const definition = inCompany(work, bare)
  const head = dimensionsIn(definition.header, record.header)
  const byLine = new Map<string, Dimensions>()
  const places = new Map<string, { readonly path: string; readonly index: number; readonly fields: Fields }>()
  for (const [table, { fields }] of Object.entries(definition.tables)) {
    for (const [index, line] of (record.tables[table] ?? []).entries()) {
      const own = dimensionsIn(fields, line)
      if (typeof line['id'] !== 'string') continue
      byLine.set(line['id'], { ...head, ...own })
      places.set(line['id'], { path: `${table}.${index}`, index, fields })
    }
  }
  return {
    of: (lineId) => (lineId === null ? head : (byLine.get(lineId) ?? head)),
    placeOf: (lineId) => places.get(lineId ?? '')?.index ?? 0,
    fieldOf: (lineId, name) => {
      // Said once in the head it holds for all lines.
      const place = lineId === null ? undefined : places.get(lineId)
      const own = place === undefined ? undefined : fillable(place.fields, name)
      return fillable(definition.header, name) ?? (own === undefined ? undefined : `${place?.path ?? ''}.${own}`)
    },
  }
}
