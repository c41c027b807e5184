import { kebab } from '../definition/define.ts'
import { Problem, fieldProblem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import type { LoadedRecord } from './load.ts'
import { tableOf } from './storage.ts'

/** Which of some records whoever acts is shown; all of them where their scope is everything. */
export const idsInScope = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (work.actor.scope === undefined || ids.length === 0) return new Set(ids)
  const rows = await work.tx.rowsIn<{ id: string }>(
    'scope',
    `select id from ${tableOf(definition).name} where company_id = $1 and id = any($2::uuid[])`,
    [work.company, ids],
  )
  return new Set(rows.map((row) => row.id))
}

/** Whether whoever acts is shown a record. */
export const isInScope = async (work: Work, definition: AnyEntity | AnyDocument, id: string): Promise<boolean> =>
  work.actor.scope === undefined || (await idsInScope(work, definition, [id])).has(id)

/** References at the head of a record to what belongs to people: a customer of someone else may not be written about. */
const foreignOwned = async (work: Work, definition: AnyEntity | AnyDocument, record: LoadedRecord) => {
  const fields = definition.sort === 'document' ? definition.header : {}
  const found = await Promise.all(
    Object.entries(fields).map(async ([name, field]) => {
      const target = field.kind === 'ref' ? work.installed.catalogue.entities.get(field.target?.name ?? '') : undefined
      const id = record.header[name]
      if (target?.scope !== 'owned' || typeof id !== 'string') return []
      return (await isInScope(work, target, id))
        ? []
        : [fieldProblem(name, `${field.label}不在您的数据范围内`, 'is outside your scope')]
    }),
  )
  return found.flat()
}

/**
 * Refuses to leave a record where whoever wrote it would not see it any more: in a warehouse that is not theirs, with a
 * customer of someone else. Nothing is written then.
 */
export const refuseOutOfScope = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  record: LoadedRecord,
  isNew: boolean,
): Promise<void> => {
  if (work.actor.scope === undefined || work.tx.sight === 'scope') return
  const problems = isNew ? await foreignOwned(work, definition, record) : []
  if (problems.length === 0 && (await isInScope(work, definition, String(record.header['id'])))) return
  throw new Problem(
    'forbidden',
    {
      zh: `这张${definition.label}不在您的数据范围内，未保存；请改用自己负责的仓库、客户，或请管理员调整数据范围`,
      en: `This ${kebab(definition.name)} is outside your scope and was not saved`,
    },
    problems,
  )
}
