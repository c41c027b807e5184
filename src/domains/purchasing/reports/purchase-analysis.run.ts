import { addMonths, calendarDate, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { purchaseAnalysis } from './purchase-analysis.ts'
import { purchaseFacts } from './purchase-facts.ts'

interface GroupRow {
  readonly id: string | null
  readonly key: string
  readonly quantity: string
  readonly net: string
}

const groups = {
  item: { id: 'i.id', key: `i.code || ' ' || i.name` },
  supplier: { id: 's.id', key: `s.code || ' ' || s.name` },
  buyer: { id: 'b.id', key: `coalesce(b.name, '（无采购员）')` },
  month: { id: 'null::uuid', key: `to_char(f.date, 'MM')` },
  category: { id: 'g.id', key: `coalesce(g.name, '（无分类）')` },
} as const
type GroupName = keyof typeof groups

interface Span {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const grouped = async (
  work: Work,
  by: GroupName,
  { from, to }: Span,
  narrowed: readonly (string | null)[],
): Promise<Map<string, GroupRow>> => {
  const rows = await work.tx.rows<GroupRow>(
    `with f as (${purchaseFacts})
     select ${groups[by].id} as id, ${groups[by].key} as key, sum(f.sign * f.quantity) as quantity, sum(f.sign * coalesce(f.net, 0)) as net
     from f join item i on i.company_id = $1 and i.id = f.item
     join party s on s.company_id = $1 and s.id = f.supplier
     left join employee b on b.company_id = $1 and b.id = f.buyer
     left join item_category g on g.company_id = $1 and g.id = i.category
     where ($4::uuid is null or f.supplier = $4) and ($5::uuid is null or f.item = $5) and ($6::uuid is null or i.category = $6)
     group by 1, 2`,
    [work.company, from, to, ...narrowed],
  )
  return new Map(rows.map((row) => [row.id ?? row.key, row]))
}

const priceOf = (row: GroupRow | undefined): Decimal | null =>
  row === undefined || decimal(row.quantity).isZero() ? null : decimal(row.net).div(row.quantity).toDecimalPlaces(4)

const changed = (now: Decimal | null, before: Decimal | null): string | null =>
  now === null || before === null || before.isZero()
    ? null
    : now.minus(before).times(100).div(before.abs()).toDecimalPlaces(1).toString()

/** The days of a month of the year asked for, for the documents behind it. */
const spanOf = (by: GroupName, key: string, span: Span): Span => {
  if (by !== 'month') return span
  const year = Number(span.to.slice(0, 4)) - (key > span.to.slice(5, 7) ? 1 : 0)
  const first = calendarDate(`${year}-${key}-01`)
  return {
    from: first < span.from ? span.from : first,
    to: lastOfMonth(first) > span.to ? span.to : lastOfMonth(first),
  }
}

export const runPurchaseAnalysis = defineReportRun(purchaseAnalysis, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const by = parameters.by ?? 'supplier'
  const span: Span = { from: parameters.from ?? calendarDate(`${today.slice(0, 4)}-01-01`), to: parameters.to ?? today }
  const before: Span = { from: addMonths(span.from, -12), to: addMonths(span.to, -12) }
  const narrowed = [parameters.supplier ?? null, parameters.item ?? null, parameters.category ?? null] as const
  const [now, then] = await Promise.all([grouped(work, by, span, narrowed), grouped(work, by, before, narrowed)])
  const whole = sum([...now.values()].map((row) => row.net))
  const rows = [...new Set([...now.keys(), ...then.keys()])].map((id) => {
    const current = now.get(id)
    const earlier = then.get(id)
    const key = current?.key ?? earlier?.key ?? ''
    const net = decimal(current?.net ?? zero)
    const beforeNet = earlier === undefined ? null : decimal(earlier.net)
    const days = spanOf(by, key, span)
    return {
      key: by === 'month' ? `${key} 月` : key,
      drillBy: 'document',
      from: days.from,
      to: days.to,
      supplierId: by === 'supplier' ? (current?.id ?? earlier?.id ?? null) : narrowed[0],
      itemId: by === 'item' ? (current?.id ?? earlier?.id ?? null) : narrowed[1],
      categoryId: by === 'category' ? (current?.id ?? earlier?.id ?? null) : narrowed[2],
      quantity: current?.quantity ?? '0',
      net: net.toString(),
      share: whole.isZero() ? null : net.times(100).div(whole).toDecimalPlaces(1).toString(),
      price: priceOf(current)?.toString() ?? null,
      beforeQuantity: earlier?.quantity ?? '0',
      beforeNet: (beforeNet ?? zero).toString(),
      beforePrice: priceOf(earlier)?.toString() ?? null,
      netChange: changed(net, beforeNet),
      priceChange: changed(priceOf(current), priceOf(earlier)),
    }
  })
  return {
    rows: rows.toSorted((one, other) =>
      by === 'month'
        ? one.key.localeCompare(other.key)
        : decimal(other.net).cmp(one.net) || one.key.localeCompare(other.key),
    ),
    notes: [`本期 ${span.from} — ${span.to}，上年同期 ${before.from} — ${before.to}`],
  }
})
