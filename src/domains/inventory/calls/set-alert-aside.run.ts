import type { Json } from '../../../base/json.ts'
import { fieldProblem, invalid, notFound } from '../../../kernel/definition/problem.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { withdrawNotices } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { alertNoticeKey } from '../alerts/refresh-alerts.ts'
import { bringAlertBack, setAlertAside } from './act-on-alert.ts'

interface Aside {
  readonly until: string | null
  readonly note: string | null
  readonly by: string | null
}

const put = async (work: Work, key: string, { until, note, by }: Aside): Promise<string> => {
  const [found] = await work.tx.rows<{ id: string }>(
    `update stock_alert set aside_until = $3, aside_note = $4, aside_by = $5 where company_id = $1 and key = $2 returning id`,
    [work.company, key, until, note, by],
  )
  if (found === undefined) throw notFound('此预警已解除', 'This alert is over')
  return found.id
}

/** Off everybody's list, with the reason and who said so, until the day or until it is over; its notices go with it. */
export const runSetAlertAside = defineCallRun(setAlertAside, async ({ alert, until, note }, work): Promise<Json> => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  if (until !== null && until !== undefined && until <= today)
    throw invalid('请填写以后的日期', 'A later day is wanted', [
      fieldProblem('until', '须在今天之后', 'must be after today'),
    ])
  const id = await put(work, alert ?? '', { until: until ?? null, note: note ?? '', by: work.actor.name })
  withdrawNotices(work, alertNoticeKey(id))
  return { alert: alert ?? '' }
})

export const runBringAlertBack = defineCallRun(bringAlertBack, async ({ alert }, work): Promise<Json> => {
  await put(work, alert ?? '', { until: null, note: null, by: null })
  return { alert: alert ?? '' }
})
