import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { Problem } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { numberIn } from '../../../kernel/documents/documents.ts'
import { asEntity, loadRecords } from '../../../kernel/documents/load.ts'
import { updateEntity } from '../../../kernel/documents/entities.ts'
import type { EntityRecord } from '../../../kernel/definition/record.ts'
import { notify } from '../../../kernel/notices/notify.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { makeSheet, sheetAnswer } from '../counts/make-sheet.ts'
import { countPlan } from '../entities/count-plan.ts'
import { startPlannedCounts } from './start-planned-counts.ts'

type Plan = EntityRecord<typeof countPlan>
type Turn = Plan['turns'][number]

const todayOf = (work: Work) => work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))

const plansDue = async (work: Work): Promise<Plan[]> => {
  const rows = await work.tx.rows<{ id: string }>(
    `select p.id from count_plan p where p.company_id = $1 and not p.disabled and exists (
       select 1 from count_plan_turns t where t.company_id = $1 and t.owner_id = p.id and t.next_on <= $2) order by p.code`,
    [work.company, todayOf(work)],
  )
  const records = await loadRecords(
    work.tx,
    work.company,
    countPlan,
    rows.map((row) => row.id),
  )
  return [...records.values()].map((record) => asEntity(countPlan, record))
}

/** The first day of the turn after today; days that were missed are made up for by one count. */
const nextTurn = (turn: Turn, today: CalendarDate): CalendarDate => {
  let next = turn.nextOn
  while (next <= today) next = addDays(next, Math.max(turn.everyDays, 1))
  return next
}

const waysOf = (plan: Plan) => ({
  method: 'cycle' as const,
  isBlind: plan.isBlind === true,
  adjustOnPost: true,
  toleranceAmount: plan.toleranceAmount?.toString() ?? null,
  tolerancePercent: plan.tolerancePercent?.toString() ?? null,
  employee: plan.employee,
  counters: [],
  plan: plan.id,
})

const startTurn = async (work: Work, plan: Plan, turn: Turn) => {
  const { warehouse, category, supplier, sample } = plan
  const sheet = await makeSheet(work, { warehouse, category, supplier, sample, abcClass: turn.abcClass }, waysOf(plan))
  const number = numberIn(sheet)
  notify(work, {
    to: { right: 'stockCount.count' },
    key: `countDue/${number}`,
    subject: { type: 'stockCount', id: String(sheet.header['id']) },
    text: {
      zh: `今天要盘点：${plan.name}，盘点单 ${number}`,
      en: `To be counted today: ${plan.name}, sheet ${number}`,
    },
  })
  return sheetAnswer(sheet)
}

const advance = (work: Work, plan: Plan, today: CalendarDate) =>
  updateEntity(work, countPlan, plan.id, {
    turns: plan.turns.map(({ abcClass, everyDays, nextOn, ...turn }) => ({
      abcClass,
      everyDays,
      nextOn: nextOn <= today ? nextTurn({ abcClass, everyDays, nextOn, ...turn }, today) : nextOn,
    })),
  })

/** A plan in one transaction: its sheets, and the day on which it is due again. A scope with nothing in it makes no sheet. */
const runPlan = async (work: Work, plan: Plan) => {
  const today = todayOf(work)
  const made = []
  for (const turn of plan.turns.filter((one) => one.nextOn <= today)) {
    try {
      made.push(await startTurn(work, plan, turn))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
  await advance(work, plan, today)
  return made
}

export const runStartPlannedCounts = defineProcessRun(startPlannedCounts, async (_parameters, inWork, progress) => {
  const due = await inWork(plansDue)
  const documents = []
  for (const [index, plan] of due.entries()) {
    documents.push(...(await inWork((work) => runPlan(work, plan))))
    await progress.report(index + 1, due.length)
  }
  return { documents }
})
