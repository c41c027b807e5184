import { readFileSync } from 'node:fs'
import { inTransaction } from '../../kernel/database/transaction.ts'
import type { Settings } from '../../kernel/database/settings.ts'
import { enterCompany, ensureAdministrator, newCompanyId } from '../../kernel/access/companies.ts'
import { openProduct } from '../open-product.ts'
import { importNorthwind } from './import-northwind.ts'
import { readNorthwind } from './read-northwind.ts'

/** `suanpan import northwind FILE`: makes a company of the Northwind sample data. */
export const importNorthwindFile = async (
  settings: Settings,
  file: string,
  log: (line: string) => void,
): Promise<void> => {
  const data = readNorthwind(readFileSync(file, 'utf8'))
  const product = await openProduct(settings, log)
  try {
    const { context, database } = product
    const administrator = await ensureAdministrator(database.pool, context.accounts, settings.adminPassword)
    const company = newCompanyId()
    const entry = { id: company, code: `NW${company.slice(-4)}`, name: 'Northwind Traders', zone: 'Asia/Shanghai' }
    const outcome = await importNorthwind(context, company, data, {
      log,
      analyze: () => database.owner.query('analyze'),
      entered: (work) => enterCompany(work, entry, administrator.id),
    })
    await context.followUps.settle(company)
    await database.owner.query('analyze')
    const [total] = await inTransaction(database.pool, { company, readOnly: true }, (tx) =>
      tx.rows<{ net: string }>(`select sum(net) as net from sales_invoice_line where company_id = $1`, [company]),
    )
    log(`${outcome.documents} documents posted; net sales ${total?.net ?? '0'}, each line rounded to cents and stored`)
    if (administrator.password !== undefined)
      log(`the first user is admin, with the password ${administrator.password}`)
  } finally {
    await product.close()
  }
}
