import type { Fields } from './field.ts'
import { FieldRefusal, fieldProblem } from './problem.ts'
import type { FieldProblem } from './problem.ts'
import type { AnyDocument, AnyEntity, DeriveContext, LineTable, Settings } from './record.ts'

type Values = Readonly<Record<string, unknown>>

/** A record with its tables of lines, before its definition gives it a type. */
export interface DerivableRecord {
  readonly header: Record<string, unknown>
  readonly tables: Readonly<Record<string, readonly Record<string, unknown>[]>>
}

const derived = (run: () => object, path: string, problems: FieldProblem[]): object => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof FieldRefusal)) throw error
    problems.push({ path: path + error.field, message: error.text })
    return {}
  }
}

/** What was left out is null, as it will be stored: a record posted as soon as it is written reads like one that was loaded. */
const filled = (fields: Fields, values: Values): Record<string, unknown> => ({
  ...values,
  ...Object.fromEntries(Object.keys(fields).map((name) => [name, values[name] ?? null])),
})

/** One line with what follows from what was typed in it. What the rule refuses is added to `problems` under `path`. */
export const deriveLine = (
  table: LineTable,
  line: Values,
  context: DeriveContext,
  path: string,
  problems: FieldProblem[],
): Record<string, unknown> =>
  filled(table.fields, { ...line, ...derived(() => table.derive?.(line, context) ?? {}, path, problems) })

/** The tables of a document after its lines shared out what concerns them all; a refusal goes to `problems`. */
export const spreadLines = (
  definition: AnyDocument,
  tables: DerivableRecord['tables'],
  context: DeriveContext,
  problems: FieldProblem[],
): DerivableRecord['tables'] => {
  // The lines were made by the tables' own fields; the definition's types are what was erased here.
  const lines = tables as Parameters<NonNullable<AnyDocument['spread']>>[0]
  const shared = derived(() => definition.spread?.(lines, context) ?? {}, '', problems)
  return { ...tables, ...shared }
}

/** A record's header with what follows from its lines and references. */
export const deriveHeader = (
  definition: AnyEntity | AnyDocument,
  header: Values,
  tables: DerivableRecord['tables'],
  context: Omit<DeriveContext, 'header'>,
  problems: FieldProblem[],
): Record<string, unknown> => {
  // The lines were made by the tables' own fields; the definition's types are what was erased here.
  const lines = tables as Parameters<NonNullable<AnyDocument['derive']>>[1]['tables']
  const run = () => definition.derive?.(header, { ...context, header, tables: lines }) ?? {}
  return filled(definition.sort === 'document' ? definition.header : definition.fields, {
    ...header,
    ...derived(run, '', problems),
  })
}

/** Fills what follows from what was typed, lines first, then the header. The same rules run in the browser. */
export const derive = (
  definition: AnyEntity | AnyDocument,
  record: DerivableRecord,
  lookup: DeriveContext['lookup'],
  problems: FieldProblem[],
  settings: Settings,
): DerivableRecord => {
  const context = { header: record.header, lookup, settings }
  const tables = Object.fromEntries(
    Object.entries(definition.tables).map(([name, table]) => [
      name,
      (record.tables[name] ?? []).map((line, index) => deriveLine(table, line, context, `${name}.${index}.`, problems)),
    ]),
  )
  if (definition.sort === 'entity') {
    if (definition.derive === undefined) return { header: record.header, tables }
    return { header: deriveHeader(definition, record.header, tables, { lookup, settings }, problems), tables }
  }
  const shared = definition.spread === undefined ? tables : spreadLines(definition, tables, context, problems)
  const header = deriveHeader(definition, record.header, shared, { lookup, settings }, problems)
  return { header, tables: shared }
}

const missingIn = (fields: Fields, values: Values, path: string): FieldProblem[] =>
  Object.entries(fields)
    .filter(
      ([name, field]) => field.required && (values[name] === null || values[name] === undefined || values[name] === ''),
    )
    .map(([name, field]) => fieldProblem(path + name, `请填写${field.label}`, `${name} is required`))

/** What is still missing before the record is complete. */
export const completeness = (definition: AnyEntity | AnyDocument, record: DerivableRecord): FieldProblem[] => [
  ...missingIn(definition.sort === 'document' ? definition.header : definition.fields, record.header, ''),
  ...Object.entries(definition.tables).flatMap(([name, table]) => {
    const lines = record.tables[name] ?? []
    return [
      ...(lines.length < (table.atLeast ?? 0)
        ? [fieldProblem(name, `至少填写 ${table.atLeast} 行${table.label}`, `needs at least ${table.atLeast} line`)]
        : []),
      ...lines.flatMap((line, index) => missingIn(table.fields, line, `${name}.${index}.`)),
    ]
  }),
]

/** The initial values that a new record starts with. */
export const initialValues = (fields: Fields, today: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.initial === undefined ? [] : [[name, field.initial === 'today' ? today : field.initial]],
    ),
  )
