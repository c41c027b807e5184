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
    ties: { assets: 30, claims: 53, retained: 51, profit: 32, operatingCash: 7, openingCash: 21, closingCash: 22 },
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
    ties: { assets: 34, claims: 72, retained: 70, profit: 24, operatingCash: 10, openingCash: 34, closingCash: 35 },
  },
}

/** The forms of a standard. */
export const formsFor = (standard: AccountingStandard): StatementForms => forms[standard]

/** The forms that a company draws its statements up in. */
export const formsOf = (settings: Settings): StatementForms =>
  forms[settingsOf(settings).standard === 'enterprise' ? 'enterprise' : 'smallBusiness']

export type StatementName = 'balanceSheet' | 'incomeStatement' | 'cashFlow' | 'cashFlowSupplement'

/** The lines of a statement. */
export const linesOf = (own: StatementForms, statement: StatementName): readonly StatementLine[] =>
  statement === 'cashFlowSupplement' ? cashFlowSupplementLines : own[`${statement}Lines`]
