import type { BookCheck } from '../../kernel/documents/installed.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { numberProblems } from '../general/number-problems.ts'

/** A check that is one question: its rows, in words, are what breaks it. `$1` is the company. */
export const sqlCheck = (name: string, label: string, sql: string): BookCheck => ({
  name,
  label,
  violations: async (work: Work) =>
    (await work.tx.rows<{ what: string }>(`${sql} limit 5`, [work.company])).map((row) => row.what),
})

/** Totals of accounts against the entries that are folded into them. */
const totalsCheck = (name: string, label: string, table: string, column: string, span: string): BookCheck =>
  sqlCheck(
    name,
    label,
    `with folded as (
       select e.account_id as account, ${span} as day, e.voucher_kind = 'closing' as closing, sum(e.debit) as debit, sum(e.credit) as credit
       from general_entry e where e.company_id = $1 and not exists (
         select 1 from follow_up f where f.company_id = $1 and f.kind = 'posting' and f.subject = e.posting_id)
       group by 1, 2, 3)
     select a.code || ' ' || coalesce(f.day, d.${column}) || '：累计 ' || coalesce(d.debit, 0) || '/' || coalesce(d.credit, 0)
       || '，分录 ' || coalesce(f.debit, 0) || '/' || coalesce(f.credit, 0) as what
     from folded f full join (select * from ${table} where company_id = $1) d
       on d.account = f.account and d.${column} = f.day and d.closing = f.closing
     join account a on a.company_id = $1 and a.id = coalesce(f.account, d.account)
     where coalesce(d.debit, 0) <> coalesce(f.debit, 0) or coalesce(d.credit, 0) <> coalesce(f.credit, 0)`,
  )

/** Invariants 1 and 5 for the general ledger, and 6. */
export const generalChecks: readonly BookCheck[] = [
  sqlCheck(
    'vouchersBalance',
    '每张凭证借贷相等',
    `select v.period || ' ' || v.document_number || '：借方 ' || sum(e.debit) || '，贷方 ' || sum(e.credit) as what
     from general_entry e join general_voucher v on v.company_id = $1 and v.id = e.voucher
     where e.company_id = $1 group by v.id, v.period, v.document_number having sum(e.debit) <> sum(e.credit)`,
  ),
  sqlCheck(
    'trialBalance',
    '试算平衡',
    `select '借方 ' || sum(debit) || '，贷方 ' || sum(credit) as what from general_entry
     where company_id = $1 having sum(debit) <> sum(credit)`,
  ),
  totalsCheck('generalDays', '总账日累计 = 分录之和', 'general_day', 'date', 'e.date'),
  totalsCheck('generalMonths', '总账月累计 = 分录之和', 'general_month', 'month', `date_trunc('month', e.date)::date`),
  sqlCheck(
    'withdrawnPairs',
    '撤回的凭证与原凭证相抵',
    `select v.document_number || '：差 ' || sum(e.debit) || '/' || sum(e.credit) as what
     from general_voucher w join general_voucher v on v.company_id = $1 and v.id = w.withdraws
     join general_entry e on e.company_id = $1 and e.voucher in (v.id, w.id)
     where w.company_id = $1 and w.withdraws is not null
     group by v.id, v.document_number having sum(e.debit) <> 0 or sum(e.credit) <> 0`,
  ),
  sqlCheck(
    'withdrawnUnbooked',
    '已记账凭证未被撤回',
    `select v.document_number as what from voucher_booking b
     join general_voucher w on w.company_id = $1 and w.withdraws = b.voucher
     join general_voucher v on v.company_id = $1 and v.id = b.voucher where b.company_id = $1`,
  ),
  {
    name: 'bookedNumbers',
    label: '已记账凭证号连续无重复',
    violations: async (work) =>
      (await numberProblems(work, '0000-00', '9999-99'))
        .filter((problem) => problem.booked && problem.problem !== 'order')
        .slice(0, 5)
        .map((problem) => `${problem.period} ${problem.detail}`),
  },
  sqlCheck(
    'mergedVouchers',
    '合并凭证只含同类、同日、同色的业务凭证',
    `with parts as (
       select period, word, number, voucher from voucher_booking where company_id = $1
       union all select period, word, number, voucher from voucher_number where company_id = $1)
     select p.period || ' ' || p.word || '-' || p.number as what
     from parts p join general_voucher v on v.company_id = $1 and v.id = p.voucher
     group by p.period, p.word, p.number
     having count(*) > 1 and (count(distinct (v.document_type, v.date, v.total < 0)) > 1 or bool_or(v.kind <> 'projected'))`,
  ),
  sqlCheck(
    'closedPeriodsBooked',
    '已结账期间的凭证全部记账',
    `select v.period || ' ' || v.document_number as what from period p
     join general_voucher v on v.company_id = $1 and v.period = p.code and v.kind <> 'opening' and v.withdraws is null
     where p.company_id = $1 and p.state = 'closed'
       and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = v.id)
       and not exists (select 1 from voucher_booking b where b.company_id = $1 and b.voucher = v.id)`,
  ),
]
