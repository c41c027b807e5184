import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { entryDays } from '../../../ledgers/entry-days.ts'
import type { PartyItemKind } from '../../../ledgers/party/party.ts'
import { todayOf } from '../../../ledgers/today.ts'
import { amountCell } from './book-view.ts'
import { kindsOfSide, signOf } from './open-items.run.ts'
import { agingBuckets, partyAging } from './open-items.ts'

interface Question {
  readonly kinds: readonly PartyItemKind[]
  readonly party: string | null
  readonly asOf: CalendarDate
  readonly knownAt: Date | null
  readonly by: 'dueOn' | 'date'
  /** In its own amounts what is of this currency alone; else all as the books have it. */
  readonly currency: string | null
}

interface SumRow {
  readonly party: string
  readonly bucket: number
  readonly amount: string
}

// The first day of each age after the first, which is of what is not due yet.
const ages = agingBuckets.slice(0, -1).map((bucket) => bucket.upTo + 1)
const bucketSql = (by: Question['by']) =>
  `width_bucket($4::date - ${by === 'date' ? 'i.date' : 'coalesce(i.due_on, i.date)'}, array[${ages.join(', ')}])`

const ofQuestion =
  'i.kind = any($2::text[]) and ($3::uuid is null or i.party = $3) and ($5::text is null or i.currency = $5)'

const nowSql = (by: Question['by']) => `
  select i.party, ${bucketSql(by)} as bucket, sum(case when $5::text is null then i.open_book else i.open end) as amount from party_item i
  where i.company_id = $1 and i.open <> 0 and ${ofQuestion} group by 1, 2`

// An item's age does not depend on what settled it, so entries are summed by age at once and not by item first.
const knownSql = (by: Question['by']) => `
  select i.party, ${bucketSql(by)} as bucket, sum(case when $5::text is null then e.book_amount else e.amount end) as amount from party_entry e
  join party_item i on i.company_id = e.company_id and i.id = e.open_item
  where e.company_id = $1 and ${ofQuestion} and e.date <= $4 and e.recorded_at <= $6 group by 1, 2`

// What has not moved since stands as it does now; only of what has are the entries read, few on any day but the first ones.
const thenSql = (by: Question['by']) => `
  select party, bucket, sum(amount) as amount from (
    select i.party, ${bucketSql(by)} as bucket, case when $5::text is null then i.open_book else i.open end as amount from party_item i
    where i.company_id = $1 and i.open <> 0 and i.moved_on <= $4 and ${ofQuestion}
    union all
    select i.party, ${bucketSql(by)}, case when $5::text is null then e.book_amount else e.amount end from party_item i
    join party_entry e on e.company_id = i.company_id and e.open_item = i.id
    where i.company_id = $1 and e.company_id = $1 and i.moved_on > $4 and e.date <= $4 and ${ofQuestion}) standing group by 1, 2`

// Planned for what is asked each time: a plan for any question is bad for most.
const afresh = { named: false }

const sumsOn = async (work: Work, question: Question): Promise<SumRow[]> => {
  const { by, asOf, knownAt } = question
  const values = [work.company, question.kinds, question.party, asOf, question.currency]
  if (knownAt !== null) return work.tx.rows<SumRow>(knownSql(by), [...values, knownAt], afresh)
  const days = await entryDays(work, 'party')
  const standsNow = days === undefined || asOf >= days.last
  return work.tx.rows<SumRow>(standsNow ? nowSql(by) : thenSql(by), values, afresh)
}

interface Aged {
  readonly balance: bigint
  /** In the order of the buckets. */
  readonly buckets: readonly bigint[]
}

const agedOf = (sums: readonly SumRow[], sign: 1n | -1n): Aged => {
  const buckets = agingBuckets.map(() => 0n)
  for (const { bucket, amount } of sums) buckets[bucket] = (buckets[bucket] ?? 0n) + sign * toCents(amount)
  return { balance: buckets.reduce((sum, each) => sum + each, 0n), buckets }
}

const agedCells = (aged: Aged) => ({
  balance: centsText(aged.balance),
  ...Object.fromEntries(agingBuckets.map(({ name }, index) => [name, amountCell(aged.buckets[index] ?? 0n)])),
})

const namesOf = (work: Work, parties: readonly string[]) =>
  work.tx.rows<{ id: string; name: string }>(
    `select id, code || ' ' || name as name from party where company_id = $1 and id = any($2::uuid[]) order by code`,
    [work.company, parties],
  )

export const partyAgingRun = defineReportRun(partyAging, async (parameters, work) => {
  const asOf = parameters.asOf ?? todayOf(work)
  const side = parameters.side ?? 'receivable'
  const by = parameters.by ?? 'dueOn'
  const { party = null, knownAt = null, currency = null } = parameters
  const sums = await sumsOn(work, { kinds: kindsOfSide[side], party, asOf, knownAt, by, currency })
  const byParty = Map.groupBy(sums, (row) => row.party)
  const names = await namesOf(work, [...byParty.keys()])
  const rows = names.flatMap(({ id, name }) => {
    const aged = agedOf(byParty.get(id) ?? [], signOf(side))
    return aged.buckets.some((each) => each !== 0n)
      ? [{ party: id, partyName: name, side, asOf, ...agedCells(aged) }]
      : []
  })
  return {
    rows,
    totals: { partyName: '合计', ...agedCells(agedOf(sums, signOf(side))) },
    notes: [`截至 ${asOf}，按${by === 'dueOn' ? '到期日' : '单据日期'}，${currency ?? '本位币'}`],
  }
})
