import { snake } from '../definition/define.ts'
import type { DerivableRecord } from '../definition/derive.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import { loadReferences, referringOf } from './lookup.ts'
import type { Referring } from './lookup.ts'
import { isUnused } from './shared-records.ts'

const linkTo = (fields: Fields, entity: string): string | undefined =>
  Object.entries(fields).find(([, field]) => field.kind === 'ref' && field.target?.name === entity)?.[0]

/** The fields at the head that every document has, of entities that the company uses. */
const everywhereIn = (work: Work, definition: AnyDocument): [string, Field][] =>
  Object.entries(definition.header).filter(
    ([, field]) => field.everywhere === true && !isUnused(work, field.target?.name ?? ''),
  )

/** The one that whoever acts belongs to: as the employee they are, or as the only one they are shown. */
const ownOf = async (work: Work, entity: string): Promise<string | null> => {
  const chosen = work.actor.scope?.chosen[entity]
  if (chosen?.length === 1) return chosen[0] ?? null
  const person = [...work.installed.catalogue.entities.values()].find((one) => one.scope === 'person')
  const link = person === undefined ? undefined : linkTo(person.fields, entity)
  if (person === undefined || link === undefined) return null
  const rows = await work.tx.rowsIn<{ id: string | null }>(
    'whole',
    `select p.${snake(link)} as id from member_scope m join ${snake(person.name)} p on p.company_id = $1 and p.id = m.employee
     where m.company_id = $1 and m.user_id::text = $2`,
    [work.company, work.actor.id],
  )
  return rows[0]?.id ?? null
}

interface Links {
  readonly entity: string
  /** How records that are referred to name it: a warehouse by its branch. */
  readonly of: ReadonlyMap<string, string>
  readonly persons: ReadonlySet<string>
}

const linksTo = (work: Work, entity: string): Links => {
  const known = [...work.installed.catalogue.entities.values()].filter((one) => one.name !== entity)
  const of = known.flatMap((one): [string, string][] => {
    const link = linkTo(one.fields, entity)
    return link === undefined ? [] : [[one.name, link]]
  })
  const isPerson = (one: AnyEntity) => one.scope === 'person'
  return { entity, of: new Map(of), persons: new Set(known.filter(isPerson).map((one) => one.name)) }
}

type Find = (entity: AnyEntity, id: string) => Readonly<Record<string, unknown>> | undefined

/** What a draft refers to says it: its warehouse or account first, at the head before the lines; its people last. */
const saidBy = (work: Work, links: Links, parts: readonly Referring[], find: Find): string | null => {
  const said = parts.flatMap(({ fields, values }) =>
    Object.entries(fields).flatMap(([name, field]) => {
      const link = links.of.get(field.kind === 'ref' ? (field.target?.name ?? '') : '')
      const id = values[name]
      const entity = work.installed.catalogue.entities.get(field.target?.name ?? '')
      if (link === undefined || typeof id !== 'string' || entity === undefined) return []
      const found = find(entity, id)?.[link]
      return typeof found === 'string' ? [{ found, isPerson: links.persons.has(entity.name) }] : []
    }),
  )
  return (said.find((one) => !one.isPerson) ?? said[0])?.found ?? null
}

const namesItself = (definition: AnyDocument, entity: string): boolean =>
  Object.values(definition.tables).some((table) => linkTo(table.fields, entity) !== undefined)

/**
 * Drafts that say of what part of the company they are, where nobody said it: of that of whoever writes them, else of what they refer
 * to. A document whose lines say it themselves says nothing at its head.
 */
export const fillEverywhere = async (
  work: Work,
  definition: AnyDocument,
  drafts: readonly DerivableRecord[],
): Promise<readonly DerivableRecord[]> => {
  let filled = drafts
  for (const [name, { target }] of everywhereIn(work, definition)) {
    const entity = target?.name ?? ''
    if (namesItself(definition, entity) || filled.every((each) => typeof each.header[name] === 'string')) continue
    const [own, lookup] = await Promise.all([
      ownOf(work, entity),
      loadReferences(
        work,
        filled.flatMap((each) => referringOf(definition, each)),
      ),
    ])
    const links = linksTo(work, entity)
    // Looked up by the name of the entity alone: which one it is, only the fields know.
    const find: Find = (one, id) => lookup(one, id as Parameters<typeof lookup>[1])
    filled = filled.map((each) =>
      typeof each.header[name] === 'string'
        ? each
        : {
            ...each,
            header: {
              ...each.header,
              [name]: own ?? saidBy(work, links, referringOf(definition, each), find),
            },
          },
    )
  }
  return filled
}
