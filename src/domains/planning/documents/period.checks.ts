import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { purchasePlan } from './purchase-plan.ts'
import { salesForecast } from './sales-forecast.ts'

const periodProblems = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }) =>
  endsOn < startsOn ? [fieldProblem('endsOn', '结束日期不能早于开始日期', 'must not be before the first day')] : []

/** A forecast is of a period, and of goods that are still dealt in. */
export const checkSalesForecast = defineCheck(salesForecast, async (input) => [
  ...periodProblems(input.header),
  ...disabledReferences(salesForecast, input),
])

/** As of a forecast; what is needed is needed within the plan's period. */
export const checkPurchasePlan = defineCheck(purchasePlan, async (input) => [
  ...periodProblems(input.header),
  ...disabledReferences(purchasePlan, input),
  ...input.lines.flatMap((line, index) =>
    line.neededOn !== null && (line.neededOn < input.header.startsOn || line.neededOn > input.header.endsOn)
      ? [fieldProblem(`lines.${index}.neededOn`, '需求日期应在计划期间内', 'must be within the period of the plan')]
      : [],
  ),
])
