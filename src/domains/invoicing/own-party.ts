import type { Work } from '../../kernel/posting/work.ts'
import type { InvoiceParty } from './reading/read-invoice.ts'

export interface OwnParty extends InvoiceParty {
  readonly address: string | null
  readonly phone: string | null
  readonly bank: string | null
}

/** The company as the seller on a digital invoice: a branch that invoices in its own name stands there by that. */
export const sellerOn = async (work: Work, invoice: string): Promise<OwnParty> => {
  const [own, [branch]] = await Promise.all([
    ownParty(work),
    work.tx.rowsIn<{ [K in 'name' | 'taxNumber' | 'address' | 'phone']: string | null }>(
      'whole',
      `select nullif(trim(b.seller_title), '') as name, nullif(trim(b.seller_tax_number), '') as "taxNumber", b.address, b.phone
       from digital_invoice d join branch b on b.company_id = $1 and b.id = d.branch where d.company_id = $1 and d.id = $2`,
      [work.company, invoice],
    ),
  ])
  if (branch === undefined || branch.name === null) return own
  return {
    ...own,
    name: branch.name,
    taxNumber: branch.taxNumber ?? own.taxNumber,
    address: branch.address ?? own.address,
    phone: branch.phone ?? own.phone,
  }
}

/** The company as it stands on invoices, as seller or as buyer. */
export const ownParty = async (work: Work): Promise<OwnParty> => {
  const [row] = await work.tx.rows<OwnParty>(
    `select name, nullif(trim(tax_number), '') as "taxNumber", address, phone, bank from company where company_id = $1 and id = $1`,
    [work.company],
  )
  return row ?? { name: '', taxNumber: null, address: null, phone: null, bank: null }
}
