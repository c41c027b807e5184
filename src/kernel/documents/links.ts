import { snake } from '../definition/define.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import { flowLines } from './prepare.ts'
import type { LoadedRecord } from './load.ts'

/** Why two documents are linked: one grew out of the other, takes it back, or settles what it left open. */
export type Relation = 'flow' | 'reversal' | 'settlement' | 'caused'

export interface LinkEnd {
  readonly type: string
  readonly id: string
}

/** Links two documents; said twice it stays one link. */
export const link = (work: Work, source: LinkEnd, target: LinkEnd, relation: Relation) =>
  work.tx.send(
    `insert into document_link (company_id, source_type, source_id, target_type, target_id, relation)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [work.company, source.type, source.id, target.type, target.id, relation],
  )

/** Links documents to those their lines come from. */
export const linkSources = (work: Work, definition: AnyDocument, records: readonly LoadedRecord[]): void => {
  const links = records.flatMap((record) => {
    const sources = new Map(
      flowLines(record).flatMap(({ source }) => (source === null ? [] : [[source.document, source.type] as const])),
    )
    return [...sources].map(([source, type]) => ({ type, source, target: String(record.header['id']) }))
  })
  if (links.length === 0) return
  work.tx.send(
    `insert into document_link (company_id, source_type, source_id, target_type, target_id, relation)
     select $1, r.type, r.source, $2, r.target, 'flow' from unnest($3::text[], $4::uuid[], $5::uuid[]) as r(type, source, target)
     on conflict do nothing`,
    [
      work.company,
      definition.name,
      links.map((each) => each.type),
      links.map((each) => each.source),
      links.map((each) => each.target),
    ],
  )
}

/** Forgets where a draft came from; it is being changed or deleted. */
export const unlinkTarget = (work: Work, target: string) =>
  work.tx.send(`delete from document_link where company_id = $1 and target_id = $2 and relation = 'flow'`, [
    work.company,
    target,
  ])

/** A document seen from another: enough to show and open it. */
export interface TracedDocument extends LinkEnd {
  readonly number: string
  readonly date: string
  readonly state: string
  readonly relation: Relation
  /** How many steps away. */
  readonly distance: number
}

interface LinkRow {
  readonly type: string
  readonly id: string
  readonly relation: Relation
  readonly distance: number
}

const direction = {
  up: { from: 'target', to: 'source' },
  down: { from: 'source', to: 'target' },
} as const

const walk = (work: Work, id: string, way: keyof typeof direction) => {
  const { from, to } = direction[way]
  // Links form a graph without cycles but with joins, so the depth is bounded and each document shown once, at its nearest.
  return work.tx.rows<LinkRow>(
    `with recursive chain(type, id, relation, distance) as (
       select ${to}_type, ${to}_id, relation, 1 from document_link where company_id = $1 and ${from}_id = $2
       union
       select l.${to}_type, l.${to}_id, l.relation, c.distance + 1 from chain c
       join document_link l on l.company_id = $1 and l.${from}_id = c.id where c.distance < 12)
     select distinct on (id) type, id, relation, distance from chain order by id, distance`,
    [work.company, id],
  )
}

const describe = async (work: Work, rows: readonly LinkRow[]): Promise<TracedDocument[]> => {
  const byType = Map.groupBy(rows, (row) => row.type)
  const found = await Promise.all(
    [...byType].map(async ([type, ofType]) => {
      if (!work.installed.catalogue.documents.has(type)) return []
      const heads = await work.tx.rows<{ id: string; number: string; date: string; state: string }>(
        `select id, number, date, state from ${snake(type)} where company_id = $1 and id = any($2::uuid[])`,
        [work.company, ofType.map((row) => row.id)],
      )
      return heads.flatMap((head) => {
        const row = ofType.find((r) => r.id === head.id)
        return row === undefined ? [] : [{ ...row, ...head }]
      })
    }),
  )
  return found
    .flat()
    .toSorted((a, b) => a.distance - b.distance || a.date.localeCompare(b.date) || a.number.localeCompare(b.number))
}

/** 上查 and 下查: everything a document came from, and everything that became of it, with the steps between. */
export const trace = async (work: Work, id: string) => {
  const [up, down] = await Promise.all([walk(work, id, 'up'), walk(work, id, 'down')])
  const [upstream, downstream] = await Promise.all([describe(work, up), describe(work, down)])
  return { upstream, downstream }
}
