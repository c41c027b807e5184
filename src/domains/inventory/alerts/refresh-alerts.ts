import { decimal } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import { notify, withdrawNotices } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { alertWords } from './alert-words.ts'
import type { NamedAlert } from './alert-words.ts'
import { standingAlerts } from './standing-alerts.ts'
import type { StandingAlert } from './standing-alerts.ts'

interface KnownAlert {
  readonly key: string
  readonly id: string
  readonly quantity: string
  readonly threshold: string
}

type Begun = StandingAlert & { readonly key: string; readonly id: string }

const keyOf = ({ kind, item, warehouse, lot }: StandingAlert): string =>
  [kind, item, warehouse ?? '', lot ?? ''].join('/')

/** The notices of an alert, to be withdrawn with it. */
export const alertNoticeKey = (id: string): string => `stockAlert/${id}`
/** So many at once are told in one notice: an import or the first look would bury everything else. */
const mostNotices = 5

const write = (work: Work, begun: readonly Begun[]): void => {
  if (begun.length === 0) return
  work.tx.send(
    `insert into stock_alert (company_id, key, id, kind, item, warehouse, lot, quantity, threshold, since)
     select $1, a.key, a.id, a.kind, a.item, a.warehouse, a.lot, a.quantity, a.threshold, $2
     from unnest($3::text[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::numeric[], $10::text[])
       as a(key, id, kind, item, warehouse, lot, quantity, threshold)
     on conflict (company_id, key) do update set quantity = excluded.quantity, threshold = excluded.threshold`,
    [
      work.company,
      work.clock.now(),
      begun.map((one) => one.key),
      begun.map((one) => one.id),
      begun.map((one) => one.kind),
      begun.map((one) => one.item),
      begun.map((one) => one.warehouse),
      begun.map((one) => one.lot),
      begun.map((one) => one.quantity),
      begun.map((one) => one.limit),
    ],
  )
}

const named = (work: Work, alerts: readonly Begun[]): Promise<(NamedAlert & { readonly id: string })[]> =>
  work.tx.rows(
    `select a.id, a.kind, a.quantity, a."limit", a.lot, i.id as "itemId", i.code, i.name, w.name as place
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::numeric[], $8::text[])
       as a(id, kind, item, warehouse, lot, quantity, "limit")
     join item i on i.company_id = $1 and i.id = a.item
     left join warehouse w on w.company_id = $1 and w.id = a.warehouse order by i.code`,
    [
      work.company,
      alerts.map((one) => one.id),
      alerts.map((one) => one.kind),
      alerts.map((one) => one.item),
      alerts.map((one) => one.warehouse),
      alerts.map((one) => one.lot),
      alerts.map((one) => one.quantity),
      alerts.map((one) => one.limit),
    ],
  )

const tell = async (work: Work, begun: readonly Begun[]): Promise<void> => {
  if (begun.length === 0) return
  const to = { right: 'report.stockAlerts' }
  if (begun.length > mostNotices) {
    notify(work, {
      to,
      key: alertNoticeKey(newId<'notice'>()),
      text: {
        zh: `新增 ${begun.length} 条库存预警，请看“预警中心”`,
        en: `${begun.length} new stock alerts; see the alert centre`,
      },
    })
    return
  }
  for (const alert of await named(work, begun)) {
    notify(work, {
      to,
      key: alertNoticeKey(alert.id),
      subject: { type: 'item', id: alert.itemId },
      text: alertWords(alert),
    })
  }
}

/**
 * Judges these items again, or all: what is newly wrong is kept and told, what is right again is taken off the list, and
 * its notices with it. Answers how many began and ended.
 */
export const refreshAlerts = async (
  work: Work,
  items: readonly string[] | null,
): Promise<{ begun: number; ended: number }> => {
  const [standing, known] = await Promise.all([
    standingAlerts(work, items),
    work.tx.rows<KnownAlert>(
      `select key, id, quantity, threshold from stock_alert where company_id = $1 and ($2::uuid[] is null or item = any($2))`,
      [work.company, items],
    ),
  ])
  const before = new Map(known.map((one) => [one.key, one]))
  const now = standing.map((one) => ({ ...one, key: keyOf(one), id: before.get(keyOf(one))?.id ?? newId<'alert'>() }))
  const changed = now.filter((one) => {
    const was = before.get(one.key)
    return was === undefined || !decimal(was.quantity).eq(one.quantity) || was.threshold !== one.limit
  })
  const begun = now.filter((one) => !before.has(one.key))
  const keys = new Set(now.map((one) => one.key))
  const ended = known.filter((one) => !keys.has(one.key))
  write(work, changed)
  if (ended.length > 0) {
    work.tx.send(`delete from stock_alert where company_id = $1 and key = any($2::text[])`, [
      work.company,
      ended.map((one) => one.key),
    ])
    for (const one of ended) withdrawNotices(work, alertNoticeKey(one.id))
  }
  await tell(work, begun)
  return { begun: begun.length, ended: ended.length }
}

/** What was set aside until a day that has come is told again. */
export const wakeAlerts = async (work: Work): Promise<number> => {
  const woken = await work.tx.rows<Begun>(
    `update stock_alert set aside_until = null, aside_note = null, aside_by = null
     where company_id = $1 and aside_until <= $2
     returning key, id, kind, item, warehouse, lot, quantity, threshold as "limit"`,
    [work.company, work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))],
  )
  await tell(work, woken)
  return woken.length
}
