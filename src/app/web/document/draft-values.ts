import type { Json } from '../../../base/json.ts'
import { Decimal } from '../../../base/decimal.ts'
import { UnreadableValue, fieldKinds, fromStored } from '../../../kernel/definition/field-kinds.ts'
import type { Field, Fields } from '../../../kernel/definition/field.ts'
import { date, longText } from '../../../kernel/definition/field.ts'
import { isReference, type FieldValue, type Reference } from '../../../ui/field/field.ts'

export type Values = Readonly<Record<string, FieldValue>>

/** What every document's head has beside its own fields. */
export const ownFields = {
  date: date({ label: '单据日期', english: 'Date', required: true }),
  remark: longText({ label: '备注' }),
} as const

const isEmpty = (value: FieldValue | undefined): boolean => value === null || value === undefined || value === ''

const readOne = (field: Field, value: FieldValue): unknown => {
  try {
    return fieldKinds[field.kind].parse(field, isReference(value) ? value.id : value)
  } catch (error) {
    if (error instanceof UnreadableValue) return null
    throw error
  }
}

/** The values that rules see for what a form holds: decimals, dates, ids. What cannot be read counts as missing. */
export function ruleValues(fields: Fields, values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const value = values[name]
      return [name, isEmpty(value) || value === undefined ? null : readOne(field, value)]
    }),
  )
}

/** Finds what to show for a reference: its code and name. */
export type NameOf = (entity: string, id: string) => Reference | undefined

/** What a form shows for a value that a rule gave. */
export function shownValue(field: Field, value: unknown, nameOf: NameOf): FieldValue {
  if (value === null || value === undefined) return null
  if (field.kind === 'ref' && typeof value === 'string')
    return nameOf(field.target?.name ?? '', value) ?? { id: value, name: '…' }
  if (Decimal.isDecimal(value)) return value.toString()
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

export function shownValues(fields: Fields, values: Readonly<Record<string, unknown>>, nameOf: NameOf): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, shownValue(field, values[name], nameOf)]),
  )
}

/** A record as rules see it, from its JSON. */
export function recordValues(fields: Fields, row: Readonly<Record<string, Json>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fromStored(field, row[name])]))
}

export function sameValue(left: FieldValue | undefined, right: FieldValue | undefined): boolean {
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right)
  if (isReference(left ?? null) || isReference(right ?? null))
    return isReference(left) && isReference(right) && left.id === right.id
  if (left === right) return true
  if (typeof left !== 'string' || typeof right !== 'string') return false
  return isNumber(left) && isNumber(right) && new Decimal(left).eq(right)
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)
