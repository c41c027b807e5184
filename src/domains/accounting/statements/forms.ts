import type { Settings } from '../../../kernel/definition/record.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import type { AccountingStandard } from '../../../ledgers/setup/chart.ts'
import { enterpriseBalanceSheet, enterpriseVatInOneLine } from './enterprise-balance-sheet.ts'
import { cashFlowSupplementLines, enterpriseCashFlow } from './enterprise-cash-flow.ts'
import { enterpriseIncomeStatement } from './enterprise-income-statement.ts'
import { smallBalanceSheet, smallVatInOneLine } from './small-balance-sheet.ts'
import { smallCashFlow } from './small-cash-flow.ts'
import { smallIncomeStatement } from './small-income-statement.ts'
import type { StatementLine } from './statement-line.ts'

/** The lines of the forms that other figures are compared with. */
interface TieLines {
  readonly assets: number
  readonly claims: number
  readonly retained: number
  readonly profit: number
  readonly operatingCash: number
  readonly openingCash: number
  /** 现金净增加额, and the totals of what is current. */
  readonly cashIncrease: number
  readonly currentAssets: number
  readonly currentClaims: number
  readonly closingCash: number
}

/** The statements of an accounting standard: the numbers of their forms, their lines, and what ties them together. */
export interface StatementForms {
  readonly balanceSheet: string
  readonly incomeStatement: string
  readonly cashFlow: string
  readonly balanceSheetLines: readonly StatementLine[]
  /** Formulas in place of others, where VAT details in debit are shown as a negative liability. */
  readonly vatInOneLine: Readonly<Record<number, string>>
  readonly incomeStatementLines: readonly StatementLine[]
  readonly cashFlowLines: readonly StatementLine[]
  /** Heads of the balance sheet's groups, by the line that they stand above. */
  readonly heads: Readonly<Record<number, string>>
  /** What the balance at the end of last year is called. */
  readonly yearOpening: string
  readonly ties: TieLines
}

const equityHead = '所有者权益（或股东权益）：'

const forms: Readonly<Record<AccountingStandard, StatementForms>> = {
  smallBusiness: {
    balanceSheet: '会小企01表',
    incomeStatement: '会小企02表',
    cashFlow: '会小企03表',
    balanceSheetLines: smallBalanceSheet,
    vatInOneLine: smallVatInOneLine,
    incomeStatementLines: smallIncomeStatement,
    cashFlowLines: smallCashFlow,
    heads: { 1: '流动资产：', 16: '非流动资产：', 31: '流动负债：', 42: '非流动负债：', 48: equityHead },
    yearOpening: '年初余额',
    ties: {
      assets: 30,
      claims: 53,
      retained: 51,
      profit: 32,
      operatingCash: 7,
      openingCash: 21,
      closingCash: 22,
      cashIncrease: 20,
      currentAssets: 15,
      currentClaims: 41,
    },
  },
  enterprise: {
    balanceSheet: '会企01表',
    incomeStatement: '会企02表',
    cashFlow: '会企03表',
    balanceSheetLines: enterpriseBalanceSheet,
    vatInOneLine: enterpriseVatInOneLine,
    incomeStatementLines: enterpriseIncomeStatement,
    cashFlowLines: enterpriseCashFlow,
    heads: { 1: '流动资产：', 15: '非流动资产：', 35: '流动负债：', 49: '非流动负债：', 61: equityHead },
    yearOpening: '上年年末余额',
    ties: {
      assets: 34,
      claims: 72,
      retained: 70,
      profit: 24,
      operatingCash: 10,
      openingCash: 34,
      closingCash: 35,
      cashIncrease: 33,
      currentAssets: 14,
      currentClaims: 48,
    },
  },
}

/** The forms of a standard. */
export const formsFor = (standard: AccountingStandard): StatementForms => forms[standard]

/** A line more above a total, counted in it, numbered after the form's own. */
const withLineAbove = (
  lines: readonly StatementLine[],
  total: number,
  more: Omit<StatementLine, 'strong'>,
): StatementLine[] =>
  lines.flatMap((line) =>
    line.line === total ? [more, { ...line, formula: `${line.formula}+L${more.line}` }] : [line],
  )

/**
 * The forms of one branch: with what it and the others owe each other, and the money that goes between them, so that it balances by
 * itself. Over all branches these lines come to nothing.
 */
export const branchForms = (own: StatementForms): StatementForms => {
  const { ties } = own
  const owed = { line: ties.claims + 1, item: '应收总部及其他分支机构', formula: 'BD' }
  const owing = { line: ties.claims + 2, item: '应付总部及其他分支机构', formula: 'BC' }
  const moved = { line: ties.closingCash + 1, item: '与总部及其他分支机构的资金往来', formula: '', flow: 'in' as const }
  return {
    ...own,
    balanceSheetLines: withLineAbove(
      withLineAbove(own.balanceSheetLines, ties.currentAssets, owed),
      ties.currentClaims,
      owing,
    ),
    cashFlowLines: withLineAbove(own.cashFlowLines, ties.cashIncrease, moved),
  }
}

/** The forms that a company draws its statements up in, as a whole or of one branch. */
export const formsOf = (settings: Settings, ofBranch = false): StatementForms => {
  const own = forms[settingsOf(settings).standard === 'enterprise' ? 'enterprise' : 'smallBusiness']
  return ofBranch ? branchForms(own) : own
}

/** The line of money between branches, on their forms. */
export const betweenBranchesLine = ({ ties }: StatementForms): number => ties.closingCash + 1

export type StatementName = 'balanceSheet' | 'incomeStatement' | 'cashFlow' | 'cashFlowSupplement'

/** The lines of a statement. */
export const linesOf = (own: StatementForms, statement: StatementName): readonly StatementLine[] =>
  statement === 'cashFlowSupplement' ? cashFlowSupplementLines : own[`${statement}Lines`]
