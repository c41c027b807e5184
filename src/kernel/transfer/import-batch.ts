import { newId } from '../../base/id.ts'
import type { Work } from '../posting/work.ts'

/** A record that an import wrote, and the version in which it left it. */
export interface KeptRecord {
  readonly type: string
  readonly id: string
  readonly version: number
  /** Else it was there, and the import changed it. */
  readonly isNew: boolean
}

export interface BatchRow {
  readonly id: string
  readonly type: string
  readonly fileName: string
  readonly created: number
  readonly updated: number
  readonly parts: number
  readonly finished: boolean
  readonly createdAt: Date
  readonly createdBy: string
  readonly undoneAt: Date | null
}

const columns = `id, type, file_name as "fileName", created, updated, parts, finished, created_at as "createdAt", created_by as "createdBy", undone_at as "undoneAt"`

/** Begins to remember an import. */
export const openBatch = async (work: Work, type: string, fileName: string, finished: boolean): Promise<string> => {
  const id = newId<'importBatch'>()
  await work.tx.query(
    `insert into import_batch (company_id, id, type, file_name, finished, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [work.company, id, type, fileName, finished, work.clock.now(), work.actor.name],
  )
  return id
}

/** Adds what one step wrote. The number of the step is unique, so that no step is done twice. */
export const addPart = async (
  work: Work,
  batch: string,
  part: number,
  records: readonly KeptRecord[],
  count: { readonly created: number; readonly updated: number },
): Promise<void> => {
  work.tx.send(`insert into import_part (company_id, batch, part, records) values ($1, $2, $3, $4)`, [
    work.company,
    batch,
    part,
    JSON.stringify(records.map((one) => [one.type, one.id, one.version, one.isNew])),
  ])
  await work.tx.query(
    `update import_batch set parts = $3, created = created + $4, updated = updated + $5 where company_id = $1 and id = $2`,
    [work.company, batch, part + 1, count.created, count.updated],
  )
}

export const finishBatch = async (work: Work, batch: string): Promise<void> => {
  await work.tx.query(`update import_batch set finished = true where company_id = $1 and id = $2`, [
    work.company,
    batch,
  ])
}

/** A batch, held while a step of it is done or it is taken back. */
export const lockBatch = async (work: Work, batch: string): Promise<BatchRow | undefined> => {
  const rows = await work.tx.rows<BatchRow>(
    `select ${columns} from import_batch where company_id = $1 and id::text = $2 for update`,
    [work.company, batch],
  )
  return rows[0]
}

/** The newest imports of a type. */
export const listBatches = (work: Work, type: string): Promise<BatchRow[]> =>
  work.tx.rows<BatchRow>(
    `select ${columns} from import_batch where company_id = $1 and type = $2 and (finished or parts > 0) order by created_at desc limit 20`,
    [work.company, type],
  )

/** What a batch wrote, the last first. */
export const recordsOfBatch = async (work: Work, batch: string): Promise<KeptRecord[]> => {
  const rows = await work.tx.rows<{ records: readonly [string, string, number, boolean][] }>(
    `select records from import_part where company_id = $1 and batch = $2 order by part desc`,
    [work.company, batch],
  )
  return rows.flatMap(({ records }) =>
    records.toReversed().map(([type, id, version, isNew]): KeptRecord => ({ type, id, version, isNew })),
  )
}
