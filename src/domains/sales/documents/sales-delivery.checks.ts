import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { remainingLifeProblems } from '../../../ledgers/stock/tracking/remaining-life.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { creditProblems } from './credit-limit.checks.ts'
import { aheadOfDelivery } from './invoiced-ahead.checks.ts'
import { salesDelivery } from './sales-delivery.ts'
import { reservedProblems } from './reserved.checks.ts'
import { floorProblems, unpricedLines } from './sellable.checks.ts'
import { worsenedFacts } from './worsened-facts.checks.ts'

/** Price, credit and 停用; whether there is stock, the stock ledger says. A day to come is no fault. */
export const checkSalesDelivery = defineCheck(salesDelivery, async (input, work) => {
  const { belowFloor, creditControl } = settingsOf(input.settings)
  // What can be approved was approved with the order, unless it has become worse since.
  const isJudged = belowFloor === 'approve' || creditControl === 'approve'
  const worse = isJudged ? await worsenedFacts(input, work) : undefined
  const sameFloor = worse !== undefined && belowFloor === 'approve' && !worse.belowFloor
  const sameCredit = worse !== undefined && creditControl === 'approve' && !worse.creditExceeded && !worse.creditHold
  const asked = await Promise.all([
    sameFloor ? [] : floorProblems(salesDelivery, input, work),
    reservedProblems(input, work),
    remainingLifeProblems(input, work),
    aheadOfDelivery(input, work),
    sameCredit ? [] : creditProblems(salesDelivery, input, work),
  ])
  return [...unpricedLines(input), ...disabledReferences(salesDelivery, input), ...asked.flat()]
})
