import { addMonths } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { updateEntity } from '../../../kernel/documents/entities.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { creditScore, policyFor } from '../rules/credit-score.ts'
import { rateCredit } from './rate-credit.ts'

interface HistoryRow {
  readonly id: string
  readonly sales: string
  readonly months: number
  readonly paid: number
  readonly paid_late: number
  readonly overdue: string
  readonly owed: string
  readonly oldest: number
}

// An item is paid on the day of the last entry that touched it once nothing is open any more.
const histories = (work: Work, customer: string | null, today: string, from: string) =>
  work.tx.rows<HistoryRow>(
    `with items as (
       select i.party, i.id, i.due_on, i.open_book as open, i.date, (select max(e.date) from party_entry e
           where e.company_id = $1 and e.party = i.party and e.open_item = i.id) as last_on
       from party_item i where i.company_id = $1 and i.kind = 'receivable' and ($2::uuid is null or i.party = $2)),
     sold as (
       select h.customer, sum(h.total_gross) filter (where h.date >= $4) as sales, min(h.date) as first
       from sales_delivery h where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null
         and not exists (select 1 from sales_delivery r where r.company_id = $1 and r.reverses = h.id) group by 1)
     select c.id, coalesce(s.sales, 0) as sales,
       coalesce(extract(year from age($3::date, s.first)) * 12 + extract(month from age($3::date, s.first)), 0)::int as months,
       count(i.id) filter (where i.open = 0)::int as paid,
       count(i.id) filter (where i.open = 0 and i.last_on > i.due_on)::int as paid_late,
       coalesce(sum(i.open) filter (where i.open > 0 and i.due_on < $3), 0) as overdue,
       coalesce(sum(i.open) filter (where i.open > 0), 0) as owed,
       coalesce(max($3::date - i.due_on) filter (where i.open > 0 and i.due_on < $3), 0)::int as oldest
     from party c left join items i on i.party = c.id left join sold s on s.customer = c.id
     where c.company_id = $1 and c.is_customer and not c.disabled and ($2::uuid is null or c.id = $2)
     group by c.id, s.sales, s.first order by c.id`,
    [work.company, customer, today, from],
  )

interface PolicyRow {
  readonly rating: string
  readonly minScore: number
  readonly creditLimit: string | null
  readonly paymentDays: number | null
  readonly hold: boolean
}

const policies = (work: Work) =>
  work.tx.rows<PolicyRow>(
    `select rating, min_score as "minScore", credit_limit as "creditLimit", payment_days as "paymentDays", coalesce(hold, false) as hold
     from credit_policy where company_id = $1 and not disabled`,
    [work.company],
  )

const granted = (policy: PolicyRow | undefined): JsonObject =>
  policy === undefined
    ? {}
    : {
        creditRating: policy.rating,
        creditHold: policy.hold,
        ...(policy.creditLimit === null ? {} : { creditLimit: policy.creditLimit }),
        ...(policy.paymentDays === null ? {} : { paymentDays: policy.paymentDays }),
      }

/** Rates each customer in a transaction of their own. */
export const runRateCredit = defineProcessRun(rateCredit, async (parameters, inWork, progress) => {
  const { rows, rules } = await inWork(async (work) => {
    const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
    const from = addMonths(today, -(parameters.months ?? 12))
    const [found, known] = await Promise.all([
      histories(work, parameters.customer ?? null, today, from),
      policies(work),
    ])
    return { rows: found, rules: known }
  })
  let held = 0
  for (const [index, row] of rows.entries()) {
    if (await progress.cancelled()) break
    const score = creditScore({
      sales: decimal(row.sales),
      months: row.months,
      paid: row.paid,
      paidLate: row.paid_late,
      overdue: decimal(row.overdue),
      owed: decimal(row.owed),
      oldestDays: row.oldest,
    })
    const policy = parameters.apply === false ? undefined : policyFor(rules, score)
    if (policy?.hold === true) held += 1
    await inWork((work) => updateEntity(work, party, row.id, { creditScore: score, ...granted(policy) }))
    await progress.report(index + 1, rows.length)
  }
  return { rated: rows.length, held }
})
