import { dateIn } from '../../../base/clock.ts'
import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { formatMoney } from '../../../base/money.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { alertKinds } from '../alerts/alert-kinds.ts'
import { alertReason } from '../alerts/alert-words.ts'
import type { NamedAlert } from '../alerts/alert-words.ts'
import { stockAlerts } from './stock-alerts.ts'

interface AlertRow extends NamedAlert {
  readonly key: string
  readonly since: Date
  readonly asideUntil: string | null
  readonly asideNote: string | null
  readonly asideBy: string | null
  /** What the pool of the item holds, to say what the goods of the alert are worth. */
  readonly amount: string | null
  readonly pooled: string | null
}

/** A quantity without the zeros it is stored with; a day and a number of days as they are. */
const bound = ({ kind, limit }: AlertRow): string =>
  kind === 'low' || kind === 'over' || kind === 'safety' ? decimal(limit).toString() : limit

/** The goods of the alert at the average of what is held. */
const valueOf = ({ quantity, amount, pooled }: AlertRow): Decimal => {
  const held = decimal(pooled ?? '0')
  return held.gt(0)
    ? round(
        decimal(quantity)
          .times(amount ?? '0')
          .div(held),
        2,
      )
    : zero
}

const share = (part: Decimal, whole: Decimal): string =>
  whole.gt(zero) ? round(part.times(100).div(whole), 2).toString() : '0'

const wholeValue = async (work: Work): Promise<Decimal> => {
  const [row] = await work.tx.rows<{ amount: string | null }>(
    `select sum(amount) as amount from cost_pool where company_id = $1`,
    [work.company],
  )
  return decimal(row?.amount ?? '0')
}

const read = (work: Work, asked: readonly unknown[]): Promise<AlertRow[]> =>
  work.tx.rows<AlertRow>(
    `select a.key, a.kind, a.quantity, a.threshold as "limit", a.lot, a.since, a.aside_until as "asideUntil",
       a.aside_note as "asideNote", a.aside_by as "asideBy", i.id as "itemId", i.code, i.name, w.name as place,
       v.amount, v.pooled
     from stock_alert a join item i on i.company_id = $1 and i.id = a.item
     left join warehouse w on w.company_id = $1 and w.id = a.warehouse
     left join lateral (
       select sum(e.amount) as amount, sum(e.quantity) as pooled from stock_entry e
       where e.company_id = $1 and e.item = a.item and e.place in (${pooledPlacesSql})) v on true
     where a.company_id = $1 and ($2::text is null or a.kind = $2) and ($3::uuid is null or a.warehouse = $3)
       and ($4::uuid is null or i.category = $4) and ($5::uuid is null or a.item = $5)
       and ($6 = 'all' or (a.aside_note is null) = ($6 = 'open'))
     order by array_position(array['expired', 'low', 'safety', 'expiring', 'over', 'still', 'cover'], a.kind), i.code, w.code, a.lot`,
    [work.company, ...asked],
  )

export const runStockAlerts = defineReportRun(stockAlerts, async ({ kind, warehouse, category, item, state }, work) => {
  const [alerts, whole] = await Promise.all([
    read(work, [kind ?? null, warehouse ?? null, category ?? null, item ?? null, state ?? 'open']),
    wholeValue(work),
  ])
  const zone = String(work.settings['zone'] ?? 'Asia/Shanghai')
  const rows = alerts.map((alert): ReportRow => {
    const value = valueOf(alert)
    return {
      key: alert.key,
      kind: alert.kind,
      kindLabel: alertKinds[alert.kind],
      itemType: 'item',
      itemId: alert.itemId,
      code: alert.code,
      name: alert.name,
      place: alert.place,
      lot: alert.lot,
      quantity: decimal(alert.quantity).toString(),
      reason: alertReason({ ...alert, limit: bound(alert) }),
      asideNote: alert.asideNote,
      asideBy: alert.asideBy,
      asideUntil: alert.asideUntil,
      since: dateIn(alert.since, zone),
      value: value.toString(),
      share: share(value, whole),
    }
  })
  // An item lies still once, whatever else is wrong with it.
  const idle = alerts.filter((one) => one.kind === 'still' || one.kind === 'cover')
  const idleValue = idle.reduce((sum, one) => sum.plus(valueOf(one)), zero)
  const notes =
    idle.length === 0 || !work.actor.may('cost.see')
      ? []
      : [`呆滞与周转过慢 ${idle.length} 种，金额 ${formatMoney(idleValue)}，占库存总值 ${share(idleValue, whole)}%`]
  return { rows, notes }
})
