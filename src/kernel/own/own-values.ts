import type { Json } from '../../base/json.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import type { Field } from '../definition/field.ts'

type Values = Readonly<Record<string, unknown>>
interface OwnColumn {
  readonly property: string
  readonly field: Field
}

/** How a company's own fields are called: `x_weight`. */
export const ownName = /^x_[a-z0-9_]{1,40}$/

export const isOwnName = (name: string): boolean => ownName.test(name)

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was kept under another kind and is no value of this one is nothing. */
const parsed = (field: Field, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  try {
    return fieldKinds[field.kind].parse(field, value as Json)
  } catch {
    return null
  }
}

/** The values of own fields as they are kept in `custom`: JSON, decimals as text, never floats. */
export const formatOwn = (columns: readonly OwnColumn[], row: Values): Record<string, Json> =>
  Object.fromEntries(
    columns.flatMap(({ property, field }) =>
      property in row ? [[property, fieldKinds[field.kind].format(row[property])]] : [],
    ),
  )

/** The values of own fields as code sees them, out of `custom`; what else stands there stays there. */
export const readOwn = (columns: readonly OwnColumn[], custom: unknown): Record<string, unknown> => {
  const kept = isObject(custom) ? custom : {}
  const names = new Set(columns.map((column) => column.property))
  return {
    custom: Object.fromEntries(Object.entries(kept).filter(([name]) => !names.has(name))),
    ...Object.fromEntries(columns.map(({ property, field }) => [property, parsed(field, kept[property])])),
  }
}

/** `custom` without the values of own fields: those are answered under their own names, or not at all. */
export const withoutOwn = (custom: unknown): Json =>
  isObject(custom)
    ? (Object.fromEntries(Object.entries(custom).filter(([name]) => !isOwnName(name))) as Json)
    : ((custom ?? {}) as Json)
