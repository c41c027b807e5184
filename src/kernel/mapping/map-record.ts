import { Decimal, decimal } from '../../base/decimal.ts'
import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'
import { evaluateExpression } from '../expression/evaluate.ts'
import { parseExpression } from '../expression/parse.ts'
import type { Value } from '../expression/value.ts'

/**
 * Where a field's value comes from: a path in the message (`buyer.name`), or after `=` a formula over such paths (`="MAIN"`,
 * `=qty * price`). `table` turns the other system's words into ours; a word that it lacks stays as it is.
 */
export interface Rule {
  readonly value: string
  readonly table?: Readonly<Record<string, string>>
}

export type Rules = Readonly<Record<string, Rule>>

/** How a message becomes records of a type. */
export interface Mapping {
  /** The path to the list of records; empty where the message is one, or a list itself. */
  readonly records: string
  /** What the other system calls a record by, so that it is taken once however often it is sent. */
  readonly externalId: string
  readonly header: Rules
  /** Lines by table: the path to them within the record, and their fields. */
  readonly tables: Readonly<Record<string, { readonly path: string; readonly fields: Rules }>>
}

/** The value at the end of a path; null where there is none. */
export const valueAt = (tree: Json, path: string): Json => {
  let at: Json | undefined = tree
  for (const part of path === '' ? [] : path.split('.')) {
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(part)]
    else at = at !== undefined && isJsonObject(at) && Object.hasOwn(at, part) ? at[part] : undefined
    if (at === undefined) return null
  }
  return at ?? null
}

/** XML writes a list of one as one: whatever is there is taken as a list. */
const listAt = (tree: Json, path: string): readonly Json[] => {
  const found = valueAt(tree, path)
  if (found === null || found === '') return []
  return Array.isArray(found) ? found : [found]
}

/** An element of XML that has attributes keeps its text beside them. */
const plain = (value: Json): Json => (isJsonObject(value) && '#text' in value ? (value['#text'] ?? null) : value)

/** Text that is a number counts as one in formulas; what begins with a nought is a code. */
const forFormula = (value: Json): Value => {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string' && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)) return decimal(value)
  return typeof value === 'string' ? value : null
}

const said = (value: Value): Json => {
  if (Decimal.isDecimal(value)) return value.toString()
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

/** What a rule gives: names are looked for in the line, then in its record. */
const apply = (rule: Rule, sources: readonly Json[]): Json => {
  const find = (path: string): Json => {
    for (const source of sources) {
      const found = plain(valueAt(source, path))
      if (found !== null) return found
    }
    return null
  }
  const text = rule.value.trim()
  const value = text.startsWith('=')
    ? said(evaluateExpression(parseExpression(text.slice(1)), (name) => forFormula(find(name))))
    : find(text)
  const word = textOf(value)
  const translated = rule.table !== undefined && Object.hasOwn(rule.table, word) ? rule.table[word] : undefined
  if (translated !== undefined) return translated
  return typeof value === 'string' && value.trim() === '' ? null : value
}

const applyAll = (rules: Rules, sources: readonly Json[]): JsonObject =>
  Object.fromEntries(
    Object.entries(rules)
      .filter(([, rule]) => rule.value.trim() !== '')
      .map(([field, rule]) => [field, apply(rule, sources)] as const)
      .filter(([, value]) => value !== null),
  )

/** The records that a message holds, each as it was sent. */
export const recordsIn = (message: Json, mapping: Pick<Mapping, 'records'>): readonly Json[] =>
  listAt(message, mapping.records)

/** A record of ours from one of theirs, and what they call it by. Throws an ExpressionError where a formula is none. Pure. */
export const mapRecord = (
  source: Json,
  mapping: Mapping,
): { readonly externalId: string; readonly content: JsonObject } => {
  const tables = Object.entries(mapping.tables).map(([table, { path, fields }]) => [
    table,
    listAt(source, path).map((line) => applyAll(fields, [line, source])),
  ])
  return {
    externalId: textOf(apply({ value: mapping.externalId }, [source])).trim(),
    content: { ...applyAll(mapping.header, [source]), ...(Object.fromEntries(tables) as JsonObject) },
  }
}
