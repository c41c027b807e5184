import { Problem, conflict, notFound } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { actOn } from '../documents/actions.ts'
import { deleteDocument, findDocument, stateOf } from '../documents/documents.ts'
import { deleteEntities, restoreEntity } from '../documents/take-back-entities.ts'
import type { Work } from '../posting/work.ts'
import { lockBatch, recordsOfBatch } from './import-batch.ts'
import type { KeptRecord } from './import-batch.ts'

const undoDocument = async (work: Work, definition: AnyDocument, { id, version }: KeptRecord): Promise<void> => {
  const record = await findDocument(work, definition, id)
  const isPosted = stateOf(record) === 'posted'
  if (Number(record.header['version']) !== version) {
    throw conflict(
      `${String(record.header['number'])} 导入后已被修改，不能撤销`,
      `${String(record.header['number'])} was changed since`,
    )
  }
  if (!isPosted) return deleteDocument(work, definition, id)
  await actOn(work, definition, await actOn(work, definition, record, 'unpost', {}), 'void', {})
}

const typeOf = (work: Work, type: string): AnyEntity | AnyDocument => {
  const { entities, documents } = work.installed.catalogue
  const found = entities.get(type) ?? documents.get(type)
  if (found === undefined) throw notFound(`没有资料类型“${type}”`, `There is no type ${type}`)
  return found
}

const refuseWithoutRight = (work: Work, definition: AnyEntity | AnyDocument): void => {
  const facets = definition.sort === 'entity' ? Object.keys(definition.facets ?? {}) : []
  if ([definition.name, ...facets].some((name) => work.actor.may(`${name}.delete`))) return
  throw new Problem('forbidden', {
    zh: `需要权限：${definition.name}.delete`,
    en: `It needs the right ${definition.name}.delete`,
  })
}

/** Takes back what an import wrote, whatever state the import is in: what it made is deleted, what it changed is put back. */
export const takeBack = async (work: Work, batch: string): Promise<number> => {
  const records = await recordsOfBatch(work, batch)
  // Of one type at a time, the last first: documents before the records that they name.
  const types = [...new Set(records.map((record) => record.type))]
  for (const type of types) {
    const definition = typeOf(work, type)
    refuseWithoutRight(work, definition)
    const own = records.filter((record) => record.type === type)
    if (definition.sort === 'document') {
      for (const record of own) await undoDocument(work, definition, record)
      continue
    }
    for (const record of own.filter((one) => !one.isNew)) await restoreEntity(work, definition, record)
    await deleteEntities(
      work,
      definition,
      own.filter((one) => one.isNew),
    )
  }
  return records.length
}

/** Takes an import back as one action. Refused as a whole when any of it was changed or used since. */
export const undoImport = async (work: Work, definition: AnyEntity | AnyDocument, batch: string): Promise<number> => {
  const found = await lockBatch(work, batch)
  if (found === undefined || found.type !== definition.name) throw notFound('没有这次导入', 'There is no such import')
  if (found.undoneAt !== null) throw conflict('这次导入已经撤销过', 'This import was taken back already')
  if (!found.finished)
    throw conflict('这次导入还在进行，请先取消或等它完成', 'This import is still under way; cancel it or wait')
  const count = await takeBack(work, batch)
  await work.tx.query(`update import_batch set undone_at = $3 where company_id = $1 and id = $2`, [
    work.company,
    found.id,
    work.clock.now(),
  ])
  return count
}
