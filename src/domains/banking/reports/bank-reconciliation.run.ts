import type { CalendarDate } from '../../../base/calendar-date.ts'
import { sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { balancesOn, unreconciled } from '../desk/both-sides.ts'
import type { Balances, Item } from '../desk/both-sides.ts'
import { bankReconciliation } from './bank-reconciliation.ts'
import { todayOf } from '../../../ledgers/today.ts'

/** What is between both sides of an account on a day. */
export interface Reconciliation {
  readonly balances: Balances
  readonly items: readonly Item[]
  readonly adjustedBook: Decimal
  readonly adjustedBank: Decimal
}

/** Both balances as they are adjusted by what the other side lacks. */
export const reconciliationOn = async (work: Work, account: string, day: CalendarDate): Promise<Reconciliation> => {
  const [balances, items] = await Promise.all([balancesOn(work, account, day), unreconciled(work, account, day)])
  const of = (side: Item['side']) => sum(items.filter((item) => item.side === side).map((item) => item.amount))
  return {
    balances,
    items,
    adjustedBook: balances.book.plus(of('bank')).plus(balances.openingGap),
    adjustedBank: (balances.bank ?? balances.book).plus(of('book')),
  }
}

const cell = (amount: Decimal): string => centsText(toCents(amount))

const parts = [
  { label: '加：银行已收，企业未收', side: 'bank', isIn: true, column: 'bookAmount' },
  { label: '减：银行已付，企业未付', side: 'bank', isIn: false, column: 'bookAmount' },
  { label: '加：企业已收，银行未收', side: 'book', isIn: true, column: 'bankAmount' },
  { label: '减：企业已付，银行未付', side: 'book', isIn: false, column: 'bankAmount' },
] as const

const itemRow = (item: Item, column: 'bookAmount' | 'bankAmount'): ReportRow => ({
  part: '',
  date: item.date,
  number: item.number === '' ? '期初未达' : item.number,
  type: item.type,
  document: item.document,
  words: [item.counterparty, item.memo].filter((text) => text !== '').join(' '),
  [column]: item.amount,
})

const rowsOf = ({ balances, items, adjustedBook, adjustedBank }: Reconciliation): ReportRow[] => [
  {
    rowKind: 'opening',
    part: '余额',
    bookAmount: cell(balances.book),
    bankAmount: balances.bank === null ? null : cell(balances.bank),
  },
  ...parts.flatMap(({ label, side, isIn, column }): ReportRow[] => {
    const own = items.filter((item) => item.side === side && item.amount.startsWith('-') !== isIn)
    if (own.length === 0) return [{ rowKind: 'subtotal', part: label, [column]: '0.00' }]
    return [
      {
        rowKind: 'subtotal',
        part: `${label}（${own.length} 笔）`,
        [column]: cell(sum(own.map((item) => item.amount))),
      },
      ...own.map((item) => itemRow(item, column)),
    ]
  }),
  ...(balances.openingGap.isZero()
    ? []
    : [
        {
          rowKind: 'subtotal' as const,
          part: '期初两边差额（请录入银行期初的未达账项）',
          bookAmount: cell(balances.openingGap),
        },
      ]),
  { rowKind: 'closing', part: '调节后余额', bookAmount: cell(adjustedBook), bankAmount: cell(adjustedBank) },
]

/** The account that is meant where none is said: the first with a statement. */
export const usualAccount = async (work: Work): Promise<string | null> => {
  const [row] = await work.tx.rows<{ id: string }>(
    `select a.id from cash_account a where a.company_id = $1 and exists (
       select 1 from bank_statement s where s.company_id = $1 and s.cash_account = a.id and s.state in ('posted', 'closed')) order by a.code limit 1`,
    [work.company],
  )
  return row?.id ?? null
}

export const runBankReconciliation = defineReportRun(bankReconciliation, async (parameters, work) => {
  const account = parameters.cashAccount ?? (await usualAccount(work))
  if (account === null) return { rows: [], notes: ['还没有银行流水：请先在“银行对账”导入'] }
  const today = todayOf(work)
  const day = parameters.asOf ?? (await balancesOn(work, account, today)).lastLine ?? today
  const [named] = await work.tx.rows<{ name: string; number: string | null }>(
    `select name, account_number as number from cash_account where company_id = $1 and id = $2`,
    [work.company, account],
  )
  const found = await reconciliationOn(work, account, day)
  const { balances } = found
  const stated =
    balances.stated !== null && balances.bank !== null && !balances.stated.eq(balances.bank)
      ? [`对账单写明余额 ${cell(balances.stated)}，与逐笔累计 ${cell(balances.bank)} 不符：流水可能不全`]
      : []
  return {
    rows: rowsOf(found),
    notes: [
      `账户：${named?.name ?? ''} ${named?.number ?? ''}`,
      `截止日期：${day}`,
      ...(balances.bank === null ? ['该账户没有银行流水'] : []),
      ...stated,
    ],
  }
})
