import type { JsonRow } from '../../../ui/derive/values.ts'

/** A plain value of a record as text; empty where there is none or it is a structure. */
export function rowText(row: JsonRow | null | undefined, name: string): string {
  const value = row?.[name]
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
