import type { CalendarDate } from '../../base/calendar-date.ts'
import { toCents } from '../../base/fixed-point.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { isOpening } from './opening-entries.ts'
import type { BooksView } from './account-totals.ts'

/** What a line of a voucher may be told apart by (辅助核算). */
export const lineDimensions = {
  branch: { column: 'branch', label: '分支机构', table: 'branch' },
  party: { column: 'party', label: '往来单位', table: 'party' },
  department: { column: 'department', label: '部门', table: 'department' },
  employee: { column: 'employee', label: '职员', table: 'employee' },
  project: { column: 'project', label: '项目', table: 'project' },
  item: { column: 'item', label: '商品', table: 'item' },
  cashAccount: { column: 'cash_account', label: '资金账户', table: 'cash_account' },
  auxiliary1: { column: 'auxiliary1', label: '自定义核算一', table: 'auxiliary_item' },
  auxiliary2: { column: 'auxiliary2', label: '自定义核算二', table: 'auxiliary_item' },
} as const
export type LineDimension = keyof typeof lineDimensions

const isLineDimension = (name: string): name is LineDimension => Object.hasOwn(lineDimensions, name)

export const lineDimensionNames: readonly LineDimension[] = Object.keys(lineDimensions).filter(isLineDimension)

/** Only lines that carry these. */
export type DimensionFilter = { readonly [D in LineDimension]?: string | null | undefined }

/** Which lines of which vouchers count, as a condition on `general_entry e`; `$1` is the company. */
export interface LineCondition {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** Writes the condition of a view and of dimensions; its own values begin behind `taken` others. */
export const lineCondition = (
  view: BooksView,
  dimensions: DimensionFilter,
  accounts: readonly string[] | null,
  taken: number,
): LineCondition => {
  const values: unknown[] = []
  const parts: string[] = []
  const value = (given: unknown) => `$${taken + values.push(given)}`
  if (accounts !== null) parts.push(`e.account_id = any(${value(accounts)}::uuid[])`)
  if (!view.closing) parts.push(`e.voucher_kind <> 'closing'`)
  if (view.knownAt !== undefined) parts.push(`e.recorded_at <= ${value(view.knownAt)}`)
  if (view.basis === 'booked') {
    const known = view.knownAt === undefined ? '' : ` and b.at <= ${value(view.knownAt)}`
    parts.push(
      `(${isOpening} or exists (select 1 from voucher_booking b where b.company_id = $1 and b.voucher = e.voucher${known}))`,
    )
  }
  if (view.branch !== undefined) parts.push(`e.branch = ${value(view.branch)}`)
  for (const name of lineDimensionNames) {
    const wanted = dimensions[name]
    if (wanted !== undefined && wanted !== null) parts.push(`e.${lineDimensions[name].column} = ${value(wanted)}`)
  }
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), values }
}

export interface LineTotal {
  readonly account: string
  /** The dimension's record; null where a line carries none. */
  readonly key: string | null
  /** The record of a second dimension, where two are asked for. */
  readonly second: string | null
  readonly opening: bigint
  readonly debit: bigint
  readonly credit: bigint
  readonly closing: bigint
  readonly yearOpening: bigint
  readonly yearDebit: bigint
  readonly yearCredit: bigint
}

export interface LineTotalsQuestion extends Partial<BooksView> {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly accounts: readonly string[]
  readonly by?: LineDimension | undefined
  readonly thenBy?: LineDimension | undefined
  readonly filter?: DimensionFilter
  /** Of which accounts lines are wanted that do not name what they are told apart by; of all, unless said. */
  readonly untoldOf?: readonly string[]
}

/** What came before the span or in it, and before the year or in it: two sums a line is added to, not six. */
interface TotalsRow {
  readonly account: string
  readonly key: string | null
  readonly second: string | null
  readonly in_span: boolean
  readonly in_year: boolean
  readonly debit: string
  readonly credit: string
}

const folded = (rows: readonly TotalsRow[]): LineTotal => {
  const sums = { opening: 0n, debit: 0n, credit: 0n, yearOpening: 0n, yearDebit: 0n, yearCredit: 0n }
  for (const row of rows) {
    const [debit, credit] = [toCents(row.debit), toCents(row.credit)]
    if (row.in_span) {
      sums.debit += debit
      sums.credit += credit
    } else sums.opening += debit - credit
    if (row.in_year) {
      sums.yearDebit += debit
      sums.yearCredit += credit
    } else sums.yearOpening += debit - credit
  }
  const { account = '', key = null, second = null } = rows[0] ?? {}
  return { account, key, second, ...sums, closing: sums.opening + sums.debit - sums.credit }
}

/** What stands on accounts by one dimension, or by two: read from the lines, since day totals know accounts only. Cents. */
export const lineTotals = async (work: Work, question: LineTotalsQuestion): Promise<LineTotal[]> => {
  if (question.accounts.length === 0) return []
  const { knownAt, branch } = question
  const view = { basis: question.basis ?? 'entered', closing: question.closing ?? true, knownAt, branch }
  const condition = lineCondition(view, question.filter ?? {}, question.accounts, 4)
  const columnOf = (by: LineDimension | undefined) =>
    by === undefined ? 'null::uuid' : `e.${lineDimensions[by].column}`
  const [key, second] = [columnOf(question.by), columnOf(question.thenBy)]
  const untold =
    question.untoldOf === undefined || question.by === undefined
      ? { sql: 'true', values: [] }
      : {
          sql: `(${key} is not null or e.account_id = any($${5 + condition.values.length}::uuid[]))`,
          values: [question.untoldOf],
        }
  const rows = await work.tx.rows<TotalsRow>(
    `select e.account_id as account, ${key} as key, ${second} as second, e.date >= $2 as in_span, e.date >= $4 as in_year,
       sum(e.debit) as debit, sum(e.credit) as credit
     from general_entry e where e.company_id = $1 and e.date <= $3 and ${condition.sql} and ${untold.sql} group by 1, 2, 3, 4, 5`,
    [
      work.company,
      question.from,
      question.to,
      `${question.to.slice(0, 4)}-01-01`,
      ...condition.values,
      ...untold.values,
    ],
  )
  const apart = Map.groupBy(rows, (row) => `${row.account}/${row.key ?? ''}/${row.second ?? ''}`)
  return [...apart.values()].map(folded)
}
