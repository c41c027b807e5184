import { updateEntity } from '../../../kernel/documents/entities.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { company } from '../../../ledgers/dimensions/company.ts'

/** Names the company anew: in its books, and where people choose among companies. */
export const renameCompany = async (work: Work, name: string): Promise<void> => {
  await updateEntity(work, company, work.company, { name })
  await work.tx.query(`update company_directory set name = $2 where company_id = $1`, [work.company, name])
}
