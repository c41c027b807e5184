import { newId } from '../../../base/id.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** A file of an invoice with what it belongs to. */
export interface KeptFile {
  readonly key: string
  readonly number: string
  readonly direction: 'received' | 'issued'
  readonly type: string
  readonly record: string
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** The last part of a path, as files in a zip are named. */
const plainName = (name: string): string => name.split(/[/\\]/).at(-1)?.slice(-200) || 'invoice'

/**
 * Keeps the original of an invoice: its content under its hash, a row in the archive that stays, and an attachment that shows on
 * the document. The same content of one invoice is kept once. Answers whether it is new.
 */
export const keepFile = async (work: Work, file: KeptFile): Promise<boolean> => {
  const sha256 = await work.files.store(file.bytes)
  const name = plainName(file.name)
  const { company, actor, clock } = work
  const size = file.bytes.byteLength
  const { rowCount } = await work.tx.query(
    `insert into invoice_file (company_id, id, invoice_key, invoice_number, direction, type, record_id, name, content_type, size, sha256, at, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    [
      company,
      newId<'invoiceFile'>(),
      file.key,
      file.number,
      file.direction,
      file.type,
      file.record,
      name,
      file.contentType,
      size,
      sha256,
      clock.now(),
      actor.name,
    ],
  )
  if (rowCount === 0) return false
  await work.tx.query(
    `insert into attachment (company_id, id, type, record_id, name, content_type, size, sha256, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      company,
      newId<'attachment'>(),
      file.type,
      file.record,
      name,
      file.contentType,
      size,
      sha256,
      clock.now(),
      actor.name,
    ],
  )
  return true
}
