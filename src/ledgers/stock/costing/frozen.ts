import type { Json } from '../../../base/json.ts'
import type { UnitCost } from './cost-method.ts'

function unreadable(): RangeError {
  return new RangeError('this is not the frozen state of a cost pool')
}

/** A field of an object in a frozen state. */
export function fieldFrom(json: Json | undefined, name: string): Json | undefined {
  if (typeof json !== 'object' || json === null || !isRecord(json)) throw unreadable()
  return json[name]
}

function isRecord(json: object): json is { readonly [key: string]: Json } {
  return !Array.isArray(json)
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json)
}

/** A list in a frozen state. */
export function listFrom(json: Json | undefined): readonly Json[] {
  if (!isList(json)) throw unreadable()
  return json
}

/** A text in a frozen state. */
export function textFrom(json: Json | undefined): string {
  if (typeof json !== 'string') throw unreadable()
  return json
}

/** A whole number, kept as text in a frozen state. */
export function bigintFrom(json: Json | undefined): bigint {
  const text = textFrom(json)
  if (!/^-?\d+$/.test(text)) throw unreadable()
  return BigInt(text)
}

/** A unit cost as JSON; null when there is none. */
export function freezeUnitCost(unit: UnitCost | undefined): Json {
  return unit === undefined ? null : [unit.amount.toString(), unit.quantity.toString()]
}

/** A unit cost again. */
export function thawUnitCost(json: Json | undefined): UnitCost | undefined {
  if (json === null || json === undefined) return undefined
  const [amount, quantity] = listFrom(json)
  return { amount: bigintFrom(amount), quantity: bigintFrom(quantity) }
}
