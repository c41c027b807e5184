import type { CalendarDate } from '../../base/calendar-date.ts'
import type { BookCheck } from '../../kernel/documents/installed.ts'
import { isOpening } from '../general/opening-entries.ts'
import type { Work } from '../../kernel/posting/work.ts'

const subLedgers = [
  { ledger: 'stock', label: '库存账', amount: 'amount + markup' },
  { ledger: 'party', label: '往来账', amount: 'book_amount' },
  { ledger: 'cash', label: '资金账', amount: 'book_amount' },
  { ledger: 'asset', label: '资产账', amount: 'amount' },
] as const
type SubLedger = (typeof subLedgers)[number]

interface Tie {
  readonly month: string
  readonly code: string
  readonly name: string
  readonly ledger: string
  readonly general: string
}

/**
 * The accounts that a sub-ledger controls, month by month, where the ledger and the general ledger have parted. Every
 * month end is compared, openings on the day that sub-ledgers begin, and with the last month today; a day inside a month follows from the entries' common dates.
 */
const tiesSql = ({ ledger, amount }: SubLedger) => `
  with controlled as (
    select id, code, name from account a where a.company_id = $1 and a.control = '${ledger}'
    union select id, code, name from account a where a.company_id = $1 and exists (
      select 1 from ${ledger}_entry e where e.company_id = $1 and e.account_id = a.id)),
  months as (
    select account_id, date_trunc('month', date)::date as month, sum(${amount}) as own, 0::numeric as other from ${ledger}_entry
    where company_id = $1 and ($2::date is null or date <= $2) group by 1, 2
    union all
    select e.account_id, date_trunc('month', coalesce(o.date, e.date))::date, 0, sum(e.debit - e.credit) from general_entry e
    left join posting o on o.company_id = $1 and o.id = e.posting_id and ${isOpening}
    where e.company_id = $1 and e.account_id in (select id from controlled) and ($2::date is null or e.date <= $2) group by 1, 2),
  sums as (
    select account_id, month, sum(sum(own)) over (partition by account_id order by month) as own,
      sum(sum(other)) over (partition by account_id order by month) as other
    from months group by 1, 2)
  select to_char(s.month, 'YYYY-MM') as month, c.code, c.name, s.own as ledger, s.other as general
  from sums s join controlled c on c.id = s.account_id where s.own <> s.other order by s.month, c.code limit 5`

const violationsOf = async (work: Work, sub: SubLedger, through: CalendarDate | null): Promise<string[]> => {
  const rows = await work.tx.rows<Tie>(tiesSql(sub), [work.company, through])
  return rows.map((row) => `${row.month} 末 ${row.code} ${row.name}：${sub.label} ${row.ledger}，总账 ${row.general}`)
}

/** Sub-ledgers against their control accounts up to a day, all of them. */
export const controlTies = async (work: Work, through: CalendarDate | null): Promise<string[]> =>
  (await Promise.all(subLedgers.map((sub) => violationsOf(work, sub, through)))).flat()

/** Invariant 3: stock, receivables, payables, estimates, cash and assets equal their control accounts at every month end and today. */
export const controlChecks: readonly BookCheck[] = subLedgers.map((sub) => ({
  name: `${sub.ledger}TiesToGeneral`,
  label: `${sub.label} = 总账受控科目`,
  violations: (work) => violationsOf(work, sub, null),
}))
