import type { Work } from '../../kernel/posting/work.ts'
import type { InvoiceParty } from './reading/read-invoice.ts'

export interface OwnParty extends InvoiceParty {
  readonly address: string | null
  readonly phone: string | null
  readonly bank: string | null
}

/** The company as it stands on invoices, as seller or as buyer. */
export const ownParty = async (work: Work): Promise<OwnParty> => {
  const [row] = await work.tx.rows<OwnParty>(
    `select name, nullif(trim(tax_number), '') as "taxNumber", address, phone, bank from company where company_id = $1 and id = $1`,
    [work.company],
  )
  return row ?? { name: '', taxNumber: null, address: null, phone: null, bank: null }
}
