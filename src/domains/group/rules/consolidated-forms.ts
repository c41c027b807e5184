import { formsFor } from '../../accounting/index.ts'
import type { StatementLine } from '../../accounting/index.ts'

/** The three statements that are consolidated. */
export const groupStatements = {
  balanceSheet: '合并资产负债表',
  incomeStatement: '合并利润表',
  cashFlow: '合并现金流量表',
} as const
export type GroupStatement = keyof typeof groupStatements

const single = formsFor('enterprise')

/** Lines of the forms that entries of consolidation name. */
export const groupLines = {
  notesReceivable: 4,
  receivable: 5,
  prepaid: 7,
  otherReceivable: 8,
  stock: 9,
  investment: 18,
  goodwill: 29,
  deferredTax: 31,
  assets: 34,
  notesPayable: 38,
  payable: 39,
  advance: 40,
  contractLiability: 41,
  otherPayable: 44,
  capital: 61,
  capitalReserve: 65,
  treasury: 66,
  otherIncome: 67,
  specialReserve: 68,
  surplusReserve: 69,
  retained: 70,
  parentEquity: 71,
  minorityEquity: 72,
  equity: 73,
  claims: 74,
} as const

export const profitLines = {
  revenue: 1,
  cost: 2,
  administration: 5,
  investmentIncome: 11,
  incomeTax: 23,
  profit: 24,
  ofParent: 27,
  ofMinority: 28,
} as const

/** 合并资产负债表 (财会〔2019〕16号): the single company's form with 少数股东权益. */
const balanceSheet: readonly StatementLine[] = [
  ...single.balanceSheetLines.filter((line) => line.line <= groupLines.retained),
  {
    line: groupLines.parentEquity,
    item: '归属于母公司所有者权益（或股东权益）合计',
    formula: 'L61+L62+L65-L66+L67+L68+L69+L70',
    strong: true,
  },
  { line: groupLines.minorityEquity, item: '少数股东权益', formula: '' },
  { line: groupLines.equity, item: '所有者权益（或股东权益）合计', formula: 'L71+L72', strong: true },
  { line: groupLines.claims, item: '负债和所有者权益（或股东权益）总计', formula: 'L60+L73', strong: true },
]

/** 合并利润表: net profit by continuity and by whose it is. */
const incomeStatement: readonly StatementLine[] = [
  ...single.incomeStatementLines.filter((line) => line.line <= 26),
  { line: profitLines.ofParent, item: '1．归属于母公司股东的净利润', formula: 'L24-L28', indent: 1 },
  { line: profitLines.ofMinority, item: '2．少数股东损益', formula: '', indent: 1 },
  { line: 29, item: '五、其他综合收益的税后净额', formula: '', strong: true },
  { line: 30, item: '六、综合收益总额', formula: 'L24+L29', strong: true },
]

const forms: Readonly<Record<GroupStatement, readonly StatementLine[]>> = {
  balanceSheet,
  incomeStatement,
  cashFlow: single.cashFlowLines,
}

/** The form's number by the law. */
export const groupForms: Readonly<Record<GroupStatement, string>> = {
  balanceSheet: '会合01表',
  incomeStatement: '会合02表',
  cashFlow: '会合03表',
}

export const groupFormLines = (statement: GroupStatement): readonly StatementLine[] => forms[statement]

/** Whether a line adds up others. */
export const isSum = (line: StatementLine): boolean => /L\d/.test(line.formula)

/** Lines that say again, as 其中, what another line has already. */
const repeated: Readonly<Record<GroupStatement, readonly number[]>> = {
  balanceSheet: [51, 52, 63, 64],
  incomeStatement: [8, 9, 12, 13, 25, 26],
  cashFlow: [],
}

export const isRepeated = (statement: GroupStatement, line: number): boolean => repeated[statement].includes(line)

const expenses = new Set([2, 3, 4, 5, 6, 7, 8, 21, 23, profitLines.ofMinority as number])

/** Whether a line grows with a debit: assets, expenses and the minority's share of profit, money that came in. */
export const growsWithDebit = (statement: GroupStatement, line: StatementLine): boolean => {
  if (statement === 'balanceSheet') return line.line <= groupLines.assets || line.line === groupLines.treasury
  return statement === 'incomeStatement' ? expenses.has(line.line) : line.flow !== 'out'
}
