import { newId } from '../../../base/id.ts'
import type { Period } from '../../../base/period.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import { notify } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'

interface Reopening {
  readonly reason: string
  readonly asked_by: string
  readonly agreed_by: string | null
}

const lastOf = async (work: Work, period: Period): Promise<Reopening | undefined> => {
  const rows = await work.tx.rows<Reopening>(
    `select reason, asked_by, agreed_by from period_reopening where company_id = $1 and period = $2 order by id desc limit 1`,
    [work.company, period],
  )
  return rows[0]
}

const write = (work: Work, period: Period, { reason, asked_by, agreed_by }: Reopening): void => {
  work.tx.send(
    `insert into period_reopening (company_id, id, period, reason, asked_by, agreed_by, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [work.company, newId<'periodReopening'>(), period, reason, asked_by, agreed_by, work.clock.now()],
  )
}

/**
 * Whether a period may be opened now: at once, or where the company wants two people, when another than who asked says so too.
 * The first to ask leaves the request, and those who may agree are told.
 */
export const agreedToReopen = async (work: Work, period: Period, reason: string): Promise<boolean> => {
  const { name } = work.actor
  if (settingsOf(work.settings).reopenNeedsSecond !== true) {
    write(work, period, { reason, asked_by: name, agreed_by: null })
    return true
  }
  const last = await lastOf(work, period)
  if (last === undefined || last.agreed_by !== null) {
    write(work, period, { reason, asked_by: name, agreed_by: null })
    notify(work, {
      to: { right: 'process.reopenPeriod' },
      key: `reopening/${period}/${work.clock.now().toISOString()}`,
      text: {
        zh: `${name}申请重新打开 ${period}：${reason}。同意的，请执行“重新打开期间”`,
        en: `${name} asks to reopen ${period}: ${reason}. Run "Reopen a period" to agree`,
      },
    })
    return false
  }
  if (last.asked_by === name)
    throw conflict(`${period} 已申请重新打开，须由另一人同意`, `Someone else must agree to reopen ${period}`)
  write(work, period, { ...last, agreed_by: name })
  return true
}
