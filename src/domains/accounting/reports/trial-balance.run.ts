import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import type { AccountTotal } from '../../../ledgers/general/account-totals.ts'
import { readsBranch } from '../../../ledgers/general/branches.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountNode } from '../../../ledgers/general/account-tree.ts'
import { rolledUp } from '../../../ledgers/general/rolled-totals.ts'
import { amountCell, headNotes, rangeOf, sidesOf, viewOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { trialBalance } from './trial-balance.ts'

/** The cells that every balance shows of an account. */
export const balanceCells = (total: Omit<AccountTotal, 'account'>) => ({
  openingDebit: sidesOf(total.opening).debit,
  openingCredit: sidesOf(total.opening).credit,
  debit: amountCell(total.debit),
  credit: amountCell(total.credit),
  yearDebit: amountCell(total.yearDebit),
  yearCredit: amountCell(total.yearCredit),
  closingDebit: sidesOf(total.closing).debit,
  closingCredit: sidesOf(total.closing).credit,
})

export const accountCells = (node: AccountNode, range: Range) => ({
  account: node.id,
  code: node.code,
  name: node.name,
  level: node.level,
  ...range,
})

type Sums = {
  [
    K in
      | 'openingDebit'
      | 'openingCredit'
      | 'debit'
      | 'credit'
      | 'yearDebit'
      | 'yearCredit'
      | 'closingDebit'
      | 'closingCredit'
  ]: bigint
}

const positive = (value: bigint) => (value > 0n ? value : 0n)

/** The sums of both sides over accounts that do not contain each other. */
export const sumSides = (totals: Iterable<Omit<AccountTotal, 'account'>>): Sums => {
  const sums: Sums = {
    openingDebit: 0n,
    openingCredit: 0n,
    debit: 0n,
    credit: 0n,
    yearDebit: 0n,
    yearCredit: 0n,
    closingDebit: 0n,
    closingCredit: 0n,
  }
  for (const total of totals) {
    sums.openingDebit += positive(total.opening)
    sums.openingCredit += positive(-total.opening)
    sums.debit += total.debit
    sums.credit += total.credit
    sums.yearDebit += total.yearDebit
    sums.yearCredit += total.yearCredit
    sums.closingDebit += positive(total.closing)
    sums.closingCredit += positive(-total.closing)
  }
  return sums
}

export const sumCells = (sums: Sums): ReportRow => ({
  code: '合计',
  ...Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, amountCell(value) ?? '0.00'])),
})

const verdict = (sums: Sums): string =>
  sums.openingDebit === sums.openingCredit && sums.debit === sums.credit && sums.closingDebit === sums.closingCredit
    ? '试算平衡'
    : `试算不平衡：发生额差 ${amountCell(sums.debit - sums.credit) ?? '0.00'}，余额差 ${amountCell(sums.closingDebit - sums.closingCredit) ?? '0.00'}`

/** What a branch and the others owe each other: no account holds it, and over all of them it is nothing. */
const between = (totals: Iterable<AccountTotal>): Omit<AccountTotal, 'account'> => {
  const sum = { opening: 0n, closing: 0n, yearOpening: 0n, moved: 0n, movedInYear: 0n }
  for (const total of totals) {
    sum.opening -= total.opening
    sum.closing -= total.closing
    sum.yearOpening -= total.yearOpening
    sum.moved -= total.debit - total.credit
    sum.movedInYear -= total.yearDebit - total.yearCredit
  }
  return {
    opening: sum.opening,
    closing: sum.closing,
    yearOpening: sum.yearOpening,
    debit: positive(sum.moved),
    credit: positive(-sum.moved),
    yearDebit: positive(sum.movedInYear),
    yearCredit: positive(-sum.movedInYear),
  }
}

const betweenRow = (total: Omit<AccountTotal, 'account'>, range: Range): ReportRow => ({
  code: '',
  name: '与总部及其他分支机构往来',
  level: 1,
  rowKind: 'subtotal',
  ...range,
  ...balanceCells(total),
})

export const trialBalanceRun = defineReportRun(trialBalance, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const level = parameters.level ?? 1
  const [tree, totals] = await Promise.all([readAccounts(work), accountTotals(work, { ...range, ...view })])
  const sums = rolledUp(tree, totals)
  const totalAt = (node: AccountNode) => {
    if (node.level === level || (node.level < level && node.isDetail)) return sums.get(node.id)
    // What stands on an account itself and not on its details is in none of their rows.
    return node.level < level ? totals.get(node.id) : undefined
  }
  const shown = tree.nodes.flatMap((node) => {
    const total = totalAt(node)
    return total === undefined ? [] : [{ node, total }]
  })
  const others = readsBranch(work, view) ? between(totals.values()) : undefined
  const days = { ...range, branch: view.branch ?? null }
  const sides = sumSides([...shown.map((each) => each.total), ...(others === undefined ? [] : [others])])
  return {
    rows: [
      ...shown.map(({ node, total }) => ({ ...accountCells(node, days), ...balanceCells(total) })),
      ...(others === undefined ? [] : [betweenRow(others, range)]),
    ],
    totals: sumCells(sides),
    notes: [...headNotes(work, range, view), verdict(sides)],
  }
})
