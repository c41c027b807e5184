import { auditAll } from '../audit/audit.ts'
import { Problem, notFound } from '../definition/problem.ts'
import type { AnyEntity } from '../definition/record.ts'
import { inCompany } from '../own/installed-in.ts'
import { refuseReferred } from '../own/own-references.ts'
import type { Work } from '../posting/work.ts'
import { labelOf } from './code-and-name.ts'
import type { JsonObject } from './draft.ts'
import { updateEntity } from './entities.ts'
import { idsInScope } from './in-scope.ts'
import { loadRecords } from './load.ts'
import { forgetReferences } from './lookup.ts'
import { tableOf } from './storage.ts'

/**
 * Deletes records as they were left, all or none: refused when one was changed since, or something refers to one. Two statements,
 * whatever their number.
 */
export const deleteEntities = async (
  work: Work,
  definition: AnyEntity,
  left: readonly { readonly id: string; readonly version: number }[],
): Promise<void> => {
  if (left.length === 0) return
  const ids = left.map((one) => one.id)
  const [records, seen] = await Promise.all([
    loadRecords(work.tx, work.company, definition, ids, { lock: true }),
    idsInScope(work, definition, ids),
  ])
  for (const { id, version } of left) {
    const record = records.get(id)
    if (record === undefined || !seen.has(id))
      throw notFound(`有${definition.label}已被删除，不能撤销`, `A ${definition.name} is gone already`)
    if (record.header['version'] !== version)
      throw new Problem('stale', {
        zh: `${labelOf(record)} 已被${String(record.header['updatedBy'])}修改，不能撤销`,
        en: `${labelOf(record)} was changed meanwhile`,
      })
  }
  await refuseReferred(work, definition, ids)
  forgetReferences(work, definition.name)
  await work.tx.query(`delete from search_text where company_id = $1 and record_id = any($2::uuid[])`, [
    work.company,
    ids,
  ])
  await work.tx.query(`delete from ${tableOf(definition).name} where company_id = $1 and id = any($2::uuid[])`, [
    work.company,
    ids,
  ])
  auditAll(
    work,
    left.flatMap(({ id }) => {
      const record = records.get(id)
      return record === undefined
        ? []
        : [{ action: 'delete', type: definition.name, record: id, label: labelOf(record), before: record }]
    }),
  )
}

/** Puts a record back to what it was before the change that left it in this version; the trail knows. Refused when it was changed since. */
export const restoreEntity = async (
  work: Work,
  definition: AnyEntity,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> => {
  const rows = await work.tx.rows<{ header: JsonObject }>(
    `select before->'header' as header from audit where company_id = $1 and record_id = $2 and (after->'header'->>'version')::int = $3
     and before is not null`,
    [work.company, id, version],
  )
  const before = rows[0]?.header
  if (before === undefined) throw notFound('找不到修改前的内容', 'What it was before is not known')
  const names = [
    'code',
    'name',
    'disabled',
    ...(definition.tree === true ? ['parent'] : []),
    ...Object.keys(inCompany(work, definition).fields),
  ]
  const input = Object.fromEntries(names.flatMap((name) => (before[name] === undefined ? [] : [[name, before[name]]])))
  await updateEntity(work, definition, id, input, version)
}
