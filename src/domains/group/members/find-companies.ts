import type { Id } from '../../../base/id.ts'
import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** A company of this server as its directory knows it. */
export interface ListedCompany {
  readonly id: Id<'company'>
  readonly code: string
  readonly name: string
}

/** Companies by code, from the directory that all share. */
export const companiesCoded = async (
  work: Pick<Work, 'tx'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ListedCompany>> => {
  const rows = await work.tx.rows<ListedCompany>(
    `select company_id as id, code, name from company_directory where code = any($1::text[]) order by code`,
    [codes],
  )
  return new Map(rows.map((row) => [row.code, row]))
}

/** A company by its code, or a refusal naming the field. */
export const companyCoded = async (work: Pick<Work, 'tx'>, field: string, code: string): Promise<ListedCompany> => {
  const found = (await companiesCoded(work, [code])).get(code)
  if (found === undefined) {
    throw new Problem('invalid', { zh: '没有这个公司', en: 'There is no such company' }, [
      fieldProblem(field, `本系统中没有编码为“${code}”的公司`, `no company here has the code ${code}`),
    ])
  }
  return found
}

/** The code and name under which the company of a unit of work is listed. */
export const ownListing = async (work: Pick<Work, 'tx' | 'company'>): Promise<ListedCompany> => {
  const [row] = await work.tx.rows<ListedCompany>(
    `select company_id as id, code, name from company_directory where company_id = $1`,
    [work.company],
  )
  return row ?? { id: work.company, code: '', name: '' }
}

/** A party of the company that is another company here. */
export interface KnownAffiliate {
  readonly party: string
  readonly company: string
  readonly takesDocuments: boolean
  readonly warehouse: string | null
}

/** The company's parties that are other companies here, by the code of the other. */
export const readAffiliates = (work: Pick<Work, 'tx' | 'company'>): Promise<KnownAffiliate[]> =>
  work.tx.rows<KnownAffiliate>(
    `select party, company, takes_documents as "takesDocuments", warehouse from affiliate
     where company_id = $1 and not disabled order by code`,
    [work.company],
  )
