import { newId } from '../../src/base/id.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'

/** Uploads a file as a person does; answers the id that calls take. */
export const upload = async (books: Books, name: string, bytes: Uint8Array): Promise<string> => {
  const id = newId<'file'>()
  await books.inWork(async (work) => {
    const sha256 = await work.files.store(bytes)
    await work.tx.query(
      `insert into stored_file (company_id, id, name, content_type, size, sha256, created_at, created_by) values ($1, $2, $3, 'text/plain', $4, $5, $6, $7)`,
      [work.company, id, name, bytes.length, sha256, work.clock.now(), work.actor.name],
    )
  })
  return id
}
