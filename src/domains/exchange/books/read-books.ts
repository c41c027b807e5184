import { firstOfMonth, lastOfMonth, monthOf } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents } from '../../../base/fixed-point.ts'
import { compare, firstDay, isPeriod, lastDay, next } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountNode, AccountTree } from '../../../ledgers/general/account-tree.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import type { AccountTotal } from '../../../ledgers/general/account-totals.ts'
import {
  dimensionJoins,
  lastReview,
  lastReviewer,
  notWithdrawn,
  numberJoins,
} from '../../../ledgers/general/voucher-selection.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import type {
  Auxiliary,
  AuxiliaryKind,
  ExchangedAccount,
  ExchangedBalance,
  ExchangedBooks,
  ExchangedLine,
  ExchangedVoucher,
} from './exchanged-books.ts'

export interface BookQuestion {
  readonly from?: CalendarDate | null
  readonly to?: CalendarDate | null
  /** With what is entered and not booked yet. */
  readonly unbooked?: boolean | null
}

interface Days {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** This month's days unless told; never before the books begin, so that their opening stands before the first day. */
const daysOf = (work: Work, question: BookQuestion): Days => {
  const settings = settingsOf(work.settings)
  const to = question.to ?? lastOfMonth(question.from ?? work.clock.today(settings.zone))
  const asked = question.from ?? firstOfMonth(to)
  const start = settings.startMonth ?? ''
  const from = isPeriod(start) && asked < firstDay(start) ? firstDay(start) : asked
  if (from > to) {
    throw new Problem('invalid', { zh: '开始日期晚于结束日期', en: 'The range ends before it begins' }, [
      fieldProblem(
        'from',
        '开始日期晚于结束日期，或结束日期早于启用月份',
        'is after the end, or the end is before the books begin',
      ),
    ])
  }
  return { from, to }
}

const accountOf = (tree: AccountTree, node: AccountNode): ExchangedAccount => ({
  id: node.id,
  code: node.code,
  name: node.name,
  category: node.category,
  side: node.side,
  level: node.level,
  isCash: node.control === 'cash',
  isDetail: node.isDetail,
  path: tree
    .upwards(node.id)
    .map(({ code, name }) => ({ code, name }))
    .toReversed(),
})

interface VoucherRow {
  readonly id: string
  readonly date: CalendarDate
  readonly word: string
  readonly number: number | null
  readonly summary: string
  readonly attachments: number
  readonly document_number: string
  readonly actor: string
  readonly reviewer: string | null
  readonly booker: string | null
}

const voucherRows = (work: Work, days: Days, unbooked: boolean) =>
  work.tx.rows<VoucherRow>(
    `select v.id, v.date, v.word, coalesce(b.number, n.number) as number, v.summary, v.attachments, v.document_number, v.actor,
       b.actor as booker,
       case when b.voucher is not null or coalesce(${lastReview}, false) then ${lastReviewer} end as reviewer
     from general_voucher v
     ${numberJoins}
     where v.company_id = $1 and v.date between $2 and $3 and v.kind <> 'opening' and ${notWithdrawn('v', null)}
       and ($4 or b.voucher is not null)
     order by v.date, v.word, coalesce(b.number, n.number), coalesce(b.part, n.part), v.id`,
    [work.company, days.from, days.to, unbooked],
  )

const namedSql = (alias: string): string =>
  `case when ${alias}.id is null then null else jsonb_build_object('code', ${alias}.code, 'name', ${alias}.name) end`

interface Named {
  readonly code: string
  readonly name: string
}

interface LineRow {
  readonly voucher: string
  readonly line_no: number
  readonly account_id: string
  readonly summary: string
  readonly debit: string
  readonly credit: string
  readonly quantity: string | null
  readonly unit: string | null
  readonly currency: string | null
  readonly currency_amount: string | null
  readonly is_customer: boolean | null
  readonly is_supplier: boolean | null
  readonly party: Named | null
  readonly department: Named | null
  readonly employee: Named | null
  readonly project: Named | null
  readonly item: Named | null
}

const lineRows = (work: Work, vouchers: readonly string[]) =>
  work.tx.rows<LineRow>(
    `select e.voucher, e.line_no, e.account_id, e.summary, e.debit, e.credit, e.quantity, u.name as unit, e.currency, e.currency_amount,
       p.is_customer, p.is_supplier, ${namedSql('p')} as party, ${namedSql('d')} as department, ${namedSql('m')} as employee,
       ${namedSql('j')} as project, ${namedSql('i')} as item
     from general_entry e
     ${dimensionJoins}
     left join unit u on u.company_id = $1 and u.id = i.unit
     where e.company_id = $1 and e.voucher = any($2::uuid[]) order by e.voucher, e.line_no`,
    [work.company, vouchers],
  )

/** Who is both customer and supplier is what the side of the account makes of them. */
const partyKind = (row: LineRow, account: ExchangedAccount): AuxiliaryKind => {
  if (row.is_customer === true && row.is_supplier === true) return account.side === 'debit' ? 'customer' : 'supplier'
  return row.is_supplier === true ? 'supplier' : 'customer'
}

const auxiliariesOf = (row: LineRow, account: ExchangedAccount): Auxiliary[] => {
  const found: readonly (readonly [AuxiliaryKind, Named | null])[] = [
    [partyKind(row, account), row.party],
    ['department', row.department],
    ['employee', row.employee],
    ['project', row.project],
    ['item', row.item],
  ]
  return found.flatMap(([kind, named]) => (named === null ? [] : [{ kind, ...named }]))
}

const lineOf = (row: LineRow, account: ExchangedAccount): ExchangedLine => ({
  lineNo: row.line_no,
  account,
  summary: row.summary,
  debit: toCents(row.debit),
  credit: toCents(row.credit),
  quantity: row.quantity,
  unit: row.unit,
  currency: row.currency,
  currencyAmount: row.currency_amount,
  auxiliaries: auxiliariesOf(row, account),
})

const monthsOf = (days: Days): Period[] => {
  const months: Period[] = []
  for (let month = monthOf(days.from); compare(month, monthOf(days.to)) <= 0; month = next(month)) months.push(month)
  return months
}

const later = (one: CalendarDate, other: CalendarDate) => (one > other ? one : other)
const earlier = (one: CalendarDate, other: CalendarDate) => (one < other ? one : other)

const readBalances = async (
  work: Work,
  days: Days,
  unbooked: boolean,
  accounts: readonly ExchangedAccount[],
): Promise<ExchangedBalance[]> => {
  const basis = unbooked ? 'entered' : 'booked'
  const byMonth: (readonly [Period, ReadonlyMap<string, AccountTotal>])[] = []
  for (const month of monthsOf(days)) {
    const range = { from: later(firstDay(month), days.from), to: earlier(lastDay(month), days.to) }
    byMonth.push([month, await accountTotals(work, { ...range, basis })])
  }
  return accounts
    .filter((account) => byMonth.some(([, totals]) => totals.has(account.id)))
    .map((account) => ({
      account,
      opening: byMonth[0]?.[1].get(account.id)?.opening ?? 0n,
      months: byMonth.map(([month, totals]) => ({
        month,
        debit: totals.get(account.id)?.debit ?? 0n,
        credit: totals.get(account.id)?.credit ?? 0n,
      })),
    }))
}

/** Merged vouchers (凭证合并) are one with the number that they share. */
const sheetsOf = (rows: readonly VoucherRow[]) =>
  [
    ...Map.groupBy(rows, (row) =>
      row.number === null ? row.id : `${row.date.slice(0, 7)}/${row.word}/${row.number}`,
    ).values(),
  ].flatMap((parts) => (parts[0] === undefined ? [] : [{ row: parts[0], parts }]))

const auxiliaryKey = (one: Auxiliary) => `${one.kind} ${one.code}`

/** Reads the books of some days: what stood before them, and every voucher of them in the order of the books. */
export const readBooks = async (work: Work, question: BookQuestion): Promise<ExchangedBooks> => {
  const days = daysOf(work, question)
  const unbooked = question.unbooked === true
  const tree = await readAccounts(work)
  const byId = new Map(tree.nodes.map((node) => [node.id, accountOf(tree, node)]))
  const accounts = [...byId.values()]
  const rows = await voucherRows(work, days, unbooked)
  const lines = await lineRows(
    work,
    rows.map((row) => row.id),
  )
  const byVoucher = Map.groupBy(lines, (line) => line.voucher)
  const vouchers = sheetsOf(rows).map(({ row, parts }): ExchangedVoucher => ({
    id: row.id,
    date: row.date,
    word: row.word,
    number: row.number ?? 0,
    summary: row.summary,
    attachments: parts.reduce((sum, part) => sum + part.attachments, 0),
    document: row.document_number,
    maker: row.actor,
    reviewer: row.reviewer,
    booker: row.booker,
    lines: parts
      .flatMap((part) => byVoucher.get(part.id) ?? [])
      .flatMap((line, index) => {
        const account = byId.get(line.account_id)
        return account === undefined ? [] : [lineOf({ ...line, line_no: index + 1 }, account)]
      }),
  }))
  const used = vouchers.flatMap((voucher) => voucher.lines.flatMap((line) => line.auxiliaries))
  const settings = settingsOf(work.settings)
  const name = work.settings['name']
  return {
    company: {
      name: typeof name === 'string' ? name : '',
      taxNumber: settings.taxNumber ?? '',
      currency: settings.currency,
    },
    standard: settings.standard,
    ...days,
    accounts,
    balances: await readBalances(work, days, unbooked, accounts),
    vouchers,
    auxiliaries: [...new Map(used.map((one) => [auxiliaryKey(one), one])).values()].toSorted((a, b) =>
      auxiliaryKey(a) < auxiliaryKey(b) ? -1 : 1,
    ),
  }
}
