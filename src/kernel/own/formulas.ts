import { Decimal } from '../../base/decimal.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { LineTables } from '../definition/record.ts'
import type { Names } from '../expression/check.ts'
import { evaluateExpression } from '../expression/evaluate.ts'
import type { Lookup } from '../expression/evaluate.ts'
import { fieldNamed, namesOf, valuesOf } from '../expression/fields.ts'
import { parseExpression } from '../expression/parse.ts'
import type { Expression } from '../expression/parse.ts'
import type { Value } from '../expression/value.ts'

type Values = Readonly<Record<string, unknown>>
type Tables = Readonly<Record<string, readonly Values[]>>

/** The words before the point by which a line's formula reads the head of its record. */
const headWords = new Set(['header', '单头', '表头'])

/** A column of a table as a formula at the head names it: `lines.gross`, 明细.价税合计. */
export const columnNamed = (
  tables: LineTables,
  name: string,
): { table: string; column: string; field: Field } | undefined => {
  const [first = '', second] = name.split('.')
  if (second === undefined) return undefined
  const found = Object.entries(tables).find(
    ([key, table]) => key === first || table.label === first || (key === 'lines' && first === '明细'),
  )
  const column = found === undefined ? undefined : fieldNamed(found[1].fields, second)
  const field = column === undefined ? undefined : found?.[1].fields[column]
  return found === undefined || column === undefined || field === undefined
    ? undefined
    : { table: found[0], column, field }
}

/** A field of the head as a formula of a line names it: 单头.客户. */
export const headNamed = (header: Fields, name: string): string | undefined => {
  const [first = '', second] = name.split('.')
  return second !== undefined && headWords.has(first) ? fieldNamed(header, second) : undefined
}

/** What formulas at the head of a record may name: its fields, and the columns of its tables. */
export const headFormulaNames = (header: Fields, tables: LineTables): Names => {
  const own = namesOf(header)
  return { typeOf: (name) => own.typeOf(name) ?? (columnNamed(tables, name) === undefined ? undefined : 'list') }
}

/** What formulas of a line may name: its own fields, and those of the head. */
export const lineFormulaNames = (fields: Fields, header: Fields): Names => {
  const own = namesOf(fields)
  const head = namesOf(header)
  return {
    typeOf: (name) => {
      const above = headNamed(header, name)
      return own.typeOf(name) ?? (above === undefined ? undefined : head.typeOf(above))
    },
  }
}

const parsed = new Map<string, Expression | undefined>()

/** A formula taken apart, once; undefined where it cannot be read, which the design's check has refused. */
const expressionOf = (formula: string): Expression | undefined => {
  if (!parsed.has(formula)) {
    if (parsed.size > 5000) parsed.clear()
    try {
      parsed.set(formula, parseExpression(formula))
    } catch {
      parsed.set(formula, undefined)
    }
  }
  return parsed.get(formula)
}

/** What was reckoned as the field keeps it: rounded to its places, null where it is no value of its kind. */
const asField = (field: Field, value: Value): unknown => {
  if (value === null || Array.isArray(value)) return null
  const given = Decimal.isDecimal(value)
    ? field.kind === 'integer'
      ? value.floor().toString()
      : value.toString()
    : value
  try {
    return fieldKinds[field.kind].parse(field, given as string | boolean)
  } catch {
    return null
  }
}

/** The fields of a part that are reckoned. */
export const formulaFields = (fields: Fields): [string, Field][] =>
  Object.entries(fields).filter(([, field]) => field.formula !== undefined && field.archived !== true)

/**
 * The reckoned fields of one part of a record. A formula may name another one: that is reckoned first; one that comes back to
 * itself is nothing. `beyond` answers names that are none of the part's own fields.
 */
export const reckon = (fields: Fields, values: Values, beyond: Lookup): Record<string, unknown> => {
  const done: Record<string, unknown> = {}
  const underWay = new Set<string>()
  const valueOf = (name: string): unknown => {
    const field = fields[name]
    if (field?.formula === undefined || field.archived === true) return values[name]
    if (name in done) return done[name]
    if (underWay.has(name)) return null
    underWay.add(name)
    const expression = expressionOf(field.formula)
    done[name] = expression === undefined ? null : asField(field, evaluateExpression(expression, lookup))
    return done[name]
  }
  const lookup: Lookup = (name) => {
    const known = fieldNamed(fields, name)
    return known === undefined ? beyond(name) : valuesOf(fields, { [known]: valueOf(known) })(known)
  }
  for (const [name] of formulaFields(fields)) valueOf(name)
  return done
}

/** What formulas at the head read of the tables: a column is the list of its values. */
export const columnsLookup =
  (tables: LineTables, lines: Tables): Lookup =>
  (name) => {
    const found = columnNamed(tables, name)
    if (found === undefined) return null
    const fields = { [found.column]: found.field }
    return (lines[found.table] ?? []).map((line) => valuesOf(fields, line)(found.column))
  }

/** What formulas of a line read of the head. */
export const headLookup =
  (header: Fields, values: Values): Lookup =>
  (name) => {
    const above = headNamed(header, name)
    return above === undefined ? null : valuesOf(header, values)(above)
  }
