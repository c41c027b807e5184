import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Period } from '../../../base/period.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** Where the bureau's forms carry balances forward: 附列资料（三） the deductions, 附列资料（四） the credits and the addition. */
const carriedColumns: Readonly<Record<string, string>> = { 'VAT-3': '6', 'VAT-4': '5', 'VAT-4B': '6' }

/** What the last VAT return before a period left over, by form, row and column. Books that begin here have nothing carried. */
export const carriedOnReturns = async (work: Work, period: Period) => {
  const rows = await work.tx.rows<{ form: string; row: string; column: string; amount: string }>(
    `select l.form, l.form_row as row, l.form_column as column, l.amount from tax_return_line l
     where l.company_id = $1 and l.owner_id = (
       select id from tax_return where company_id = $1 and kind = 'vat' and state in ('posted', 'closed') and period < $2
       order by period desc, number desc limit 1)`,
    [work.company, period],
  )
  const byPlace = new Map(rows.map((row) => [`${row.form}/${row.row}/${row.column}`, decimal(row.amount)]))
  return (form: string, row: string, column = carriedColumns[form] ?? ''): Decimal =>
    byPlace.get(`${form}/${row}/${column}`) ?? zero
}
