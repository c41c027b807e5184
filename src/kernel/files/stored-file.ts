import { newId } from '../../base/id.ts'
import { Problem, fieldProblem } from '../definition/problem.ts'
import type { Work } from '../posting/work.ts'

/** A file that was uploaded, with its content. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly contentType: string
  readonly bytes: Buffer
}

/**
 * The file that the caller uploaded (`POST /api/files`), by the id it answered. Throws a Problem that names the field where
 * there is none.
 */
export const readStoredFile = async (work: Work, id: string, field = 'file'): Promise<StoredFile> => {
  const rows = await work.tx.rows<{ name: string; content_type: string; sha256: string }>(
    `select name, content_type, sha256 from stored_file where company_id = $1 and id::text = $2 and created_by = $3`,
    [work.company, id, work.actor.name],
  )
  const [row] = rows
  if (row === undefined) {
    throw new Problem('invalid', { zh: '没有这个文件', en: 'There is no such file' }, [
      fieldProblem(field, '没有这个文件，请先上传', 'there is no such file; upload it first'),
    ])
  }
  const bytes = await work.files.read(row.sha256)
  return { id, name: row.name, contentType: row.content_type, bytes }
}

/** Attaches an uploaded file to a record that is made from it. */
export const attachStoredFile = (work: Work, file: string, type: string, record: string): void => {
  work.tx.send(
    `insert into attachment (company_id, id, type, record_id, name, content_type, size, sha256, created_at, created_by)
     select company_id, $2, $3, $4, name, content_type, size, sha256, $5, $6 from stored_file where company_id = $1 and id::text = $7`,
    [work.company, newId<'attachment'>(), type, record, work.clock.now(), work.actor.name, file],
  )
}
