import { Decimal, decimal } from '../../base/decimal.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { Names } from './check.ts'
import type { Lookup } from './evaluate.ts'
import type { Value, ValueType } from './value.ts'

const typeOfField = (field: Field): ValueType => {
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

const nameOf = (fields: Fields, name: string): string | undefined =>
  Object.hasOwn(fields, name) ? name : Object.entries(fields).find(([, field]) => field.label === name)?.[0]

/** The names of fields, by which expressions may call them: `amount` or 价税合计. */
export const namesOf = (fields: Fields): Names => ({
  typeOf: (name) => {
    const field = fields[nameOf(fields, name) ?? '']
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
    const known = nameOf(fields, name)
    const field = known === undefined ? undefined : fields[known]
    return field === undefined || known === undefined ? null : valueOf(field, values[known])
  }
