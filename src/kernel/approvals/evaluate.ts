import { Decimal, decimal } from '../../base/decimal.ts'
import { formatMoney } from '../../base/money.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import { sentence } from '../definition/define.ts'
import { rightToSee } from '../definition/field.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { Message } from '../definition/problem.ts'
import { approvalOperators } from './approval-rule.ts'
import type { ApprovalOperator } from './approval-rule.ts'

/** One comparison of a rule, as it is stored. */
export interface Condition {
  readonly fact: string
  readonly operator: ApprovalOperator
  readonly threshold: string
}

type Comparable = Decimal | boolean | string

/** What a rule compares with, read by the fact's kind. Undefined when it cannot be one. */
export const readThreshold = (field: Field, text: string): Comparable | undefined => {
  const given = text.trim()
  if (field.kind === 'boolean') return given === '是' || given === 'true' ? true : given === '否' ? false : undefined
  try {
    const value = fieldKinds[field.kind].parse(field, given)
    if (typeof value === 'number') return decimal(value)
    return Decimal.isDecimal(value) || typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

const compared = (value: unknown): Comparable | undefined => {
  if (typeof value === 'number') return decimal(value)
  return Decimal.isDecimal(value) || typeof value === 'boolean' || typeof value === 'string' ? value : undefined
}

const order = (a: Comparable, b: Comparable): number => {
  if (Decimal.isDecimal(a) && Decimal.isDecimal(b)) return a.cmp(b)
  const [first, second] = [String(a), String(b)]
  return first === second ? 0 : first < second ? -1 : 1
}

const holds: Readonly<Record<ApprovalOperator, (difference: number) => boolean>> = {
  gt: (difference) => difference > 0,
  gte: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  lte: (difference) => difference <= 0,
  eq: (difference) => difference === 0,
  ne: (difference) => difference !== 0,
}

const signs: Readonly<Record<ApprovalOperator, string>> = { gt: '>', gte: '≥', lt: '<', lte: '≤', eq: '=', ne: '≠' }

/** Amounts as people write them: 1,234,567.50. */
const shownBy = (field: Field, value: Comparable): string =>
  field.kind === 'money' && Decimal.isDecimal(value) ? formatMoney(value) : value.toString()

/** Said without the value where that is a cost or a margin: everyone who reads the document reads the reason. */
const reasonOf = (name: string, field: Field, value: Comparable, condition: Condition): Message => {
  const english = field.english ?? sentence(name)
  if (typeof value === 'boolean') {
    const is = readThreshold(field, condition.threshold) === (condition.operator !== 'ne')
    return is ? { zh: field.label, en: english } : { zh: `不是${field.label}`, en: `not ${english}` }
  }
  const shown = rightToSee(field.sensitive) !== undefined ? '' : ` ${shownBy(field, value)}`
  const threshold = shownBy(field, readThreshold(field, condition.threshold) ?? condition.threshold)
  return {
    zh: `${field.label}${shown} ${approvalOperators[condition.operator]} ${threshold}`,
    en: `${english}${shown} ${signs[condition.operator]} ${threshold}`,
  }
}

/** The reason in words where one condition holds of the facts. */
const reasonWhere = (
  condition: Condition,
  fields: Fields,
  facts: Readonly<Record<string, unknown>>,
): Message | undefined => {
  const field = fields[condition.fact]
  const value = compared(facts[condition.fact])
  const threshold = field === undefined ? undefined : readThreshold(field, condition.threshold)
  if (field === undefined || value === undefined || threshold === undefined) return undefined
  return holds[condition.operator](order(value, threshold))
    ? reasonOf(condition.fact, field, value, condition)
    : undefined
}

/**
 * Whether a rule's conditions hold of a document's facts: the reasons in words when all of them do, or any where the rule
 * says so; else undefined. What is not known holds nothing. The one place where conditions are judged.
 */
export const evaluate = (
  conditions: readonly Condition[],
  fields: Fields,
  facts: Readonly<Record<string, unknown>>,
  matching: 'all' | 'any' = 'all',
): readonly Message[] | undefined => {
  const reasons = conditions.flatMap((condition) => reasonWhere(condition, fields, facts) ?? [])
  const needed = matching === 'any' ? Math.min(1, conditions.length) : conditions.length
  return reasons.length >= needed ? reasons : undefined
}
