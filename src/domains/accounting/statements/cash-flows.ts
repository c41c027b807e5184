import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import type { AccountTree } from '../../../ledgers/general/account-tree.ts'
import { readsBranch } from '../../../ledgers/general/branches.ts'
import { lineCondition } from '../../../ledgers/general/line-totals.ts'
import { betweenBranchesLine, formsOf } from './forms.ts'
import type { StatementLine } from './statement-line.ts'

/** Money that came in (positive) or went out against an account, in one voucher. */
export interface CashFlow {
  readonly voucher: string
  readonly date: CalendarDate
  readonly word: string
  readonly number: number | null
  readonly account: string
  readonly amount: bigint
  /** The line of the statement; 0 where the account names none. */
  readonly line: number
  /** Whether someone chose the line, in place of what the account says. */
  readonly byHand: boolean
  /** The entries of the general ledger that are summed up in it. */
  readonly entries: readonly string[]
  readonly summary: string
}

interface CounterRow {
  readonly voucher: string
  readonly date: CalendarDate
  readonly word: string
  readonly number: number | null
  readonly account: string
  readonly balance: string
  readonly tagged: string | null
  readonly entries: readonly string[]
  readonly summary: string
}

const linesOppositeCash = (
  work: Work,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
  view: BooksView,
  cash: readonly string[],
) => {
  const condition = lineCondition(view, {}, null, 5)
  return work.tx.rows<CounterRow>(
    `with moved as (
       select distinct e.voucher from general_entry e
       where e.company_id = $1 and e.account_id = any($4::uuid[]) and e.date between $2 and $3
         and e.voucher_kind not in ('opening', 'closing') and ${condition.sql})
     select e.voucher, v.date, v.word, coalesce(b.number, n.number) as number, e.account_id as account, sum(e.debit - e.credit) as balance,
       t.line as tagged, array_agg(e.id::text) as entries, min(e.summary) as summary
     from moved m join general_entry e on e.company_id = $1 and e.voucher = m.voucher
     join general_voucher v on v.company_id = $1 and v.id = m.voucher
     left join voucher_booking b on b.company_id = $1 and b.voucher = v.id
     left join voucher_number n on n.company_id = $1 and n.voucher = v.id
     left join cash_flow_tag t on t.company_id = $1 and t.entry = e.id
     where e.account_id <> all($4::uuid[]) and ($5::uuid is null or e.branch = $5 or not exists (
       select 1 from general_entry o where o.company_id = $1 and o.voucher = m.voucher and o.account_id = any($4::uuid[]) and o.branch is distinct from $5))
     group by 1, 2, 3, 4, 5, sign(e.debit - e.credit), t.line having sum(e.debit - e.credit) <> 0
     order by v.date, coalesce(b.number, n.number), e.voucher`,
    [work.company, range.from, range.to, cash, view.branch ?? null, ...condition.values],
  )
}

const lineOf = (tree: AccountTree, account: string, comesIn: boolean): number => {
  const named = tree.upwards(account).map((node) => (comesIn ? node.cashFlowIn : node.cashFlowOut))
  return Number(named.find((line) => line !== null) ?? '0')
}

/**
 * A voucher may hold what is no flow of cash: goods that left at cost in the same voucher as the money for them. Where an
 * account without a line and stock cancel each other, neither had to do with the money.
 */
const withoutStock = (tree: AccountTree, flows: readonly CashFlow[]): CashFlow[] => {
  const isStock = (flow: CashFlow) => !flow.byHand && tree.byId(flow.account)?.control === 'stock'
  const [untagged, stock] = [flows.filter((flow) => flow.line === 0), flows.filter(isStock)]
  const sum = (some: readonly CashFlow[]) => some.reduce((total, flow) => total + flow.amount, 0n)
  if (untagged.length === 0 || stock.length === 0 || sum(untagged) + sum(stock) !== 0n) return [...flows]
  return flows.filter((flow) => flow.line !== 0 && !isStock(flow))
}

/**
 * What an asset was bought or sold for is one flow, with its VAT and what clearing it cost (rule 27): cost, depreciation and the
 * gain in the same voucher are none. What is owed to or by a party stays its own.
 */
const withAssets = (tree: AccountTree, flows: readonly CashFlow[]): CashFlow[] => {
  const asset = flows.find((flow) => tree.byId(flow.account)?.control === 'asset' && flow.line !== 0)
  if (asset === undefined) return [...flows]
  const isOwed = (flow: CashFlow) => tree.byId(flow.account)?.control === 'party'
  const amount = flows.filter((flow) => !isOwed(flow)).reduce((total, flow) => total + flow.amount, 0n)
  const invested = { ...asset, amount, line: lineOf(tree, asset.account, amount > 0n) }
  return [...flows.filter(isOwed), ...(amount === 0n ? [] : [invested])]
}

type MovedRow = Pick<CounterRow, 'voucher' | 'date' | 'word' | 'number' | 'account' | 'balance' | 'entries' | 'summary'>

/** What the money of a branch moved by, voucher by voucher; on an account of it, for whoever asks where. */
const movedInBranch = (
  work: Work,
  range: Parameters<typeof cashFlows>[2],
  view: BooksView,
  cash: readonly string[],
) => {
  const condition = lineCondition(view, {}, cash, 3)
  return work.tx.rows<MovedRow>(
    `select e.voucher, v.date, v.word, coalesce(b.number, n.number) as number, min(e.account_id::text) as account,
       sum(e.debit - e.credit) as balance, array_agg(e.id::text) as entries, min(e.summary) as summary
     from general_entry e join general_voucher v on v.company_id = $1 and v.id = e.voucher
     left join voucher_booking b on b.company_id = $1 and b.voucher = v.id
     left join voucher_number n on n.company_id = $1 and n.voucher = v.id
     where e.company_id = $1 and e.date between $2 and $3 and e.voucher_kind not in ('opening', 'closing') and ${condition.sql}
     group by 1, 2, 3, 4 order by v.date, coalesce(b.number, n.number), e.voucher`,
    [work.company, range.from, range.to, ...condition.values],
  )
}

/** What of a branch's money came from the others or went to them: what its vouchers do not say another reason for. */
const betweenBranches = (moved: readonly MovedRow[], flows: readonly CashFlow[], line: number): CashFlow[] => {
  const told = Map.groupBy(flows, (flow) => flow.voucher)
  return moved.flatMap((row): CashFlow[] => {
    const reasons = told.get(row.voucher) ?? []
    const amount = reasons.reduce((left, flow) => left - flow.amount, toCents(row.balance))
    return amount === 0n ? [] : [{ ...row, amount, line, byHand: false }]
  })
}

/**
 * The flows of cash in a range, by what stands opposite the money; transfers among cash accounts are none. Of one branch, what it
 * had from the others and gave them is a flow too; where a voucher moves the money of several, each has its own lines of it.
 */
export const cashFlows = async (
  work: Work,
  tree: AccountTree,
  range: { readonly from: CalendarDate; readonly to: CalendarDate },
  view: BooksView,
): Promise<CashFlow[]> => {
  const cash = tree.nodes.filter((node) => node.control === 'cash').map((node) => node.id)
  const rows = await linesOppositeCash(work, range, view, cash)
  const flows = rows.map((row): CashFlow => {
    const amount = -toCents(row.balance)
    const byHand = row.tagged !== null
    return { ...row, amount, byHand, line: byHand ? Number(row.tagged) : lineOf(tree, row.account, amount > 0n) }
  })
  const outside = [...Map.groupBy(flows, (flow) => flow.voucher).values()].flatMap((own) =>
    withoutStock(tree, withAssets(tree, own)),
  )
  if (!readsBranch(work, view)) return outside
  const moved = await movedInBranch(work, range, view, cash)
  return [...outside, ...betweenBranches(moved, outside, betweenBranchesLine(formsOf(work.settings)))]
}

/** What flows put on a line: money the line's own way is positive, what comes back is taken off. */
export const amountOnLine = (line: StatementLine, flows: readonly CashFlow[]): bigint => {
  const sum = flows.filter((flow) => flow.line === line.line).reduce((total, flow) => total + flow.amount, 0n)
  return line.flow === 'out' ? -sum : sum
}
