import { monthOf } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Period } from '../../base/period.ts'
import { Problem, fieldProblem } from '../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../kernel/definition/problem.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { AssetKind } from '../dimensions/asset.ts'
import type { EntryRow } from '../entry-rows.ts'
import { effectivePeriod } from './asset-terms.ts'

interface CardRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly sort: AssetKind
  readonly value: string
  readonly depreciation: string
  readonly impairment: string
  /** What stands charged by other postings, month by month. */
  readonly charged: Readonly<Record<Period, string>> | null
}

const cardsSql = `
  select c.id, c.code, c.name, k.kind as sort, coalesce(s.value, 0) as value, coalesce(s.depreciation, 0) as depreciation,
    coalesce(s.impairment, 0) as impairment, m.charged
  from asset_card c join asset_category k on k.company_id = $1 and k.id = c.category
  left join lateral (
    select sum(amount) filter (where kind = 'value') as value, sum(amount) filter (where kind = 'depreciation') as depreciation,
      sum(amount) filter (where kind = 'impairment') as impairment
    from asset_balance where company_id = $1 and asset = c.id) s on true
  left join lateral (
    select jsonb_object_agg(period, amount) as charged from (
      select e.period, sum(e.amount)::text as amount from asset_entry e
      where e.company_id = $1 and e.asset = c.id and e.period is not null and e.posting_id <> $3
        and e.negates is null and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = e.id)
      group by e.period having sum(e.amount) <> 0) p) m on true
  where c.company_id = $1 and c.id = any($2::uuid[])`

const valueProblem = (card: CardRow): readonly [string, string] | null => {
  const [value, depreciation, impairment] = [card.value, card.depreciation, card.impairment].map(decimal)
  if (value === undefined || depreciation === undefined || impairment === undefined) return null
  if (value.isNegative()) return ['原值将小于零，请检查金额', 'its value would fall below zero']
  if (depreciation.gt(zero) || impairment.gt(zero))
    return ['转出的累计折旧或减值准备多于已计提', 'more depreciation is taken back than was charged']
  const left = value.plus(depreciation).plus(impairment)
  return left.isNegative()
    ? ['累计折旧与减值准备将超过原值', 'depreciation and impairment would exceed its value']
    : null
}

/** The sentence that refuses an entry because of a month that is charged already. */
const chargedProblem = (month: Period): readonly [string, string] => [
  `${month} 的折旧已计提，本单会改变它；请先反审核该月折旧，或改用之后的日期`,
  `${month} is charged already; unpost its depreciation first, or use a later date`,
]

const monthProblem = (card: CardRow, row: EntryRow): readonly [string, string] | null => {
  const { values } = row
  const months = Object.keys(card.charged ?? {}).toSorted() as Period[]
  const last = months.at(-1)
  if (last === undefined) return null
  const period = values['period'] as Period | null
  if (period !== null) {
    const isCharge = (values['amount'] as Decimal).isNegative()
    if (isCharge && months.includes(period)) return [`${period} 已计提，不能重复`, `${period} is charged already`]
    return last > period
      ? [`已计提到 ${last}，请先反审核其后各月的折旧`, `it is charged through ${last}; unpost the later months first`]
      : null
  }
  const felt =
    values['kind'] === 'usage'
      ? monthOf(row.date as CalendarDate)
      : effectivePeriod(card.sort, row.date as CalendarDate)
  return last >= felt ? chargedProblem(last) : null
}

const pathOf = (row: EntryRow | undefined) =>
  row === undefined || row.lineNo === 0 ? 'asset' : `lines.${row.lineNo - 1}.asset`

/**
 * Refuses what would leave a card with less than nothing, charge a month twice or out of order, or change a month that
 * stands charged. Asked after the entries were sent, while the cards are held.
 */
export const refuseUnsoundCards = async (
  work: Work,
  posting: PostingRecord,
  rows: readonly EntryRow[],
): Promise<void> => {
  const byCard = Map.groupBy(rows, (row) => String(row.values['asset']))
  const cards = await work.tx.rows<CardRow>(cardsSql, [work.company, [...byCard.keys()], posting.id])
  const problems = cards.flatMap((card): FieldProblem[] => {
    const own = byCard.get(card.id) ?? []
    const named = `“${card.code} ${card.name}”`
    const wrong = own.map((row) => ({ row, found: monthProblem(card, row) })).find(({ found }) => found !== null)
    const [zh, en] = wrong?.found ?? valueProblem(card) ?? []
    if (zh === undefined || en === undefined) return []
    return [fieldProblem(pathOf(wrong?.row ?? own[0]), named + zh, `${card.code}: ${en}`)]
  })
  if (problems.length === 0) return
  throw new Problem('invalid', { zh: '资产卡片不允许这样记账', en: 'The assets do not allow this' }, problems)
}
