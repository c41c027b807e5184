import { toCents } from '../../../base/fixed-point.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { lineTotals } from '../../../ledgers/general/line-totals.ts'
import type { LineTotal } from '../../../ledgers/general/line-totals.ts'
import { formsOf, parseFormula } from '../../accounting/index.ts'
import type { FormulaTerm, StatementLine } from '../../accounting/index.ts'
import type { CashFlow, Figures } from '../../accounting/server.ts'
import type { GroupStatement } from '../rules/consolidated-forms.ts'
import { profitLines } from '../rules/consolidated-forms.ts'
import type { InternalFigures, WithSister } from '../rules/internal-figures.ts'
import { readAffiliates } from './find-companies.ts'
import type { KnownAffiliate } from './find-companies.ts'
import { goodsBetween } from './goods-between.ts'
import { endOfLastYear } from './spans.ts'

interface Range {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** What of the company's own statements the internal figures are told apart from. */
interface Sources {
  readonly balances: Figures
  readonly flows: readonly CashFlow[]
  map(statement: GroupStatement, values: ReadonlyMap<number, bigint>): ReadonlyMap<number, bigint>
}

/** Lines of claims and debts: 票据, 应收, 预付, 其他应收, 应付, 预收, 其他应付 and their like, in both standards' words. */
const isOwed = (line: StatementLine) =>
  /^(应收|应付|预付|预收|其他应收|其他应付|合同负债)/.test(line.item) && !/薪酬|融资/.test(line.item)

const accountsOf = (figures: Figures, term: FormulaTerm) => figures.tree.within(figures.nodeOf(term.of)?.id ?? '')

const valueOf = (figures: Figures, term: FormulaTerm, totals: readonly LineTotal[]): bigint => {
  const own = new Set(accountsOf(figures, term).map((node) => node.id))
  const side = figures.nodeOf(term.of)?.side
  return totals
    .filter((total) => own.has(total.account))
    .reduce((sum, { closing }) => {
      if (term.kind === 'debits') return sum + (closing > 0n ? closing : 0n)
      if (term.kind === 'credits') return sum + (closing < 0n ? -closing : 0n)
      return sum + (side === 'debit' ? closing : -closing)
    }, 0n)
}

/** Claims and debts by party, on the lines of the company's own form. */
const readOwed = async (work: Work, range: Range, figures: Figures, parties: readonly string[]) => {
  const lines = formsOf(work.settings)
    .balanceSheetLines.filter(isOwed)
    .map((line) => ({ line: line.line, terms: parseFormula(line.formula).filter((term) => term.kind !== 'line') }))
  const accounts = lines.flatMap(({ terms }) =>
    terms.flatMap((term) => accountsOf(figures, term).map((node) => node.id)),
  )
  const totals = await lineTotals(work, { ...range, accounts: [...new Set(accounts)], by: 'party' })
  return new Map(
    parties.map((party) => {
      const own = totals.filter((total) => total.key === party)
      const values = lines.map(({ line, terms }): [number, bigint] => [
        line,
        terms.reduce((sum, term) => sum + term.sign * valueOf(figures, term, own), 0n),
      ])
      return [party, new Map(values)]
    }),
  )
}

interface ProfitRow {
  readonly party: string
  readonly account: string
  readonly selling: boolean
  readonly amount: string
}

/** Profit and loss in documents that a sister owes or is owed for: what we sold her, and what she charged us. */
const readProfits = (work: Work, range: Range, accounts: readonly string[], parties: readonly string[]) =>
  work.tx.rows<ProfitRow>(
    `with dealt as (
       select distinct document_id, party, kind in ('receivable', 'advanceFromCustomer') as selling from party_entry
       where company_id = $1 and party = any($4::uuid[]) and date <= $3
         and kind in ('receivable', 'advanceFromCustomer', 'payable', 'estimate'))
     select d.party, e.account_id as account, d.selling, sum(e.debit - e.credit) as amount
     from dealt d join general_entry e on e.company_id = $1 and e.document_id = d.document_id
     where e.account_id = any($5::uuid[]) and e.date between $2 and $3 and e.voucher_kind <> 'closing'
     group by 1, 2, 3 having sum(e.debit - e.credit) <> 0`,
    [work.company, range.from, range.to, parties, accounts],
  )

interface CashRow {
  readonly id: string
  readonly party: string
  readonly amount: string
}

/** Money from and to sisters on the lines of the company's own form, by the party that the counter entries name. */
const readCash = async (work: Work, flows: readonly CashFlow[], parties: readonly string[]) => {
  const lineOf = new Map(flows.flatMap((flow) => flow.entries.map((entry) => [entry, flow.line] as const)))
  const rows = await work.tx.rows<CashRow>(
    `select id::text, party, credit - debit as amount from general_entry
     where company_id = $1 and id = any($2::uuid[]) and party = any($3::uuid[])`,
    [work.company, [...lineOf.keys()], parties],
  )
  const outgoing = new Set(
    formsOf(work.settings)
      .cashFlowLines.filter((line) => line.flow === 'out')
      .map((line) => line.line),
  )
  const found = new Map(parties.map((party) => [party, new Map<number, bigint>()]))
  for (const row of rows) {
    const line = lineOf.get(row.id) ?? 0
    const amount = outgoing.has(line) ? -toCents(row.amount) : toCents(row.amount)
    const own = found.get(row.party)
    own?.set(line, (own.get(line) ?? 0n) + amount)
  }
  return found
}

const profitAccounts = (figures: Figures, formulaLines: readonly StatementLine[]) =>
  formulaLines.flatMap((line) =>
    parseFormula(line.formula).flatMap((term) =>
      term.kind === 'balance'
        ? accountsOf(figures, term).map((node) => ({ account: node.id, line: line.line, term }))
        : [],
    ),
  )

/** Reads a company's dealings with its sisters; the unit of work acts in that company. */
export const readInternal = async (work: Work, range: Range, sources: Sources): Promise<InternalFigures> => {
  const affiliates = await readAffiliates(work)
  const parties = affiliates.map((one) => one.party)
  const accounts = profitAccounts(sources.balances, formsOf(work.settings).incomeStatementLines)
  const [owed, profits, cash, atEnd, atYearStart] = await Promise.all([
    readOwed(work, range, sources.balances, parties),
    readProfits(work, range, [...new Set(accounts.map((one) => one.account))], parties),
    readCash(work, sources.flows, parties),
    goodsBetween(work, range.to, affiliates),
    goodsBetween(work, endOfLastYear(range.to), affiliates),
  ])
  const profitOf = (party: string, selling: boolean) => {
    const values = new Map<number, bigint>()
    for (const row of profits.filter((one) => one.party === party && one.selling === selling)) {
      for (const { line, term } of accounts.filter((one) => one.account === row.account)) {
        const side = sources.balances.tree.byId(row.account)?.side
        const amount = side === 'debit' ? toCents(row.amount) : -toCents(row.amount)
        values.set(line, (values.get(line) ?? 0n) + term.sign * amount)
      }
    }
    return sources.map('incomeStatement', values)
  }
  const withSister = ({ party }: KnownAffiliate): WithSister => ({
    balances: sources.map('balanceSheet', owed.get(party) ?? new Map()),
    revenue: profitOf(party, true).get(profitLines.revenue) ?? 0n,
    charged: profitOf(party, false),
    cash: sources.map('cashFlow', cash.get(party) ?? new Map()),
  })
  return { sisters: new Map(affiliates.map((one) => [one.company, withSister(one)])), atEnd, atYearStart }
}
