import { newId } from '../../base/id.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Work } from '../posting/work.ts'
import type { LoadedRecord } from './load.ts'

/**
 * Master data changes seldom and is asked for by every document, so units of work share what they have read of it. Each
 * entity of a company has a stamp, which whoever changes a record of it replaces in the same transaction; a unit of work
 * reads the stamps as it begins, and trusts only what was read under the same one. So it sees what it would have seen by
 * asking at its beginning, whichever process made the change.
 */
export type Stamps = ReadonlyMap<string, string>

interface Shared {
  readonly stamp: string
  readonly byId: Map<string, LoadedRecord>
  readonly idByCode: Map<string, string>
}

const mostRecords = 20_000
const mostShared = 2000
const shared = new Map<string, Shared>()
/** The entities that a unit of work changes itself; of those it neither takes nor gives. */
const changing = new WeakMap<Work, Set<string>>()

/** The stamps of a company's entities; asked as a unit of work begins. */
export const readStamps = async (tx: Transaction, company: string): Promise<Stamps> => {
  const rows = await tx.rows<{ stamps: Readonly<Record<string, string>> | null }>(
    `select json_object_agg(entity, stamp) as stamps from entity_stamp where company_id = $1`,
    [company],
  )
  return new Map(Object.entries(rows[0]?.stamps ?? {}))
}

const stampOf = (work: Work, entity: string): string | undefined =>
  changing.get(work)?.has(entity) === true ? undefined : work.stamps.get(entity)

/** Whether a company has never had a record of an entity, so that nothing can refer to one. */
export const isUnused = (work: Work, entity: string): boolean =>
  !work.stamps.has(entity) && changing.get(work)?.has(entity) !== true

const sharedOf = (work: Work, entity: string): Shared | undefined => {
  // What a scoped reader sees is not what there is: of that they neither take nor give.
  if (work.tx.sight === 'scope') return undefined
  const stamp = stampOf(work, entity)
  if (stamp === undefined) return undefined
  const key = `${work.company}/${entity}`
  const found = shared.get(key)
  if (found !== undefined && found.stamp === stamp && found.byId.size < mostRecords) return found
  if (shared.size >= mostShared) shared.clear()
  const made: Shared = { stamp, byId: new Map(), idByCode: new Map() }
  shared.set(key, made)
  return made
}

/** A record that an earlier unit of work has read, if it still stands so. */
export const sharedRecord = (work: Work, entity: string, id: string): LoadedRecord | undefined =>
  sharedOf(work, entity)?.byId.get(id)

/** The id behind a code, if an earlier unit of work has read the record. */
export const sharedId = (work: Work, entity: string, code: string): string | undefined =>
  sharedOf(work, entity)?.idByCode.get(code)

/** Gives records to the units of work that come. They are frozen, because they are no one's own any more. */
export const shareRecords = (work: Work, entity: string, records: Iterable<LoadedRecord>): void => {
  const into = sharedOf(work, entity)
  if (into === undefined) return
  for (const record of records) {
    Object.freeze(record.header)
    for (const lines of Object.values(record.tables)) for (const line of lines) Object.freeze(line)
    into.byId.set(String(record.header['id']), record)
    into.idByCode.set(String(record.header['code']), String(record.header['id']))
  }
}

/** What is made from whole entities (the mapping of accounts, the settings): read again only when one of them has changed. */
export const sharedReading = <T>(entities: readonly string[], read: (work: Work) => Promise<T>) => {
  const kept = new Map<string, { readonly stamp: string; readonly value: T }>()
  return async (work: Work): Promise<T> => {
    if (work.tx.sight === 'scope') return read(work)
    const stamps = entities.map((entity) => stampOf(work, entity))
    if (stamps.includes(undefined)) return read(work)
    const stamp = stamps.join()
    const found = kept.get(work.company)
    if (found?.stamp === stamp) return found.value
    const value = await read(work)
    if (kept.size >= mostShared) kept.clear()
    kept.set(work.company, { stamp, value })
    return value
  }
}

/** Says that a record of an entity is changed by this unit of work: what others share of it ends when it commits. */
export const changeShared = (work: Work, entity: string): void => {
  const known = changing.get(work)
  if (known !== undefined) {
    known.add(entity)
    return
  }
  const names = new Set([entity])
  changing.set(work, names)
  work.tx.beforeCommit(() =>
    work.tx.send(
      `insert into entity_stamp as s (company_id, entity, stamp)
       select $1, r.entity, $3 from unnest($2::text[]) as r(entity) order by r.entity
       on conflict (company_id, entity) do update set stamp = excluded.stamp`,
      [work.company, [...names].toSorted(), newId<'stamp'>()],
    ),
  )
}
