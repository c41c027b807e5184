import { Decimal } from './decimal.ts'

/** A value as a person would write it: text and numbers as they are, nothing as nothing, structures as JSON. */
export const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return `${value}`
  if (Decimal.isDecimal(value)) return value.toString()
  return JSON.stringify(value)
}
