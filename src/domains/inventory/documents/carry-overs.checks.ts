import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readStandards, standardOn } from '../../../ledgers/stock/standards.ts'
import { costMethodChange } from './cost-method-change.ts'
import { servicesIn } from './inventory.checks.ts'
import { standardCost } from './standard-cost.ts'
import { stockReclassification } from './stock-reclassification.ts'

const notFirstDay = (date: CalendarDate): FieldProblem[] =>
  date.endsWith('-01')
    ? []
    : [
        fieldProblem(
          'date',
          `只能从一个期间的第一天起变更，请填 ${date.slice(0, 7)}-01 或以后某月的 1 日`,
          `must be the first day of a period, such as ${date.slice(0, 7)}-01`,
        ),
      ]

const twice = (lines: readonly { readonly item: Id<'item'> }[]): FieldProblem[] =>
  lines.flatMap((line, index) =>
    lines.findIndex((other) => other.item === line.item) < index
      ? [fieldProblem(`lines.${index}.item`, '同一商品只填一行', 'is there already')]
      : [],
  )

/** What is valued at standard needs one that holds on the day. */
const withoutStandard = async (
  work: Work,
  date: CalendarDate,
  lines: readonly { readonly item: Id<'item'> }[],
): Promise<FieldProblem[]> => {
  const standards = await readStandards(
    work,
    lines.map((line) => line.item),
  )
  return lines.flatMap((line, index) =>
    standardOn(standards.get(line.item) ?? [], date) === undefined
      ? [
          fieldProblem(
            `lines.${index}.item`,
            `${date} 还没有标准成本，请先审核标准成本调整单`,
            `has no standard on ${date}; post a standard cost first`,
          ),
        ]
      : [],
  )
}

const nothingChosen = ({ costMethod, costPool }: PostingInput<typeof costMethodChange>['header']): FieldProblem[] =>
  costMethod === null && costPool === null
    ? [fieldProblem('costMethod', '请选新计价方法或新核算范围，至少一项', 'needs a new method or a new cost pool')]
    : []

export const carryOverChecks = [
  defineCheck(standardCost, async (input) => [
    ...notFirstDay(input.header.date),
    ...servicesIn(input),
    ...twice(input.lines),
    ...input.lines.flatMap((line, index) =>
      line.standardPrice.isPositive() && !line.standardPrice.isZero()
        ? []
        : [fieldProblem(`lines.${index}.standardPrice`, '标准成本须大于零', 'must be above zero')],
    ),
  ]),
  defineCheck(costMethodChange, async (input, work) => [
    ...notFirstDay(input.header.date),
    ...servicesIn(input),
    ...twice(input.lines),
    ...nothingChosen(input.header),
    ...(input.header.costMethod === 'standard' ? await withoutStandard(work, input.header.date, input.lines) : []),
  ]),
  defineCheck(stockReclassification, async (input) => [
    ...notFirstDay(input.header.date),
    ...servicesIn(input),
    ...twice(input.lines),
  ]),
]
