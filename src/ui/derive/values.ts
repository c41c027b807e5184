import type { Json } from '../../base/json.ts'
import type { Fields } from '../../kernel/definition/field.ts'
import { isReference, type FieldValue } from '../field/field.ts'

/** Codes and names of what records refer to, by entity and id, as the API answers them. */
export type References = Readonly<
  Record<string, Readonly<Record<string, { readonly code: string; readonly name: string }>>>
>

export type JsonRow = Readonly<Record<string, Json>>

/** The values of a form from a record of the API: references get their names, numbers become texts. */
export function valuesOf(fields: Fields, row: JsonRow, references: References): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, FieldValue] => {
      const value = row[name] ?? null
      if (field.kind === 'ref' && typeof value === 'string') {
        const found = references[field.target?.name ?? '']?.[value]
        return [name, { id: value, name: found?.name ?? value, code: found?.code }]
      }
      if (typeof value === 'number') return [name, String(value)]
      return [name, typeof value === 'string' || typeof value === 'boolean' ? value : null]
    }),
  )
}

/** What is sent for the values of a form. Computed fields are the server's and stay out. */
export function jsonOf(fields: Fields, values: Readonly<Record<string, FieldValue>>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, field]) => field.computed !== true && name in values)
      .map(([name, field]): [string, Json] => {
        const value = values[name] ?? null
        if (isReference(value)) return [name, value.id]
        if (field.kind === 'integer' && typeof value === 'string') return [name, Number(value)]
        return [name, value]
      }),
  )
}
