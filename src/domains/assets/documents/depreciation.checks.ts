import { monthOf } from '../../../base/calendar-date.ts'
import { sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { isPeriod } from '../../../base/period.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { AssetKind } from '../../../ledgers/dimensions/asset.ts'
import { readHistories } from '../cards/read-histories.ts'
import { chargeIn, worthIn } from '../rules/card-history.ts'
import type { CardHistory } from '../rules/card-history.ts'
import { sortOf } from '../rules/terms-of-card.ts'
import type { Finding } from '../rules/terms-of-card.ts'
import { amortization, depreciation } from './depreciation.ts'

interface Charging extends Finding {
  readonly header: { readonly date: CalendarDate; readonly period: string }
  readonly lines: readonly { readonly asset: Id<'assetCard'>; readonly amount: Decimal }[]
}

/** Each document has its kinds of card. */
const wrongCards = (input: Charging, sorts: readonly AssetKind[]): FieldProblem[] =>
  input.lines.flatMap((line, index) =>
    sorts.includes(sortOf(input, line.asset))
      ? []
      : [fieldProblem(`lines.${index}.asset`, '固定资产用折旧单，其他用摊销单', 'is charged by the other document')],
  )

/** A charge of a month, dated in it, of cards that are depreciated, and no more than what is above the residual value. */
const wrongCharges = async (input: Charging, work: Work): Promise<FieldProblem[]> => {
  const { header, lines } = input
  const { period } = header
  if (!isPeriod(period) || monthOf(header.date) !== period)
    return [fieldProblem('period', '应为单据日期所在的月份', 'must be the month of the date')]
  const assets = [...new Set(lines.map((line) => line.asset))]
  const byAsset = new Map<string, CardHistory>(
    (await readHistories(work, { assets })).map((history) => [history.asset, history]),
  )
  return assets.flatMap((asset): FieldProblem[] => {
    const index = lines.findIndex((line) => line.asset === asset)
    const amount = sum(lines.filter((line) => line.asset === asset).map((line) => line.amount))
    const history = byAsset.get(asset)
    const due = history === undefined ? null : chargeIn(history, period)
    if (history === undefined || due === null)
      return [fieldProblem(`lines.${index}.asset`, `${period} 不计提这项资产`, `is not depreciated in ${period}`)]
    const left = worthIn(history, period).net.minus(due.basis.residual)
    return amount.gt(zero) && amount.lte(left)
      ? []
      : [
          fieldProblem(
            `lines.${index}.amount`,
            `应大于零，且不超过净值减净残值 ${left.toString()}`,
            `must be more than zero and at most ${left.toString()}`,
          ),
        ]
  })
}

export const checkDepreciation = defineCheck(depreciation, async (input, work) => [
  ...wrongCards(input, ['fixed']),
  ...(await wrongCharges(input, work)),
])

export const checkAmortization = defineCheck(amortization, async (input, work) => [
  ...wrongCards(input, ['intangible', 'deferred']),
  ...(await wrongCharges(input, work)),
])
