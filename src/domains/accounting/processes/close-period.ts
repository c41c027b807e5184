import { newId } from '../../../base/id.ts'
import { firstDay, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { Problem, conflict, fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { forgetReferences } from '../../../kernel/documents/lookup.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { period as periodEntity } from '../../../ledgers/dimensions/account.ts'
import { bookVouchers } from '../../../ledgers/general/booking.ts'
import { holdPeriodsFrom } from '../../../ledgers/general/periods.ts'
import type { PeriodRow } from '../../../ledgers/general/periods.ts'
import { reviewVouchers } from '../../../ledgers/general/review.ts'
import { holdNumbering, numberVouchers } from '../../../ledgers/general/voucher-numbers.ts'
import { freezePools } from '../../../ledgers/stock/freeze-pools.ts'
import { agreedToReopen } from './agree-to-reopen.ts'
import { carryCostOfSales, carryProfitForward, carryResearch, closeYear } from './closing-documents.ts'
import { closeChecklist } from './close-checklist.ts'
import type { CheckItem } from './close-checklist.ts'
import { closePeriodProcess, reopenPeriodProcess } from './processes.ts'
import { periodIn } from './voucher-processes.ts'

/** A month without any document has no row yet; it is closed all the same. */
const makePeriod = (work: Work, period: Period) =>
  work.tx.query(
    `insert into period (company_id, id, code, name, starts_on, ends_on, state, created_at, created_by, updated_at, updated_by)
     values ($1, $2, $3, $3, $4, $5, 'open', $6, $7, $6, $7) on conflict do nothing`,
    [work.company, newId<'period'>(), period, firstDay(period), lastDay(period), work.clock.now(), work.actor.name],
  )

const hold = async (work: Work, period: Period): Promise<PeriodRow> => {
  await makePeriod(work, period)
  const rows = await holdPeriodsFrom(work, period)
  const row = rows.find((each) => each.code === period)
  if (row === undefined) throw conflict(`没有期间 ${period}`, `There is no period ${period}`)
  return row
}

const setState = (work: Work, row: PeriodRow, state: PeriodRow['state']) => {
  forgetReferences(work, periodEntity.name)
  return work.tx.query(
    `update period set state = $3, version = version + 1, updated_at = $4, updated_by = $5 where company_id = $1 and id = $2`,
    [work.company, row.id, state, work.clock.now(), work.actor.name],
  )
}

const refuse = (period: Period, items: readonly CheckItem[]): void => {
  const failed = items.filter((item) => item.blocking && !item.ok)
  if (failed.length === 0) return
  throw new Problem(
    'invalid',
    { zh: `${period} 不能结账，还有 ${failed.length} 项未完成`, en: `${period} cannot be closed yet` },
    failed.map((item) => fieldProblem(item.name, `${item.label}：${item.detail}`, `${item.name}: ${item.detail}`)),
  )
}

const vouchersOf = async (work: Work, documents: readonly (string | null)[]): Promise<string[]> => {
  const rows = await work.tx.rows<{ id: string }>(
    `select id from general_voucher v where company_id = $1 and document_id = any($2::uuid[]) and withdraws is null
       and not exists (select 1 from voucher_booking b where b.company_id = $1 and b.voucher = v.id)`,
    [work.company, documents.filter((id) => id !== null)],
  )
  return rows.map((row) => row.id)
}

/** The close's own vouchers are reviewed and booked with it: they follow from what was booked. */
const bookOwn = async (work: Work, documents: readonly (string | null)[]): Promise<void> => {
  const vouchers = await vouchersOf(work, documents)
  if (vouchers.length === 0) return
  await reviewVouchers(work, { vouchers })
  await bookVouchers(work, { vouchers })
}

interface Closed {
  readonly period: string
  readonly costOfSalesCarry: string | null
  readonly profitCarryForward: string | null
  readonly yearEndClose: string | null
  readonly pools: number
  readonly checklist: readonly CheckItem[]
}

/** Lets every area do what it does before a close, and answers the documents that were written for it. */
const settleParts = async (work: Work, period: Period, late: boolean): Promise<string[]> => {
  const made: string[] = []
  for (const part of work.installed.closeParts.filter((each) => (each.late === true) === late)) {
    const before = new Set(await part.made?.(work, period))
    await part.settle?.(work, period, lastDay(period))
    made.push(...((await part.made?.(work, period)) ?? []).filter((document) => !before.has(document)))
  }
  return made
}

/**
 * 月末结账: makes the month's costs final, carries profit and loss forward, and closes, in one transaction that holds the
 * period alone. Refused, with every reason, while something in the way is not done; then nothing has happened.
 */
const closePeriod = async (work: Work, period: Period, bookAll: boolean): Promise<Closed> => {
  const row = await hold(work, period)
  if (row.state === 'closed') throw conflict(`${period} 已结账`, `${period} is closed already`)
  const early = await settleParts(work, period, false)
  const carry = await carryCostOfSales(work, period)
  const research = await carryResearch(work, period)
  const made = [...early, research, ...(await settleParts(work, period, true))]
  await holdNumbering(work)
  await numberVouchers(work, null)
  if (bookAll) {
    await reviewVouchers(work, { period })
    await bookVouchers(work, { period })
  } else await bookOwn(work, [carry, ...made])
  refuse(period, await closeChecklist(work, period))
  const profit = await carryProfitForward(work, period)
  const year = await closeYear(work, period)
  await numberVouchers(work, null)
  await bookOwn(work, [profit, year])
  const checklist = await closeChecklist(work, period)
  refuse(period, checklist)
  const pools = await freezePools(work, lastDay(period))
  await setState(work, row, 'closed')
  audit(work, {
    action: 'close',
    type: 'period',
    record: row.id,
    label: period,
    before: { state: 'open' },
    after: { state: 'closed', costOfSalesCarry: carry, profitCarryForward: profit },
  })
  return { period, costOfSalesCarry: carry, profitCarryForward: profit, yearEndClose: year, pools, checklist }
}

/** 重新打开期间: the last closed one, with a reason that is kept. What is booked stays; things can only be added. */
const reopenPeriod = async (work: Work, period: Period, reason: string): Promise<'open' | 'asked'> => {
  if (reason.trim() === '') {
    throw new Problem('invalid', { zh: '请填写原因', en: 'Say why' }, [
      fieldProblem('reason', '请填写原因', 'is required'),
    ])
  }
  const rows = await holdPeriodsFrom(work, period)
  const row = rows.find((each) => each.code === period)
  if (row === undefined || row.state === 'open') throw conflict(`${period} 没有结账`, `${period} is not closed`)
  const later = rows.find((each) => each.code > period && each.state === 'closed')
  if (later !== undefined) throw conflict(`请先打开 ${later.code}`, `Reopen ${later.code} first`)
  if (!(await agreedToReopen(work, period, reason))) return 'asked'
  await setState(work, row, 'open')
  audit(work, {
    action: 'reopen',
    type: 'period',
    record: row.id,
    label: period,
    before: { state: 'closed' },
    after: { state: 'open', reason },
  })
  return 'open'
}

export const closePeriodRun = defineProcessRun(closePeriodProcess, async (parameters, inWork, progress) => {
  const period = periodIn(parameters.period)
  await progress.report(0, 1, `结账 ${period}`)
  const closed = await inWork((work) => closePeriod(work, period, parameters.bookAll === true))
  await progress.report(1, 1)
  return { ...closed, checklist: closed.checklist.map((item) => ({ ...item })) }
})

export const reopenPeriodRun = defineProcessRun(reopenPeriodProcess, async (parameters, inWork) => {
  const period = periodIn(parameters.period)
  return { period, state: await inWork((work) => reopenPeriod(work, period, parameters.reason ?? '')) }
})
