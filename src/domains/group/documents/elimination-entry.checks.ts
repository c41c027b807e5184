import { isPeriod } from '../../../base/period.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck, defineCompletion } from '../../../kernel/documents/installed.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { groupFormLines, isSum } from '../rules/consolidated-forms.ts'
import type { GroupStatement } from '../rules/consolidated-forms.ts'
import { eliminationEntry } from './elimination-entry.ts'

const lineOf = (statement: GroupStatement | null | undefined, line: number | null | undefined) =>
  groupFormLines(statement ?? 'balanceSheet').find((each) => each.line === line)

/** The words of a line of the form, beside its number. */
export const completeEliminationEntry = defineCompletion(eliminationEntry, (drafts) =>
  Promise.resolve(
    drafts.map((draft) => ({
      ...draft,
      tables: {
        ...draft.tables,
        lines: draft.tables.lines.map((line) => ({ ...line, item: lineOf(line.statement, line.line)?.item ?? null })),
      },
    })),
  ),
)

const lineProblems = (
  line: {
    readonly statement: GroupStatement
    readonly line: number
    readonly debit: unknown
    readonly credit: unknown
  },
  index: number,
): FieldProblem[] => {
  const form = lineOf(line.statement, line.line)
  if (form === undefined)
    return [fieldProblem(`lines.${index}.line`, '合并报表没有这个行次', 'the consolidated form has no such line')]
  if (isSum(form))
    return [
      fieldProblem(
        `lines.${index}.line`,
        `“${form.item.trim()}”是合计，请填它的组成项目`,
        'is a sum; name a part of it',
      ),
    ]
  return (line.debit === null) === (line.credit === null)
    ? [fieldProblem(`lines.${index}.debit`, '借方、贷方填一个', 'needs a debit or a credit, one of them')]
    : []
}

/** Money stands on lines of the forms that are no sums, and both sides are equal: of the two statements, and of cash flows. */
export const checkEliminationEntry = defineCheck(eliminationEntry, ({ header, lines }) => {
  const problems = lines.flatMap(lineProblems)
  if (!isPeriod(header.period))
    problems.push(fieldProblem('period', '期间应写作 2026-12', 'must be a month like 2026-12'))
  const isCash = (line: (typeof lines)[number]) => line.statement === 'cashFlow'
  for (const part of [lines.filter(isCash), lines.filter((line) => !isCash(line))]) {
    const difference = totalOf(part, 'debit').minus(totalOf(part, 'credit'))
    if (!difference.isZero())
      problems.push(
        fieldProblem('lines', `借贷不平，差 ${difference.toFixed(2)}`, `does not balance by ${difference.toFixed(2)}`),
      )
  }
  return Promise.resolve(problems)
})
