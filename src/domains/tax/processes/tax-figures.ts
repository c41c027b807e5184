import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fromCents } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import type { AccountTotal } from '../../../ledgers/general/account-totals.ts'
import { accountsOf } from '../../../ledgers/general/accounts.ts'
import type { TaxSpan } from '../rules/tax-period.ts'

/** What the books say of some days, asked by role. Cents; what closing carried away counts as if it still stood. */
export interface BookFigures {
  /** Debit less credit at the end. */
  balance(role: AccountRoleName): bigint
  /** Credits of the days; red letters are negative. */
  credits(role: AccountRoleName): bigint
  debits(role: AccountRoleName): bigint
  /** Income less expenses of the days, leaving out income tax itself. */
  readonly profit: bigint
}

/** Reads the totals of accounts once, for any number of questions. */
export const bookFigures = async (work: Work, span: Pick<TaxSpan, 'from' | 'to'>): Promise<BookFigures> => {
  const totals = await accountTotals(work, { ...span, basis: 'entered', closing: false })
  const accounts = await accountsOf(work)
  const tree = await readAccounts(work)
  const sum = (role: AccountRoleName, pick: (total: AccountTotal) => bigint): bigint =>
    tree.within(accounts.of(role)).reduce((all, node) => {
      const total = totals.get(node.id)
      return total === undefined ? all : all + pick(total)
    }, 0n)
  const incomeTax = new Set(tree.within(accounts.of('incomeTax')).map((node) => node.id))
  const profit = tree.nodes.reduce((all, node) => {
    const total = node.category === 'profitLoss' && !incomeTax.has(node.id) ? totals.get(node.id) : undefined
    return total === undefined ? all : all + total.credit - total.debit
  }, 0n)
  return {
    balance: (role) => sum(role, (total) => total.closing),
    credits: (role) => sum(role, (total) => total.credit),
    debits: (role) => sum(role, (total) => total.debit),
    profit,
  }
}

/** Sales of the days without tax: 主营 and 其他业务收入. */
export const salesOf = (figures: BookFigures): Decimal =>
  (['revenue', 'otherRevenue'] as const).reduce(
    (all, role) => all.plus(fromCents(figures.credits(role) - figures.debits(role))),
    zero,
  )

/** Purchases of the days without tax, by suppliers' invoices. */
export const purchasesOf = async (work: Work, span: Pick<TaxSpan, 'from' | 'to'>): Promise<Decimal> => {
  const rows = await work.tx.rows<{ net: string | null }>(
    `select sum(case when is_red then -total_net else total_net end) as net from purchase_invoice
     where company_id = $1 and state in ('posted', 'closed') and date between $2 and $3`,
    [work.company, span.from, span.to],
  )
  return decimal(rows[0]?.net ?? '0')
}

/** VAT on special invoices of the days: buyers deduct it, so a small-scale seller pays it in any case. */
export const specialTaxOf = async (work: Work, span: Pick<TaxSpan, 'from' | 'to'>): Promise<Decimal> => {
  const rows = await work.tx.rows<{ tax: string | null }>(
    `select sum(case when is_red then -total_tax else total_tax end) as tax from sales_invoice
     where company_id = $1 and state in ('posted', 'closed') and invoice_kind = 'special' and date between $2 and $3`,
    [work.company, span.from, span.to],
  )
  return decimal(rows[0]?.tax ?? '0')
}

/** What accruals of a period hold already, by tax; `from` to the period, for what is counted by the year. */
export const accruedOf = async (work: Work, from: string, through: string): Promise<ReadonlyMap<string, Decimal>> => {
  const rows = await work.tx.rows<{ tax: string; amount: string }>(
    `select l.tax, sum(l.amount) as amount from tax_accrual d join tax_accrual_line l on l.company_id = $1 and l.owner_id = d.id
     where d.company_id = $1 and d.state in ('posted', 'closed') and d.period between $2 and $3 group by l.tax`,
    [work.company, from, through],
  )
  return new Map(rows.map((row) => [row.tax, decimal(row.amount)]))
}

export const firstOfYear = (day: CalendarDate) => `${day.slice(0, 4)}-01-01` as CalendarDate
