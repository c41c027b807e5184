import type { Json } from '../../../base/json.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { markTour, seenTours } from './mark-calls.ts'

const tourKind = 'tour'

export const runSeenTours = defineCallRun(seenTours, async (_parameters, work): Promise<Json> => {
  const rows = await work.tx.rows<{ name: string }>(
    `select name from help_mark where company_id = $1 and user_id = $2 and kind = $3 order by name`,
    [work.company, work.actor.id, tourKind],
  )
  return { tours: rows.map(({ name }) => name) }
})

export const runMarkTour = defineCallRun(markTour, async ({ tour }, work): Promise<Json> => {
  if (!/^[a-z-]+$/u.test(tour ?? ''))
    throw invalid('没有这样的导览', 'There is no such tour', [
      fieldProblem('tour', '导览名有误', 'is not the name of a tour'),
    ])
  await work.tx.query(
    `insert into help_mark (company_id, user_id, kind, name, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [work.company, work.actor.id, tourKind, tour, work.clock.now()],
  )
  return { tour: tour ?? '' }
})
