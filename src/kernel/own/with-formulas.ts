import type { Draft, Fields } from '../definition/field.ts'
import type {
  AnyDocument,
  AnyEntity,
  DeriveContext,
  HeaderContext,
  LineTable,
  LineTables,
} from '../definition/record.ts'
import { columnsLookup, formulaFields, headLookup, reckon } from './formulas.ts'

type HeadRule = (header: Draft<Fields>, context: HeaderContext<LineTables>) => Partial<Draft<Fields>>

const lineRule = (table: LineTable, header: Fields): LineTable => {
  if (formulaFields(table.fields).length === 0) return table
  return {
    ...table,
    derive: (line: Draft<Fields>, context: DeriveContext) => {
      const derived = table.derive?.(line, context) ?? {}
      const values = { ...line, ...derived }
      return { ...derived, ...reckon(table.fields, values, headLookup(header, context.header)) }
    },
  }
}

const headRule =
  (fields: Fields, tables: LineTables, before: HeadRule | undefined): HeadRule =>
  (header, context) => {
    const derived = before?.(header, context) ?? {}
    return { ...derived, ...reckon(fields, { ...header, ...derived }, columnsLookup(tables, context.tables)) }
  }

/** A definition whose reckoned fields follow from what is typed, beside what its own rules derive: in the browser and on the server. */
export const withFormulas = <Def extends AnyDocument | AnyEntity>(definition: Def): Def => {
  const header = definition.sort === 'document' ? definition.header : definition.fields
  const tables = Object.fromEntries(
    Object.entries(definition.tables).map(([name, table]) => [name, lineRule(table, header)]),
  )
  if (formulaFields(header).length === 0) return { ...definition, tables }
  const before: HeadRule | undefined = definition.derive?.bind(definition)
  return { ...definition, tables, derive: headRule(header, definition.tables, before) }
}
