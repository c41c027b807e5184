import { Decimal, round, zero } from '../../base/decimal.ts'
import type { Value, ValueType } from './value.ts'

/** A function that expressions may call: what it takes, what it gives, and how. */
export interface ExpressionFunction {
  readonly label: string
  readonly takes: readonly ValueType[]
  /** The last type may come again and again. */
  readonly many?: boolean
  /** The type of the answer: a type, or that of one of what it takes. */
  readonly gives: ValueType | { readonly sameAs: number }
  /** Whether null is one of the things it answers to; else null in makes null out. */
  readonly takesNull?: boolean
  run(...values: readonly Value[]): Value
}

const numbers = (values: readonly Value[]): Decimal[] =>
  values.flatMap((value) => (Array.isArray(value) ? numbers(value) : Decimal.isDecimal(value) ? [value] : []))

const places = (value: Value | undefined): number =>
  Decimal.isDecimal(value) ? Math.min(Math.max(value.toNumber(), 0), 10) : 2

const daysIn = (day: Value): number =>
  typeof day === 'string' ? Date.parse(`${day}T00:00:00Z`) / 86_400_000 : Number.NaN

/** All functions there are, by their English name; each has a Chinese one. */
export const expressionFunctions: Readonly<Record<string, ExpressionFunction>> = {
  if: {
    label: '如果',
    takes: ['boolean', 'any', 'any'],
    gives: { sameAs: 1 },
    takesNull: true,
    run: (condition, yes, no) => (condition === true ? (yes ?? null) : (no ?? null)),
  },
  round: {
    label: '四舍五入',
    takes: ['number', 'number'],
    gives: 'number',
    run: (value, to) => (Decimal.isDecimal(value) ? round(value, places(to)) : null),
  },
  abs: {
    label: '绝对值',
    takes: ['number'],
    gives: 'number',
    run: (value) => (Decimal.isDecimal(value) ? value.abs() : null),
  },
  min: {
    label: '最小',
    takes: ['number'],
    many: true,
    gives: 'number',
    takesNull: true,
    run: (...values) => numbers(values).toSorted((a, b) => a.cmp(b))[0] ?? null,
  },
  max: {
    label: '最大',
    takes: ['number'],
    many: true,
    gives: 'number',
    takesNull: true,
    run: (...values) => numbers(values).toSorted((a, b) => b.cmp(a))[0] ?? null,
  },
  sum: {
    label: '合计',
    takes: ['number'],
    many: true,
    gives: 'number',
    takesNull: true,
    run: (...values) => numbers(values).reduce((total, value) => total.plus(value), zero),
  },
  empty: {
    label: '为空',
    takes: ['any'],
    gives: 'boolean',
    takesNull: true,
    run: (value) => value === null || value === undefined || value === '',
  },
  contains: {
    label: '包含',
    takes: ['text', 'text'],
    gives: 'boolean',
    run: (text, part) => typeof text === 'string' && typeof part === 'string' && text.includes(part),
  },
  days: {
    label: '相差天数',
    takes: ['text', 'text'],
    gives: 'number',
    run: (from, to) => {
      const difference = daysIn(to ?? null) - daysIn(from ?? null)
      return Number.isFinite(difference) ? zero.plus(difference) : null
    },
  },
}

/** A function by its English or Chinese name. */
export const functionNamed = (name: string): ExpressionFunction | undefined =>
  Object.hasOwn(expressionFunctions, name.toLowerCase())
    ? expressionFunctions[name.toLowerCase()]
    : Object.values(expressionFunctions).find((one) => one.label === name)
