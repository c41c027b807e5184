import type { Field, Fields } from '../../../kernel/definition/field.ts'
import type { AnyDocument, LineTable } from '../../../kernel/definition/record.ts'
import { withFormulas } from '../../../kernel/own/with-formulas.ts'
import type { RecordType } from '../catalogue/catalogue.ts'

/** What a company says of a field of the product's, over what the product says. */
function shapedField(field: Field, told: Field): Field {
  const { label, required, hidden, help, section, wide, initial } = told
  const english = told.english ?? field.english
  return {
    ...field,
    label,
    required,
    ...(english === undefined ? {} : { english }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(help === undefined ? {} : { help }),
    ...(section === undefined ? {} : { section }),
    ...(wide === undefined ? {} : { wide }),
    ...(initial === undefined ? {} : { initial }),
  }
}

/** Fields in the company's order; those that the reader is not told of are known to the rules and never shown. */
function shapedFields(fields: Fields, told: Fields): Fields {
  return {
    ...Object.fromEntries(
      Object.entries(told).map(([name, one]): [string, Field] => [
        name,
        fields[name] === undefined ? one : shapedField(fields[name], one),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]) => (name in told ? [] : [[name, { ...field, hidden: true }]])),
    ),
  }
}

/** The definition of a document with its rules, as the company has shaped it and the catalogue tells. */
export function shapedDocument(product: AnyDocument, type: RecordType): AnyDocument {
  const told = new Map(type.tables.map((table) => [table.name, table.fields]))
  const tables = Object.fromEntries(
    Object.entries(product.tables).map(([name, table]): [string, LineTable] => [
      name,
      { ...table, fields: shapedFields(table.fields, told.get(name) ?? {}) },
    ]),
  )
  return withFormulas({ ...product, header: shapedFields(product.header, type.fields), tables })
}

/** A type of document of the company's own: all that there is of it stands in the catalogue. */
export function ownDocument(type: RecordType): AnyDocument {
  return withFormulas({
    sort: 'document',
    name: type.name,
    label: type.label,
    english: type.english,
    numbering: '',
    header: type.fields,
    tables: Object.fromEntries(
      type.tables.map(({ name, label, fields, atLeast }) => [name, { label, fields, atLeast }]),
    ),
    list: type.list,
  })
}
