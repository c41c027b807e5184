import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { costMethodChange } from './cost-method-change.ts'
import { servicesIn } from './inventory.checks.ts'
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

export const carryOverChecks = [
  defineCheck(costMethodChange, async (input) => [
    ...notFirstDay(input.header.date),
    ...servicesIn(input),
    ...twice(input.lines),
  ]),
  defineCheck(stockReclassification, async (input) => [
    ...notFirstDay(input.header.date),
    ...servicesIn(input),
    ...twice(input.lines),
  ]),
]
