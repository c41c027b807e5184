import { addDays, monthOf } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import { next } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { closedThrough } from '../../../ledgers/general/closed.ts'
import type { AssetKind } from '../../../ledgers/dimensions/asset.ts'
import { chargeIn, sharesOf } from '../rules/card-history.ts'
import type { CardHistory } from '../rules/card-history.ts'
import { readHistories } from './read-histories.ts'

/** The first month that is still to be charged of a card before another; closed months are past mending. */
export const firstGap = (history: CardHistory, before: Period, firstOpen: Period | null): Period | null => {
  const starts = history.events.flatMap((event) => (event.terms === null ? [] : [event.terms.from])).toSorted()
  let month = starts[0]
  if (month !== undefined && firstOpen !== null && month < firstOpen) month = firstOpen
  for (; month !== undefined && month < before; month = next(month)) {
    const isDue = !history.charges.has(month) && chargeIn(history, month)?.amount.gt(zero) === true
    if (isDue) return month
  }
  return null
}

/** The first month that can still be posted in; null while none is closed. */
export const firstOpenMonth = async (work: Work): Promise<Period | null> => {
  const closed = await closedThrough(work)
  return closed === null ? null : monthOf(addDays(closed, 1))
}

/** One line of a charge for each who bears a part of it. */
export const chargeLines = (history: CardHistory, period: Period): JsonObject[] => {
  const charge = history.charges.has(period) ? null : chargeIn(history, period)
  if (charge === null || charge.amount.isZero()) return []
  return sharesOf(charge.terms, charge.amount)
    .filter((share) => !share.amount.isZero())
    .map((share) => ({
      asset: history.asset,
      department: share.department,
      account: share.account,
      amount: share.amount.toString(),
    }))
}

const codesOf = async (work: Work, assets: readonly string[]): Promise<string> => {
  const rows = await work.tx.rows<{ code: string }>(
    `select code from asset_card where company_id = $1 and id = any($2::uuid[]) order by code limit 3`,
    [work.company, assets],
  )
  return rows.map((row) => row.code).join('、')
}

/**
 * What is to be charged in a month of all cards of some kinds, those left out that were charged already. Refused while an
 * earlier month waits, whose charge would change this one.
 */
export const dueCharges = async (work: Work, sorts: readonly AssetKind[], period: Period): Promise<JsonObject[]> => {
  const [histories, firstOpen] = await Promise.all([readHistories(work, { sorts }), firstOpenMonth(work)])
  const waiting = histories.flatMap((history) => {
    const month = firstGap(history, period, firstOpen)
    return month === null ? [] : [{ asset: history.asset, month }]
  })
  const [first] = waiting.toSorted((one, other) => (one.month < other.month ? -1 : 1))
  if (first !== undefined) {
    const codes = await codesOf(
      work,
      waiting.filter((each) => each.month === first.month).map((each) => each.asset),
    )
    throw invalid(`请先计提 ${first.month}`, `Charge ${first.month} first`, [
      fieldProblem('period', `资产 ${codes} 的 ${first.month} 还未计提`, `${codes} are not charged in ${first.month}`),
    ])
  }
  return histories.flatMap((history) => chargeLines(history, period))
}
