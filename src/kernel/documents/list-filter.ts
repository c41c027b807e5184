import type { Json } from '../../base/json.ts'
import { isUuid } from '../../base/id.ts'
import { UnreadableValue, fieldKinds, toStored } from '../definition/field-kinds.ts'
import type { Field } from '../definition/field.ts'
import { text } from '../definition/field.ts'
import { Problem, fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import { documentStates } from '../definition/record.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { isOwnName } from '../own/own-values.ts'
import type { Work } from '../posting/work.ts'
import { afterPrefix } from '../search/find.ts'
import { derivedCondition, isDerivedState, todayOf } from './derived-state.ts'
import { isJsonObject } from './draft.ts'
import { isAskable } from './record-json.ts'
import { allColumns, columnSql, tableOf } from './storage.ts'
import type { StoredColumn, StoredTable } from './storage.ts'

/** Operators that a list's filters may use. */
export const filterOperators = [
  'eq',
  'ne',
  'in',
  'contains',
  'startsWith',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'empty',
  'notEmpty',
] as const
export type FilterOperator = (typeof filterOperators)[number]

/** One condition of a list: a field, an operator, a value. */
export interface Filter {
  readonly field: string
  readonly op: FilterOperator
  readonly value: Json
}

/** Collects parameters and gives each its place; the company is always the first. */
export class Parameters {
  readonly values: unknown[]

  constructor(company: string) {
    this.values = [company]
  }

  add(value: unknown, type = 'text'): string {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }
}

const isOperator = (value: unknown): value is FilterOperator => (filterOperators as readonly unknown[]).includes(value)

const malformed = () =>
  new Problem('malformed', {
    zh: 'filter 应为 [{"field":"…","op":"eq","value":…}] 的列表（最多 30 项）',
    en: 'filter must be a list like [{"field":"…","op":"eq","value":…}] (30 at most)',
  })

/** Reads the `filter` of an address. Throws a Problem when it is not a list of conditions. */
export const readFilters = (given: string | undefined): Filter[] => {
  if (given === undefined || given === '') return []
  let parsed: Json
  try {
    parsed = JSON.parse(given) as Json
  } catch {
    throw malformed()
  }
  if (!Array.isArray(parsed) || parsed.length > 30) throw malformed()
  return parsed.map((one: Json) => {
    if (!isJsonObject(one) || typeof one['field'] !== 'string' || !isOperator(one['op'])) throw malformed()
    return { field: one['field'], op: one['op'], value: one['value'] ?? null }
  })
}

interface Target {
  readonly sql: string
  readonly type: string
  readonly field: Field
}

const comparisons = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const

const isText = (field: Field) => field.kind === 'text' || field.kind === 'longText' || field.kind === 'choice'

/** A value of the field's kind for the database; references by code are looked up in the statement itself. */
const operand = (work: Work, target: Target, value: Json, parameters: Parameters): string => {
  const { field } = target
  if (field.kind === 'ref' && typeof value === 'string' && !isUuid(value)) {
    const entity = work.installed.catalogue.entities.get(field.target?.name ?? '')
    if (entity !== undefined)
      return `(select id from ${tableOf(entity).name} where company_id = $1 and code = ${parameters.add(value)})`
  }
  return parameters.add(toStored(field, fieldKinds[field.kind].parse(field, value)), target.type)
}

const wrongValue = () => new UnreadableValue({ zh: '筛选值不适合这个字段', en: 'does not fit the field' })

const textOf = (value: Json): string => {
  if (typeof value !== 'string' || value.includes('\u0000') || value.length > 200) throw wrongValue()
  return value
}

const pattern = (value: string) => value.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)

const condition = (work: Work, target: Target, filter: Filter, parameters: Parameters): string => {
  const { sql } = target
  const one = (value: Json) => operand(work, target, value, parameters)
  switch (filter.op) {
    case 'empty':
      return isText(target.field) ? `(${sql} is null or ${sql} = '')` : `${sql} is null`
    case 'notEmpty':
      return isText(target.field) ? `(${sql} is not null and ${sql} <> '')` : `${sql} is not null`
    case 'ne':
      return `${sql} is distinct from ${one(filter.value)}`
    case 'in': {
      if (!Array.isArray(filter.value) || filter.value.length > 500) throw wrongValue()
      return filter.value.length === 0 ? 'false' : `${sql} in (${filter.value.map(one).join(', ')})`
    }
    case 'between': {
      if (!Array.isArray(filter.value) || filter.value.length !== 2) throw wrongValue()
      const [from = null, to = null] = filter.value
      const ends = [from === null ? '' : `${sql} >= ${one(from)}`, to === null ? '' : `${sql} <= ${one(to)}`]
      return ends.filter(Boolean).join(' and ') || 'true'
    }
    case 'contains':
      return `lower(${sql}::text) like ${parameters.add(`%${pattern(textOf(filter.value))}%`)}`
    case 'startsWith': {
      // A range, because under row-level security a pattern could not use the index.
      const prefix = textOf(filter.value)
      return `(${sql} collate "C" >= ${parameters.add(prefix)} and ${sql} collate "C" < ${parameters.add(afterPrefix(prefix))})`
    }
    case 'eq':
      return filter.value === null ? `${sql} is null` : `${sql} = ${one(filter.value)}`
    default:
      return `${sql} ${comparisons[filter.op]} ${one(filter.value)}`
  }
}

const stateCondition = (work: Work, definition: AnyDocument, filter: Filter, parameters: Parameters): string => {
  const given = Array.isArray(filter.value) ? filter.value : [filter.value]
  if (!['eq', 'ne', 'in'].includes(filter.op) || given.length > 20) throw wrongValue()
  const conditions = given.map((state: Json) => {
    const name = typeof state === 'string' ? state : ''
    if (isDerivedState(name)) return derivedCondition(definition, name, 't', todayOf(work))
    if (!Object.hasOwn(documentStates, name)) throw wrongValue()
    return `t.state = ${parameters.add(name)}`
  })
  const any = conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`
  return filter.op === 'ne' ? `not ${any}` : any
}

const customName = /^custom\.([\p{L}\p{N}_-]{1,60})$/u

const targetOf = (work: Work, table: StoredTable, name: string, parameters: Parameters): Target | undefined => {
  const custom = customName.exec(name)?.[1]
  if (custom !== undefined && !isOwnName(custom))
    return { sql: `(t.custom ->> ${parameters.add(custom)})`, type: 'text', field: text({ label: custom }) }
  const column = columnNamed(work, table, name)
  return column === undefined ? undefined : { sql: columnSql(column, 't'), type: column.type, field: column.field }
}

/** A column of a record's own table by its name, if who asks may see it. */
export const columnNamed = (work: Work, table: StoredTable, name: string): StoredColumn | undefined => {
  const column = allColumns(table).find((one) => one.property === name)
  return column !== undefined && column.field.kind !== 'json' && isAskable(column.field, work) ? column : undefined
}

/** The conditions of all filters. Throws a Problem naming each that does not fit its field. */
export const filterConditions = (
  work: Work,
  definition: AnyEntity | AnyDocument,
  filters: readonly Filter[],
  parameters: Parameters,
): string[] => {
  const problems: FieldProblem[] = []
  const table = tableOf(definition)
  const conditions = filters.flatMap((filter, index) => {
    try {
      if (filter.field === 'state' && definition.sort === 'document')
        return [stateCondition(work, definition, filter, parameters)]
      const target = targetOf(work, table, filter.field, parameters)
      if (target !== undefined) return [condition(work, target, filter, parameters)]
      problems.push(
        fieldProblem(
          `filter.${index}.field`,
          `不能按“${filter.field.slice(0, 60)}”筛选`,
          'there is no such field to filter by',
        ),
      )
    } catch (error) {
      if (!(error instanceof UnreadableValue)) throw error
      problems.push({ path: `filter.${index}.value`, message: error.text })
    }
    return []
  })
  if (problems.length > 0) throw new Problem('invalid', { zh: '筛选条件有误', en: 'The filter is not valid' }, problems)
  return conditions
}
