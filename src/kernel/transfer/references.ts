import { isUuid } from '../../base/id.ts'
import { snake } from '../definition/define.ts'
import type { AnyEntity } from '../definition/record.ts'
import { lineTableName } from '../database/table-spec.ts'
import { createEntities } from '../documents/entities.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { Problem } from '../definition/problem.ts'
import type { Work } from '../posting/work.ts'
import { normalized } from '../search/pinyin.ts'
import type { MissingRecord } from './import-outcome.ts'
import { nearestAmong } from './values/nearest.ts'
import type { Named } from './values/nearest.ts'

interface Known extends Named {
  readonly id: string
}

/** What the words of a file mean among the records of one entity. */
export interface Resolution {
  readonly ids: ReadonlyMap<string, string>
  /** Words that fit several records equally well. */
  readonly several: ReadonlyMap<string, readonly Named[]>
  /** For words that mean nothing: what they are most like. */
  readonly near: ReadonlyMap<string, readonly Named[]>
  readonly missing: (name: string) => MissingRecord | null
}

/** More records than this are not compared one by one with what is missing. */
const mostCompared = 5000
const mostMissing = 200

const ask = (work: Work, sql: string, given: readonly string[]) =>
  work.tx.rows<Known & { key: string }>(sql, [work.company, given])

const byColumn = (work: Work, entity: AnyEntity, column: string, given: readonly string[]) =>
  ask(
    work,
    `select id, code, name, ${column} as key from ${snake(entity.name)} where company_id = $1 and ${column} = any($2::text[])`,
    given,
  )

const byLine = (work: Work, entity: AnyEntity, path: string, given: readonly string[]) => {
  const [table = '', name = ''] = path.split('.')
  return ask(
    work,
    `select e.id, e.code, e.name, l.${snake(name)} as key from ${lineTableName(entity.name, table)} l
     join ${snake(entity.name)} e on e.company_id = l.company_id and e.id = l.owner_id
     where l.company_id = $1 and l.${snake(name)} = any($2::text[])`,
    given,
  )
}

/** The ways in which a record may be named, the surest first. */
const ways = (entity: AnyEntity) => [
  (work: Work, given: readonly string[]) => byColumn(work, entity, 'code', given),
  (work: Work, given: readonly string[]) => byColumn(work, entity, 'name', given),
  ...(entity.foundBy ?? []).map(
    (path) => (work: Work, given: readonly string[]) =>
      path.includes('.') ? byLine(work, entity, path, given) : byColumn(work, entity, snake(path), given),
  ),
]

/** 001 某某公司: code and name in one cell, as lists of other programs print them. */
const codeBefore = (text: string): string | undefined => /^([\w.-]+)[\s/|:：-]+\S/.exec(text)?.[1]

const canBeMade = (entity: AnyEntity): boolean =>
  Object.values(entity.fields).every((field) => !field.required || field.initial !== undefined) &&
  entity.internal !== true

const some = async (work: Work, entity: AnyEntity): Promise<Known[]> =>
  work.tx.rows<Known>(
    `select id, code, name from ${snake(entity.name)} where company_id = $1 order by code limit ${mostCompared + 1}`,
    [work.company],
  )

/** Compared without regard to width, case and blanks, which is how tables differ from lists. */
const byPlainText = (records: readonly Known[]): Map<string, Known[]> => {
  const found = new Map<string, Known[]>()
  for (const record of records) {
    for (const text of new Set([normalized(record.code), normalized(record.name)]))
      found.set(text, [...(found.get(text) ?? []), record])
  }
  return found
}

/**
 * Finds what words mean: by code, by name, by what else an entity is found by, by code and name in one; then without regard to
 * width and case. What is found by none is given with what it is most like.
 */
export const resolveWords = async (work: Work, entity: AnyEntity, given: readonly string[]): Promise<Resolution> => {
  const ids = new Map(given.filter((text) => isUuid(text)).map((text) => [text, text]))
  const several = new Map<string, readonly Named[]>()
  const left = () => given.filter((text) => !ids.has(text) && !several.has(text))
  for (const way of ways(entity)) {
    if (left().length === 0) break
    const found = Map.groupBy(await way(work, left()), (row) => row.key)
    for (const [text, records] of found) {
      const own = new Map(records.map((record) => [record.id, record]))
      const only = own.size === 1 ? records[0] : undefined
      if (only === undefined) several.set(text, [...own.values()])
      else ids.set(text, only.id)
    }
  }
  if (left().length === 0) return { ids, several, near: new Map(), missing: () => null }
  const all = await some(work, entity)
  const near = new Map<string, readonly Named[]>()
  const plain = byPlainText(all)
  for (const text of left()) {
    const before = codeBefore(text)
    const found = plain.get(normalized(text)) ?? (before === undefined ? [] : (plain.get(normalized(before)) ?? []))
    if (found.length === 1 && found[0] !== undefined) ids.set(text, found[0].id)
  }
  const likest = nearestAmong(all.slice(0, mostCompared))
  for (const text of left().slice(0, mostMissing)) near.set(text, likest(text))
  return {
    ids,
    several,
    near,
    missing: (name) =>
      canBeMade(entity) && work.actor.may(`${entity.name}.create`)
        ? { type: entity.name, label: entity.label, name }
        : null,
  }
}

/** Makes the records that a person said are missing. Throws a Problem for one that cannot be made, or without the right. */
export const createMissing = async (
  work: Work,
  wanted: readonly { readonly type: string; readonly name: string }[],
): Promise<{ readonly type: string; readonly record: LoadedRecord }[]> => {
  const made: { type: string; record: LoadedRecord }[] = []
  for (const [type, of] of Map.groupBy(wanted, (each) => each.type)) {
    const entity = work.installed.catalogue.entities.get(type)
    if (entity === undefined || !canBeMade(entity) || !work.actor.may(`${type}.create`))
      throw new Problem('forbidden', { zh: `不能在导入时新建“${type}”`, en: `${type} cannot be created by an import` })
    const names = [...new Set(of.map((each) => each.name.trim()))]
    const known = await byColumn(work, entity, 'name', names)
    const fresh = names.filter((name) => name !== '' && !known.some((record) => record.key === name))
    const flags = Object.fromEntries(Object.values(entity.facets ?? {}).map((facet) => [facet.flag, true]))
    // A party that a file of customers names may be either; which it is, the roles of the entity say later.
    const created = await createEntities(
      work,
      entity,
      fresh.map((name) => ({ name, ...(Object.keys(flags).length === 1 ? flags : {}) })),
    )
    for (const record of created) {
      if (record instanceof Problem) throw record
      made.push({ type, record })
    }
  }
  return made
}
