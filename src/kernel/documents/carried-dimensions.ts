import type { Fields } from '../definition/field.ts'
import type { AnyDocument } from '../definition/record.ts'
import { dimensionNames } from '../posting/proposal.ts'
import type { CarriedDimensions, Dimensions } from '../posting/proposal.ts'
import type { LoadedRecord } from './load.ts'

/** The first filled reference to an entity of each dimension's name; a field called as the dimension comes first. */
const dimensionsIn = (fields: Fields, values: Readonly<Record<string, unknown>>): Dimensions =>
  Object.fromEntries(
    dimensionNames.flatMap((name) => {
      const named = Object.entries(fields)
        .filter(([, field]) => field.kind === 'ref' && field.target?.name === name)
        .map(([field]) => field)
        .toSorted((a, b) => Number(b === name) - Number(a === name))
      const found = named.map((field) => values[field]).find((value) => typeof value === 'string')
      return typeof found === 'string' ? [[name, found]] : []
    }),
  )

/**
 * What a document says of its entries beside what they say themselves: its department, who handled it, its project. A line's own
 * come before the head's.
 */
export const carriedDimensions = (definition: AnyDocument, record: LoadedRecord): CarriedDimensions => {
  const head = dimensionsIn(definition.header, record.header)
  const byLine = new Map<string, Dimensions>()
  for (const [table, { fields }] of Object.entries(definition.tables)) {
    for (const line of record.tables[table] ?? []) {
      const own = dimensionsIn(fields, line)
      if (typeof line['id'] === 'string') byLine.set(line['id'], { ...head, ...own })
    }
  }
  return (lineId) => (lineId === null ? head : (byLine.get(lineId) ?? head))
}
