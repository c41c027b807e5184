import { textOf } from '../../base/text.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyEntity } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import type { JsonObject } from './draft.ts'
import type { LoadedRecord } from './load.ts'
import { tableOf } from './storage.ts'

const ownProperty = (
  input: JsonObject,
  name: string,
  longest: number,
  problems: FieldProblem[],
): string | undefined => {
  const value = input[name]
  if (value === undefined) return undefined
  const label = name === 'code' ? '编码' : '名称'
  if (typeof value !== 'string' || value.trim() === '') {
    problems.push(fieldProblem(name, `请填写${label}`, `${name} is required`))
  } else if (value.length > longest || value.includes('\u0000')) {
    problems.push(
      fieldProblem(name, `${label}不能超过 ${longest} 个字`, `${name} must be at most ${longest} characters`),
    )
  } else return value.trim()
  return undefined
}

/** What a draft says of code, name, state and parent; what is wrong with them goes to `problems`. */
export const readOwn = (
  definition: AnyEntity,
  input: JsonObject,
  parents: ReadonlyMap<string, string>,
  problems: FieldProblem[],
) => {
  const own: Record<string, unknown> = {}
  const code = ownProperty(input, 'code', 60, problems)
  const name = ownProperty(input, 'name', 200, problems)
  if (code !== undefined) own['code'] = code
  if (name !== undefined) own['name'] = name
  if (typeof input['disabled'] === 'boolean') own['disabled'] = input['disabled']
  const parent = input['parent']
  if (definition.tree && parent !== undefined) {
    const found = isBlank(parent) ? null : parents.get(textOf(parent))
    if (found === undefined)
      problems.push(fieldProblem('parent', `找不到上级“${textOf(parent)}”`, `no such parent: ${textOf(parent)}`))
    own['parent'] = found ?? null
  }
  return own
}

const isBlank = (value: unknown) => value === null || value === ''

/** The ids of what is named as a parent, by id or code. */
export const parentsOf = async (
  work: Work,
  definition: AnyEntity,
  inputs: readonly JsonObject[],
): Promise<Map<string, string>> => {
  const given = inputs.flatMap(({ parent }) => (parent === undefined || isBlank(parent) ? [] : [textOf(parent)]))
  if (definition.tree !== true || given.length === 0) return new Map()
  const rows = await work.tx.rows<{ id: string; code: string }>(
    `select id, code from ${tableOf(definition).name} where company_id = $1 and (code = any($2::text[]) or id::text = any($2::text[]))`,
    [work.company, given],
  )
  return new Map(rows.flatMap((row) => [[row.code, row.id] as const, [row.id, row.id] as const]))
}

interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** Others that have one of these codes or names already; two looks into indexes, whatever the number. */
export const namesakes = async (work: Work, definition: AnyEntity, records: readonly LoadedRecord[]) => {
  const { name: table } = tableOf(definition)
  const values = (name: string) => [work.company, records.map((record) => record.header[name] ?? null)]
  const ask = (name: string) =>
    work.tx.rows<Named>(
      `select id, code, name from ${table} where company_id = $1 and ${name} = any($2::text[])`,
      values(name),
    )
  const [byCode, byName] = await Promise.all([ask('code'), ask('name')])
  return { codes: new Map(byCode.map((row) => [row.code, row])), names: Map.groupBy(byName, (row) => row.name) }
}

/** What is said against a record for having the code or the name of another. */
export const taken = (others: Awaited<ReturnType<typeof namesakes>>, { id, code, name }: LoadedRecord['header']) => {
  const holder = others.codes.get(String(code))
  const same = (others.names.get(String(name)) ?? []).filter((row) => row.id !== id && row.code !== code).slice(0, 4)
  const problems: FieldProblem[] = same.map((row) => ({
    ...fieldProblem('name', `与“${row.code} ${row.name}”同名`, `same name as ${row.code}`),
    warning: true,
  }))
  return holder === undefined || holder.id === id
    ? problems
    : [
        fieldProblem(
          'code',
          `编码“${holder.code}”已被“${holder.name}”使用`,
          `code ${holder.code} is taken by ${holder.name}`,
        ),
        ...problems,
      ]
}

/** The next free codes, as a block. */
export const nextCodes = async (work: Work, definition: AnyEntity, count: number): Promise<string[]> => {
  if (count === 0) return []
  const rows = await work.tx.rows<{ last: string }>(
    `insert into number_series as s (company_id, series, last) values ($1, $2, $3)
     on conflict (company_id, series) do update set last = s.last + excluded.last returning last`,
    [work.company, `code/${definition.name}`, count],
  )
  const last = Number(rows[0]?.last ?? count)
  return Array.from({ length: count }, (_, index) => String(last - count + 1 + index).padStart(5, '0'))
}

/** How messages and the trail call a record: code and name. */
export const labelOf = (record: LoadedRecord) => `${String(record.header['code'])} ${String(record.header['name'])}`
