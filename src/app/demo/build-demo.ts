import { addMonths, firstOfMonth } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { movableClock } from '../../base/clock.ts'
import type { Id } from '../../base/id.ts'
import { inWork } from '../../kernel/http/work.ts'
import type { WorkSource } from '../../kernel/http/work.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { createCompany } from '../../ledgers/setup/create-company.ts'
import { reconcileAccount } from '../../domains/banking/server.ts'
import { cashAccount } from '../../ledgers/dimensions/place.ts'
import { arrangeSelling } from './arrange-selling.ts'
import { bringStatement } from './bank-coming.ts'
import { chanceOf } from './chance.ts'
import { createCast } from './create-cast.ts'
import { play } from './play.ts'
import { openFloor } from './shop-floor.ts'
import type { Pace } from './shop-floor.ts'
import { installTemplates, writeOwnRecords } from './shaping.ts'
import { openAgenda, openStage } from './stage.ts'

export const demoCompany = { code: 'QICHUAN', name: '宁波启川厨具有限公司', zone: 'Asia/Shanghai' } as const

/** Fourteen months, more than two thousand documents. */
export const usualPace: Pace = { ordersADay: 0.22, lineAmount: 15_000, customers: 99, items: 99 }

export interface DemoOptions {
  readonly today: CalendarDate
  readonly months?: number
  readonly pace?: Pace
  readonly seed?: number
  readonly log?: (line: string) => void
  /** Lets the database look at what has come, after some months; a fresh one plans badly until it has. */
  readonly analyze?: () => Promise<unknown>
  /** Told when a month is posted. */
  readonly monthDone?: () => void
  /** Done in the transaction that creates the company: entering it into the directory. */
  readonly entered?: (work: Work) => Promise<void>
}

/**
 * Builds the demo company: its master data, and a history made by posting through the product, the recording clock moving
 * with the documents. The same seed and day make the same company. Answers how many documents were written.
 */
export const buildDemo = async (
  source: Omit<WorkSource, 'clock' | 'committed'>,
  company: Id<'company'>,
  options: DemoOptions,
): Promise<number> => {
  const { today, months = 14, pace = usualPace, seed = 20_240_601, log = () => {} } = options
  const first = firstOfMonth(addMonths(today, 1 - months))
  const quiet = { ...source, clock: movableClock(first), committed: () => {} }
  const acting = { company, actor: { id: 'demo', name: '系统', may: () => true } }
  const settings = {
    taxNumber: '91330200MA2GT4H85K',
    address: '宁波市鄞州区投资创业中心金源路 669 号',
    phone: '0574-88236699',
    bank: '中国农业银行宁波鄞州支行 3901 0101 0400 15826',
    startMonth: first.slice(0, 7),
  }
  await inWork(quiet, acting, async (work) => {
    await createCompany(work, { code: demoCompany.code, name: demoCompany.name, settings })
    await options.entered?.(work)
  })
  const cast = await inWork(quiet, acting, createCast)
  const agenda = openAgenda(first, today)
  const stage = openStage(source, company)
  let monthsDone = 0
  await play(stage, openFloor(cast, chanceOf(seed), agenda, pace), async (month) => {
    log(`demo company: ${month} is done, ${stage.written()} documents`)
    monthsDone += 1
    if ([1, 3].includes(monthsDone)) await options.analyze?.()
    options.monthDone?.()
  })
  await stage.play(today, true, (scene) => arrangeSelling(scene, today))
  await stage.play(today, true, installTemplates)
  await stage.play(today, true, writeOwnRecords)
  const bank = cast.id(cashAccount, 'NH')
  await stage.play(today, true, (scene) => bringStatement(scene, bank))
  await reconcileAccount((step) => inWork({ ...quiet, clock: movableClock(today) }, acting, step), bank)
  return stage.written()
}
