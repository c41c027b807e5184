import type { Json } from '../../base/json.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { Work } from '../posting/work.ts'
import type { ImportPlan, Remembered } from './import-plan.ts'
import type { ImportOutcome } from './import-outcome.ts'

/** Words mean the same in every type's files, so they are kept under no type. */
const wordsOfAll = ''

const textsIn = (content: Json): Record<string, string> =>
  isJsonObject(content)
    ? Object.fromEntries(Object.entries(content).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])))
    : {}

/** What was said of files of a type before. */
export const readRemembered = async (work: Work, type: string): Promise<Remembered> => {
  const rows = await work.tx.rows<{ type: string; key: string; content: Json }>(
    `select type, key, content from import_memory where company_id = $1 and type = any($2::text[])`,
    [work.company, [type, wordsOfAll]],
  )
  const of = (wanted: string) =>
    rows.filter((row) => row.type === wanted).map((row) => [row.key, textsIn(row.content)] as const)
  return { columns: new Map(of(type)), values: Object.fromEntries(of(wordsOfAll)) }
}

const keep = (work: Work, type: string, key: string, content: Json): void =>
  work.tx.send(
    `insert into import_memory as m (company_id, type, key, content, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (company_id, type, key) do update set content = m.content || excluded.content,
       updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [work.company, type, key, JSON.stringify(content), work.clock.now(), work.actor.name],
  )

/** Remembers where a person put the columns of a head, and what they said words mean, for the next file like it. */
export const rememberPlan = (work: Work, type: string, plan: ImportPlan, outcome: ImportOutcome): void => {
  if (plan.columns !== undefined) {
    const chosen = outcome.columns.map((column) => [String(column.at), column.target ?? ''] as const)
    keep(work, type, outcome.fingerprint, Object.fromEntries(chosen))
  }
  for (const [key, words] of Object.entries(plan.values ?? {}))
    if (Object.keys(words).length > 0) keep(work, wordsOfAll, key, words)
}
