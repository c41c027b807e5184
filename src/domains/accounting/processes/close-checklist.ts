import type { CalendarDate } from '../../../base/calendar-date.ts'
import { firstDay, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { snake } from '../../../kernel/definition/define.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { controlTies } from '../../../ledgers/checks/control-ties.ts'
import { numberProblems } from '../../../ledgers/general/number-problems.ts'

/** One thing that a close looks at, and where to see more of it. */
export interface CheckItem {
  readonly name: string
  readonly label: string
  readonly ok: boolean
  /** A close is refused while it is not so; the others are told only. */
  readonly blocking: boolean
  /** Done by the close itself, so that it stands in nobody's way. */
  readonly byClose: boolean
  readonly detail: string
  /** Where to see more: a report, or the list of a type of records. */
  readonly report: string | null
  readonly list: string | null
}

interface Finding {
  readonly found: number
  readonly what: string
  readonly list?: string | undefined
}

const item = (
  name: string,
  label: string,
  finding: Finding,
  more: { readonly blocking: boolean; readonly report?: string },
): CheckItem => ({
  name,
  label,
  ok: finding.found === 0,
  blocking: more.blocking,
  byClose: false,
  detail: finding.found === 0 ? '通过' : finding.what,
  report: more.report ?? null,
  list: finding.list ?? null,
})

const count = async (work: Work, sql: string, ...values: readonly unknown[]): Promise<number> => {
  const rows = await work.tx.rows<{ count: number }>(sql, [work.company, ...values])
  return rows[0]?.count ?? 0
}

const unbooked = (work: Work, period: Period) =>
  count(
    work,
    `select count(*)::integer as count from general_voucher v where v.company_id = $1 and v.date between $2 and $3 and v.kind <> 'opening'
       and v.withdraws is null
       and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = v.id)
       and not exists (select 1 from voucher_booking b where b.company_id = $1 and b.voucher = v.id)`,
    firstDay(period),
    lastDay(period),
  )

const earlierOpen = async (work: Work, period: Period): Promise<string[]> =>
  (
    await work.tx.rows<{ code: string }>(
      `select code from period p where company_id = $1 and code < $2 and state = 'open' and exists (
         select 1 from general_voucher v where v.company_id = $1 and v.period = p.code and v.kind <> 'opening') order by code`,
      [work.company, period],
    )
  ).map((row) => row.code)

const negativeStock = (work: Work, through: CalendarDate) =>
  count(
    work,
    `select count(*)::integer as count from (
       select 1 from stock_entry where company_id = $1 and date <= $2 group by item, warehouse, place having sum(quantity) < 0) short`,
    through,
  )

const openEstimates = (work: Work, through: CalendarDate) =>
  count(
    work,
    `select count(*)::integer as count from (
       select 1 from party_entry where company_id = $1 and kind = 'estimate' and date <= $2 group by open_item having sum(book_amount) <> 0) open`,
    through,
  )

/** Drafts of documents that would post, dated in the period: after the close they cannot. */
const openDrafts = async (work: Work, period: Period): Promise<Finding> => {
  const found = await Promise.all(
    [...work.installed.postings.keys()].map(async (name) => ({
      name,
      label: work.installed.catalogue.documents.get(name)?.label ?? name,
      drafts: await count(
        work,
        `select count(*)::integer as count from ${snake(name)} where company_id = $1 and state in ('draft', 'submitted') and date between $2 and $3`,
        firstDay(period),
        lastDay(period),
      ),
    })),
  )
  const some = found.filter((each) => each.drafts > 0)
  return {
    found: some.length,
    what: `未审核单据：${some.map((each) => `${each.label} ${each.drafts} 张`).join('、')}`,
    list: some[0]?.name,
  }
}

const pendingLoss = (work: Work, through: CalendarDate) =>
  count(
    work,
    `select count(*)::integer as count from (
       select sum(e.debit - e.credit) from general_entry e
       join account_mapping m on m.company_id = $1 and m.role = 'pendingPropertyGainLoss' and m.account = e.account_id
       where e.company_id = $1 and e.date <= $2 having sum(e.debit - e.credit) <> 0) left_over`,
    through,
  )

/** What the areas of the business look at before a close. */
const partsOf = (work: Work, period: Period): Promise<CheckItem[]> =>
  Promise.all(
    work.installed.closeParts.map(async (part) => {
      const remains = await part.remains(work, period, lastDay(period))
      const { name, label, blocking, report, list = null } = part
      const byClose = remains !== null && typeof remains !== 'string'
      const detail = byClose ? remains.byClose : (remains ?? '通过')
      return { name, label, ok: remains === null, blocking, byClose, detail, report, list }
    }),
  )

/** What a close looks at: green, or why not and where to look. Changes nothing. */
export const closeChecklist = async (work: Work, period: Period): Promise<CheckItem[]> => {
  const through = lastDay(period)
  const [earlier, vouchers, numbers, ties, short, estimates, drafts, pending, parts] = await Promise.all([
    earlierOpen(work, period),
    unbooked(work, period),
    numberProblems(work, period, period),
    controlTies(work, through),
    negativeStock(work, through),
    openEstimates(work, through),
    openDrafts(work, period),
    pendingLoss(work, through),
    partsOf(work, period),
  ])
  const breaks = numbers.filter((problem) => problem.booked && problem.problem !== 'order')
  const yearEnd = period.endsWith('-12')
  return [
    item(
      'earlierPeriods',
      '以前期间已结账',
      { found: earlier.length, what: `请先结账 ${earlier.join('、')}` },
      { blocking: true },
    ),
    item(
      'vouchersBooked',
      '凭证全部记账',
      { found: vouchers, what: `${vouchers} 张凭证未记账` },
      { blocking: true, report: 'voucherList' },
    ),
    item(
      'voucherNumbers',
      '凭证无断号',
      { found: breaks.length, what: breaks.map((each) => each.detail).join('；') },
      { blocking: true, report: 'voucherNumberCheck' },
    ),
    item(
      'controlTies',
      '明细账与总账相符',
      { found: ties.length, what: ties.join('；') },
      { blocking: true, report: 'trialBalance' },
    ),
    item('documentsPosted', '单据全部审核', drafts, { blocking: false }),
    item(
      'negativeStock',
      '无负库存',
      { found: short, what: `${short} 个商品在期末为负库存` },
      { blocking: false, report: 'stockOnHand' },
    ),
    item(
      'estimatesSettled',
      '暂估已到票',
      { found: estimates, what: `${estimates} 笔暂估未到票，结转下期` },
      { blocking: false, report: 'openItems' },
    ),
    item(
      'pendingPropertyLoss',
      '待处理财产损溢已处理',
      { found: pending, what: '待处理财产损溢有余额' },
      { blocking: yearEnd, report: 'accountBalances' },
    ),
    ...parts,
  ]
}
