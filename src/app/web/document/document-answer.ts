import type { Json } from '../../../base/json.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import type { References } from '../../../ui/derive/values.ts'
import { valuesOf } from '../../../ui/derive/values.ts'
import { headerFieldsOf, type Draft, type DraftLine } from './draft-state.ts'

/** A flow that leads on from a document. */
export type Conversion = {
  readonly flow: string
  readonly target: string
  readonly address: string
  readonly label: string
  readonly english: string
}

/** A document as the API answers it; its fields and tables stand beside these. */
export type DocumentAnswer = {
  readonly id: string
  readonly number: string
  readonly date: string
  readonly state: string
  readonly version: number
  readonly reverses: string | null
  readonly createdBy: string
  readonly createdAt: string
  readonly postedBy: string | null
  readonly postedAt: string | null
  /** How often it was printed; told when a document is read. */
  readonly prints?: number
  readonly references: References
  readonly actions: readonly string[]
  readonly convert: readonly Conversion[]
  readonly derived: { readonly status: string | null; readonly reversedBy: string | null }
} & Readonly<Record<string, Json | References | undefined>>

/** What a flow offers as the beginning of another document. */
export type ConvertedDraft = { readonly references: References } & Readonly<Record<string, Json | References>>

const isLine = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Source = { readonly references: References } & Readonly<Record<string, unknown>>

/** The draft that a form begins with, from an answer. A copy takes neither ids nor sources with it. */
export function draftFrom(definition: AnyDocument, answer: Source, options: { copy?: boolean } = {}): Draft {
  const row = answer as Readonly<Record<string, Json>>
  const references = answer.references
  const given = Object.fromEntries(Object.entries(headerFieldsOf(definition)).filter(([name]) => name in row))
  return {
    header: valuesOf(given, row, references),
    tables: Object.fromEntries(
      Object.entries(definition.tables).map(([name, table]) => {
        const lines = row[name]
        return [
          name,
          (Array.isArray(lines) ? lines : []).filter(isLine).map((line, index): DraftLine => {
            const typed = valuesOf(table.fields, line, references)
            if (options.copy === true) return { key: `copy-${index}`, typed }
            const id = typeof line['id'] === 'string' ? line['id'] : undefined
            return {
              key: id ?? `drawn-${index}`,
              ...(id === undefined ? {} : { id }),
              ...(line['source'] === null || line['source'] === undefined ? {} : { source: line['source'] }),
              typed,
            }
          }),
        ]
      }),
    ),
  }
}
