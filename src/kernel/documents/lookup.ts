import type { Id } from '../../base/id.ts'
import type { Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity, EntityRecord } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import { asEntity, loadRecords } from './load.ts'
import type { LoadedRecord } from './load.ts'

/** Referenced records, loaded ahead so that pure rules can ask for them. */
export interface Lookup {
  <Def extends AnyEntity>(definition: Def, id: Id<Def['name']> | null | undefined): EntityRecord<Def> | undefined
}

/** Finds the referenced record among those that were loaded. */
export const lookupIn =
  (loaded: ReadonlyMap<string, ReadonlyMap<string, LoadedRecord>>): Lookup =>
  (definition, id) => {
    const found = id === null || id === undefined ? undefined : loaded.get(definition.name)?.get(id)
    return found === undefined ? undefined : asEntity(definition, found)
  }

type Wanted = Map<string, Set<string>>

const want = (wanted: Wanted, fields: Fields, values: Readonly<Record<string, unknown>>) => {
  for (const [name, field] of Object.entries(fields)) {
    const id = values[name]
    if (field.kind !== 'ref' || field.target === undefined || typeof id !== 'string') continue
    const ids = wanted.get(field.target.name) ?? new Set<string>()
    ids.add(id)
    wanted.set(field.target.name, ids)
  }
}

const load = async (work: Work, wanted: Wanted, loaded: Map<string, Map<string, LoadedRecord>>) => {
  await Promise.all(
    [...wanted].map(async ([name, ids]) => {
      const definition = work.installed.catalogue.entities.get(name)
      const known = loaded.get(name)
      const missing = [...ids].filter((id) => !known?.has(id))
      if (definition === undefined || missing.length === 0) return
      const found = await loadRecords(work.tx, work.company, definition, missing)
      loaded.set(name, new Map([...(known ?? []), ...found]))
    }),
  )
}

/** What refers to other records: the fields and the values that stand in them. */
export interface Referring {
  readonly fields: Fields
  readonly values: Readonly<Record<string, unknown>>
}

export const referringOf = (definition: AnyDocument | AnyEntity, record: LoadedRecord): Referring[] => [
  { fields: definition.sort === 'document' ? definition.header : definition.fields, values: record.header },
  ...Object.entries(definition.tables).flatMap(([name, table]) =>
    (record.tables[name] ?? []).map((values) => ({ fields: table.fields, values })),
  ),
]

/** What a unit of work has loaded already: saving and posting in one go ask for the same records. */
const known = new WeakMap<Work, Map<string, Map<string, LoadedRecord>>>()

/** Forgets what a unit of work has loaded, because it changes a record itself. */
export const forgetReferences = (work: Work): void => {
  known.delete(work)
}

/**
 * Loads everything the records refer to, and what those refer to in turn (an item's category and unit): two waits,
 * whatever the number of lines.
 */
export const loadReferences = async (work: Work, referring: readonly Referring[]): Promise<Lookup> => {
  const loaded = known.get(work) ?? new Map<string, Map<string, LoadedRecord>>()
  known.set(work, loaded)
  const direct: Wanted = new Map()
  for (const { fields, values } of referring) want(direct, fields, values)
  await load(work, direct, loaded)
  const further: Wanted = new Map()
  for (const [name, records] of loaded) {
    const definition = work.installed.catalogue.entities.get(name)
    if (definition === undefined) continue
    for (const record of records.values()) {
      for (const next of referringOf(definition, record)) want(further, next.fields, next.values)
    }
  }
  await load(work, further, loaded)
  return lookupIn(loaded)
}
