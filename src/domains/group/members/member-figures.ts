import type { CalendarDate } from '../../../base/calendar-date.ts'
import { firstOfYear } from './spans.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import {
  atEnd,
  atYearStart,
  cashFlowFigures,
  evaluate,
  inYear,
  linesInForce,
  readFigures,
} from '../../accounting/server.ts'
import { formsOf } from '../../accounting/index.ts'
import { fromSmallForm } from '../rules/small-to-group.ts'
import type { LineMapping } from '../rules/small-to-group.ts'
import { groupFormLines, isSum } from '../rules/consolidated-forms.ts'
import type { GroupStatement } from '../rules/consolidated-forms.ts'
import type { InternalFigures } from '../rules/internal-figures.ts'
import { readInternal } from './internal-figures.ts'

/** A company's figures on the lines of the consolidated forms that are no sums, in cents; the year up to a day. */
export interface MemberFigures {
  readonly code: string
  readonly name: string
  readonly statements: Readonly<Record<GroupStatement, ReadonlyMap<number, bigint>>>
  /** The same as the company's own forms say it, by their lines; their standard decides which form that is. */
  readonly own: Readonly<Record<GroupStatement, ReadonlyMap<number, bigint>>>
  readonly isSmall: boolean
  /** The balance sheet as the year began. */
  readonly opening: ReadonlyMap<number, bigint>
  readonly internal: InternalFigures
}

const partsOf = (statement: GroupStatement): number[] =>
  groupFormLines(statement)
    .filter((line) => !isSum(line))
    .map((line) => line.line)

const toGroup = (
  isSmall: boolean,
  statement: GroupStatement,
  values: ReadonlyMap<number, bigint>,
  mappings: readonly LineMapping[],
): ReadonlyMap<number, bigint> =>
  isSmall
    ? fromSmallForm(statement, values, partsOf(statement), mappings)
    : new Map(partsOf(statement).map((line) => [line, line > 70 ? 0n : (values.get(line) ?? 0n)]))

/** What members are asked: the day, and how lines of small forms are mapped. */
export interface MemberQuestion {
  readonly to: CalendarDate
  readonly mappings: readonly LineMapping[]
}

const view = { basis: 'entered', closing: true } as const

/** Reads a company's statements and what it has with its sisters; the unit of work acts in that company. */
export const readMember = async (
  work: Work,
  question: MemberQuestion,
): Promise<Omit<MemberFigures, 'code' | 'name'>> => {
  const { to, mappings } = question
  const range = { from: firstOfYear(to), to }
  const forms = formsOf(work.settings)
  const isSmall = settingsOf(work.settings).standard !== 'enterprise'
  const balanceLines = linesInForce(forms, false)
  const formulas = (lines: readonly { readonly formula: string }[]) => lines.map((line) => line.formula)
  const balances = await readFigures(work, range, view, formulas(balanceLines))
  const profits = await readFigures(work, range, { ...view, closing: false }, formulas(forms.incomeStatementLines))
  const cash = await cashFlowFigures(work, range, view)
  const mapped = (statement: GroupStatement, values: ReadonlyMap<number, bigint>) =>
    toGroup(isSmall, statement, values, mappings)
  const own = {
    balanceSheet: evaluate(balanceLines, balances, atEnd),
    incomeStatement: evaluate(forms.incomeStatementLines, profits, inYear),
    cashFlow: cash.year.values,
  }
  return {
    own,
    isSmall,
    statements: {
      balanceSheet: mapped('balanceSheet', own.balanceSheet),
      incomeStatement: mapped('incomeStatement', own.incomeStatement),
      cashFlow: mapped('cashFlow', own.cashFlow),
    },
    opening: mapped('balanceSheet', evaluate(balanceLines, balances, atYearStart)),
    internal: await readInternal(work, range, {
      balances,
      flows: cash.year.flows,
      map: (statement, values) => mapped(statement, values),
    }),
  }
}
