import type { Json } from '../../base/json.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { headerFields, isJsonObject } from '../documents/draft.ts'
import { isSeen, shownTo } from '../documents/record-json.ts'
import type { Fields } from '../definition/field.ts'
import type { Work } from '../posting/work.ts'

const without = (fields: Fields, values: Json, work: Work): Json =>
  isJsonObject(values)
    ? Object.fromEntries(
        Object.entries(values).flatMap(([name, value]): [string, Json][] => {
          const field = fields[name]
          if (field === undefined) return [[name, value]]
          return isSeen(field, work) ? [[name, shownTo(field, value, work)]] : []
        }),
      )
    : values

/** What the trail kept of a record, without what the reader may not see. */
export const seenOf = (definition: AnyEntity | AnyDocument, kept: Json, work: Work): Json => {
  if (!isJsonObject(kept)) return kept
  if (!isJsonObject(kept['header'])) return without(headerFields(definition), kept, work)
  const tables = isJsonObject(kept['tables']) ? kept['tables'] : {}
  return {
    header: without(headerFields(definition), kept['header'], work),
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, lines]) => [
        name,
        Array.isArray(lines)
          ? lines.map((line: Json) => without(definition.tables[name]?.fields ?? {}, line, work))
          : [],
      ]),
    ),
  }
}

interface HistoryRow {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly before: Json
  readonly after: Json
}

/** Who changed a record, when, and what it was before and after; the newest first. */
export const historyOf = async (work: Work, definition: AnyEntity | AnyDocument, id: string) => {
  const rows = await work.tx.rows<HistoryRow>(
    `select id, at, actor, action, before, after from audit where company_id = $1 and record_id = $2 order by at desc, id desc limit 500`,
    [work.company, id],
  )
  return rows.map((row) => ({
    ...row,
    before: seenOf(definition, row.before, work),
    after: seenOf(definition, row.after, work),
  }))
}
