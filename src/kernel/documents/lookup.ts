import type { Id } from '../../base/id.ts'
import type { Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity, EntityRecord } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import { asEntity, loadRecords } from './load.ts'
import type { LoadedRecord } from './load.ts'
import { changeShared, shareRecords, sharedRecord } from './shared-records.ts'

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

type Loaded = Map<string, Map<string, LoadedRecord>>

/** Takes what earlier units of work have read, and asks for the rest. */
const find = async (work: Work, definition: AnyEntity, ids: readonly string[]): Promise<LoadedRecord[]> => {
  const shared = ids.map((id) => sharedRecord(work, definition.name, id) ?? id)
  const unread = shared.filter((each) => typeof each === 'string')
  const known = shared.filter((each) => typeof each !== 'string')
  if (unread.length === 0) return known
  const read = [...(await loadRecords(work.tx, work.company, definition, unread)).values()]
  shareRecords(work, definition.name, read)
  return [...known, ...read]
}

/** Loads what is not there yet, and answers it with what it refers to. */
const load = async (work: Work, wanted: Wanted, loaded: Loaded): Promise<Wanted> => {
  const further: Wanted = new Map()
  await Promise.all(
    [...wanted].map(async ([name, ids]) => {
      const definition = work.installed.catalogue.entities.get(name)
      const missing = [...ids].filter((id) => loaded.get(name)?.has(id) !== true)
      if (definition === undefined || missing.length === 0) return
      const found = await find(work, definition, missing)
      // Others may have loaded meanwhile: what they found stays.
      const known = loaded.get(name) ?? new Map<string, LoadedRecord>()
      loaded.set(name, known)
      for (const record of found) {
        known.set(String(record.header['id']), record)
        for (const next of referringOf(definition, record)) want(further, next.fields, next.values)
      }
    }),
  )
  return further
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

interface Known {
  readonly loaded: Loaded
  /** Loading under way: documents of one unit of work may be written side by side. */
  readonly underWay: Set<Promise<unknown>>
}

/** What a unit of work has loaded already: saving and posting in one go ask for the same records. */
const knownOf = new WeakMap<Work, Known>()

/** What a unit of work knows of a record already, without asking. */
export const knownRecord = (work: Work, entity: string, id: string): LoadedRecord | undefined =>
  knownOf.get(work)?.loaded.get(entity)?.get(id) ?? sharedRecord(work, entity, id)

/** Forgets what a unit of work and the others have loaded of an entity, because it changes a record itself. */
export const forgetReferences = (work: Work, entity: string): void => {
  knownOf.delete(work)
  changeShared(work, entity)
}

/**
 * Loads everything the records refer to, and what those refer to in turn (an item's category and unit): two waits,
 * whatever the number of lines.
 */
export const loadReferences = async (work: Work, referring: readonly Referring[]): Promise<Lookup> => {
  const { loaded, underWay } = knownOf.get(work) ?? { loaded: new Map(), underWay: new Set() }
  knownOf.set(work, { loaded, underWay })
  const direct: Wanted = new Map()
  for (const { fields, values } of referring) want(direct, fields, values)
  const loading = load(work, direct, loaded).then((further) => load(work, further, loaded))
  underWay.add(loading)
  // A record that another is loading may be there already, and what it refers to not yet.
  await Promise.all(underWay).finally(() => underWay.delete(loading))
  return lookupIn(loaded)
}

/** Records of one entity by id, with what earlier units of work have read: at most one wait. */
export const loadEntities = async <Def extends AnyEntity>(
  work: Work,
  definition: Def,
  ids: readonly string[],
): Promise<Map<string, EntityRecord<Def>>> => {
  // Taken before the wait: whoever changes a record meanwhile makes all forget what was shared.
  const known = new Map(
    ids.flatMap((id) => {
      const record = knownRecord(work, definition.name, id)
      return record === undefined ? [] : [[id, record] as const]
    }),
  )
  const unknown = ids.filter((id) => !known.has(id))
  const read = new Map((await find(work, definition, unknown)).map((record) => [String(record.header['id']), record]))
  return new Map(
    ids.flatMap((id) => {
      const record = known.get(id) ?? read.get(id)
      return record === undefined ? [] : [[id, asEntity(definition, record)] as const]
    }),
  )
}
