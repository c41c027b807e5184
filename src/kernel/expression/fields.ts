import { Decimal, decimal } from '../../base/decimal.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { Names } from './check.ts'
import type { Lookup } from './evaluate.ts'
import type { Value, ValueType } from './value.ts'

/** The type of what a field holds, as expressions reckon with it. */
export const typeOfField = (field: Field): ValueType => {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'quantity':
    case 'price':
    case 'money':
    case 'percent':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'json':
      return 'list'
    default:
      return 'text'
  }
}

/** The name of a field that is called by its name or its Chinese label. */
export const fieldNamed = (fields: Fields, name: string): string | undefined =>
  Object.hasOwn(fields, name) ? name : Object.entries(fields).find(([, field]) => field.label === name)?.[0]

/** The names of fields, by which expressions may call them: `amount` or 价税合计. */
export const namesOf = (fields: Fields): Names => ({
  typeOf: (name) => {
    const field = fields[fieldNamed(fields, name) ?? '']
    return field === undefined ? undefined : typeOfField(field)
  },
})

const valueOf = (field: Field, value: unknown): Value => {
  if (Decimal.isDecimal(value)) return value
  if (typeof value === 'number') return decimal(value)
  if (typeof value === 'string') return field.kind === 'choice' ? (field.options?.[value] ?? value) : value
  return typeof value === 'boolean' ? value : null
}

/** The values of fields as expressions see them: choices by their labels, decimals exact. */
export const valuesOf =
  (fields: Fields, values: Readonly<Record<string, unknown>>): Lookup =>
  (name) => {
    const known = fieldNamed(fields, name)
    const field = known === undefined ? undefined : fields[known]
    return field === undefined || known === undefined ? null : valueOf(field, values[known])
  }
