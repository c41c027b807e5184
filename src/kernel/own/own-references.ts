import type { Fields } from '../definition/field.ts'
import { conflict } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { lineTableOf, onlyOwn, tableOf } from '../documents/storage.ts'
import type { StoredTable } from '../documents/storage.ts'
import type { Work } from '../posting/work.ts'

/** Own fields of a part that refer to an entity. */
const referring = (fields: Fields, entity: string): string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.own === true && field.kind === 'ref' && field.target?.name === entity ? [name] : [],
  )

const placesIn = (definition: AnyEntity | AnyDocument, entity: string): { table: StoredTable; name: string }[] => {
  const head = definition.sort === 'document' ? definition.header : definition.fields
  return [
    ...referring(head, entity).map((name) => ({ table: tableOf(definition), name })),
    ...Object.entries(definition.tables).flatMap(([part, { fields }]) =>
      referring(fields, entity).map((name) => ({ table: lineTableOf(definition, part), name })),
    ),
  ]
}

const isHeld = async (work: Work, table: StoredTable, name: string, ids: readonly string[]): Promise<boolean> => {
  const rows = await work.tx.rowsIn(
    'whole',
    `select 1 from ${table.name} where company_id = $1 and custom ->> $2 = any($3::text[])${onlyOwn(table)} limit 1`,
    [work.company, name, ids],
  )
  return rows.length > 0
}

/** Refuses to delete what records refer to by a field of the company's own: the database knows no foreign key there. */
export const refuseReferred = async (work: Work, entity: AnyEntity, ids: readonly string[]): Promise<void> => {
  const { entities, documents } = work.installed.catalogue
  for (const definition of [...entities.values(), ...documents.values()]) {
    for (const { table, name } of placesIn(definition, entity.name)) {
      if (await isHeld(work, table, name, ids))
        throw conflict(
          `${entity.label}已被“${definition.label}”引用，不能删除；不再使用请停用`,
          `${definition.name} refers to it; disable it instead`,
        )
    }
  }
}
