import { Decimal, round } from '../../base/decimal.ts'
import { functionNamed } from './functions.ts'
import type { Value } from './value.ts'
import type { Expression } from './parse.ts'

/** What the names of an expression stand for; null for what is not known. */
export type Lookup = (name: string) => Value

/** Places kept of a quotient: more than any amount or price has. */
const quotientPlaces = 20

const same = (a: Value, b: Value): boolean =>
  Decimal.isDecimal(a) && Decimal.isDecimal(b) ? a.eq(b) : (a ?? null) === (b ?? null)

const compare = (a: Value, b: Value): number | undefined => {
  if (Decimal.isDecimal(a) && Decimal.isDecimal(b)) return a.cmp(b)
  if (typeof a !== 'string' || typeof b !== 'string') return undefined
  return a === b ? 0 : a < b ? -1 : 1
}

const ordered = (operator: string, a: Value, b: Value): Value => {
  const difference = compare(a, b)
  if (difference === undefined) return false
  switch (operator) {
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
    case '<':
      return difference < 0
    default:
      return difference <= 0
  }
}

const reckoned = (operator: string, a: Value, b: Value): Value => {
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') return a + b
  if (!Decimal.isDecimal(a) || !Decimal.isDecimal(b)) return null
  switch (operator) {
    case '+':
      return a.plus(b)
    case '-':
      return a.minus(b)
    case '*':
      return a.times(b)
    default:
      return b.isZero() ? null : round(a.div(b), quotientPlaces)
  }
}

const binary = (expression: Extract<Expression, { sort: 'binary' }>, lookup: Lookup): Value => {
  const { operator } = expression
  const left = evaluateExpression(expression.left, lookup)
  if (operator === 'and') return left === true && evaluateExpression(expression.right, lookup) === true
  if (operator === 'or') return left === true || evaluateExpression(expression.right, lookup) === true
  const right = evaluateExpression(expression.right, lookup)
  if (operator === '=') return same(left, right)
  if (operator === '<>') return !same(left, right)
  if (operator === 'in') return Array.isArray(right) && right.some((one: Value) => same(left, one))
  return ['>', '>=', '<', '<='].includes(operator) ? ordered(operator, left, right) : reckoned(operator, left, right)
}

/**
 * What an expression gives for some values. It reads nothing but them, ends always, and throws nothing: what is not known or
 * cannot be reckoned (a division by zero) is null, and no condition holds of it. Browser and server run this same function.
 */
export const evaluateExpression = (expression: Expression, lookup: Lookup): Value => {
  switch (expression.sort) {
    case 'value':
      return expression.value
    case 'name':
      return lookup(expression.name)
    case 'list':
      return expression.values.map((value) => evaluateExpression(value, lookup))
    case 'not':
      return evaluateExpression(expression.value, lookup) !== true
    case 'minus': {
      const value = evaluateExpression(expression.value, lookup)
      return Decimal.isDecimal(value) ? value.neg() : null
    }
    case 'call': {
      const found = functionNamed(expression.name)
      const values = expression.values.map((value) => evaluateExpression(value, lookup))
      if (found === undefined || (found.takesNull !== true && values.includes(null))) return null
      return found.run(...values)
    }
    default:
      return binary(expression, lookup)
  }
}
