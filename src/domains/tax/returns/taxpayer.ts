import type { Work } from '../../../kernel/posting/work.ts'

/** Who files, as the head of every form says. */
export interface Taxpayer {
  readonly name: string
  readonly taxNumber: string
}

export const taxpayerOf = async (work: Work): Promise<Taxpayer> => {
  const [row] = await work.tx.rows<Taxpayer>(
    `select name, coalesce(tax_number, '') as "taxNumber" from company where company_id = $1 and id = $1`,
    [work.company],
  )
  return row ?? { name: '', taxNumber: '' }
}
