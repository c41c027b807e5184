import type { Work } from '../../../kernel/posting/work.ts'

export interface IssuedFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Buffer
}

interface FileRow {
  readonly name: string
  readonly content_type: string
  readonly sha256: string
  readonly size: number
}

/** The kept files of an issued invoice, without their content. */
export const issuedFileNames = (work: Work, invoice: string): Promise<FileRow[]> =>
  work.tx.rows<FileRow>(
    `select name, content_type, sha256, size::int as size from invoice_file
     where company_id = $1 and record_id = $2 and direction = 'issued' order by name desc`,
    [work.company, invoice],
  )

/** The kept files of an issued invoice: XML, PDF, OFD. */
export const issuedFiles = async (work: Work, invoice: string): Promise<IssuedFile[]> => {
  const rows = await issuedFileNames(work, invoice)
  return Promise.all(
    rows.map(async (row) => ({
      name: row.name,
      contentType: row.content_type,
      bytes: await work.files.read(row.sha256),
    })),
  )
}
