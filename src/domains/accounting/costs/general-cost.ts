import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import type { Work } from '../../../kernel/posting/work.ts'

const amountOf = async (work: Work, sql: string, ...values: readonly unknown[]): Promise<Decimal> => {
  const rows = await work.tx.rows<{ amount: string }>(
    `select coalesce(sum(debit - credit), 0) as amount from general_entry where company_id = $1 and ${sql}`,
    [work.company, ...values],
  )
  return decimal(rows[0]?.amount ?? 0)
}

// What stands beside the cost of goods in their accounts, mark-up of transfers and difference to a standard, has accounts of its own.
const onStock = `(account_id in (select distinct account_id from stock_entry where company_id = $1)
  or account_id in (select account from account_mapping where company_id = $1 and role in ('transferPriceDifference', 'priceVariance')))`

/** What stands on the accounts of stock at the end of a day, by the general ledger. */
export const stockInGeneral = (work: Work, through: string): Promise<Decimal> =>
  amountOf(work, `${onStock} and date <= $2`, through)

/** How the accounts of stock changed in a period, by the general ledger. */
export const stockChange = (work: Work, from: string, to: string): Promise<Decimal> =>
  amountOf(work, `${onStock} and date between $2 and $3`, from, to)

/** Cost of sales of a period by the general ledger; what a close carries away is left out. */
export const salesCostInGeneral = (work: Work, from: string, to: string): Promise<Decimal> =>
  amountOf(
    work,
    `date between $2 and $3 and document_type not in ('profitCarryForward', 'yearEndClose')
       and account_id in (select account from account_mapping where company_id = $1 and role = 'costOfSales')`,
    from,
    to,
  )

/** The last rows of a cost report: what the general ledger holds, and that nothing is between. */
export const tieRows = (what: string, general: Decimal, own: Decimal, column: string): ReportRow[] => [
  { rowKind: 'closing', item: `总账　${what}`, [column]: general.toString() },
  { rowKind: 'closing', item: '差额', [column]: general.minus(own).toString() },
]

export const sumOf = (rows: readonly ReportRow[], column: string): Decimal =>
  rows.reduce((sum, row) => sum.plus(String(row[column] ?? '0')), zero)
